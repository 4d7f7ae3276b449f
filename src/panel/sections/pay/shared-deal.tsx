import { phrase } from '../../../core/value/phrase';
import { Explain } from '../../../ui/explain/explain';
import type { Line } from '../../../ui/language/line';
import { Tell } from '../../../ui/language/say';
import { useLanguage } from '../../../ui/language/speech';
import type { CreditView } from '../../view/pay/credit-view';
import type { SoldView } from '../../view/pay/sold-view';
import { FigureTable } from '../figure-table';

type SharedDealProps = { readonly credit: CreditView; readonly sold: SoldView };

/** Whether there is more to tell of it than that its owner has all of it and that nothing is listed. */
export function saysMore({ credit, sold }: SharedDealProps): boolean {
  return credit.parts.length + credit.overlays.length + credit.notes.length + sold.rows.length + sold.notes.length > 0;
}

/** What of the deal pay and goal are counted by: who shares its credit, and what it sells. */
export function SharedDeal({ credit, sold }: SharedDealProps) {
  const { say } = useLanguage();
  return (
    <>
      {credit.parts.length + credit.overlays.length + credit.notes.length > 0 && (
        <>
          <h3>{say(phrase('panel_credit'))}</h3>
          {credit.parts.length > 0 && <FigureTable rows={credit.parts} />}
          {credit.overlays.length > 0 && (
            <>
              <p class="note">{say(phrase('panel_credit_overlays'))}</p>
              <FigureTable rows={credit.overlays} />
            </>
          )}
          <Notes of={credit.notes} />
        </>
      )}
      {sold.rows.length + sold.notes.length > 0 && (
        <>
          <h3>{say(phrase('panel_sold'))}</h3>
          {sold.rows.length > 0 && <Sold rows={sold.rows} />}
          <Notes of={sold.notes} />
        </>
      )}
    </>
  );
}

/** What is sold, and beside it what that pays: where no plan says so, what is sold alone. */
function Sold({ rows }: Pick<SoldView, 'rows'>) {
  const { say } = useLanguage();
  if (rows.every(({ pays }) => pays === null)) return <FigureTable rows={rows} />;
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{say(phrase('panel_sold_family'))}</th>
          <th scope="col">{say(phrase('panel_sold_amount'))}</th>
          <th scope="col">{say(phrase('panel_sold_pays'))}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, answer, pays }) => (
          <tr key={JSON.stringify(name)}>
            <th scope="row">{say(name)}</th>
            <td>
              <Explain answer={answer} name={name} otherwise={phrase('ui_not_known')} />
            </td>
            <td>{pays !== null && <Explain answer={pays} name={name} otherwise={phrase('ui_not_known')} />}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Notes({ of }: { readonly of: readonly Line[] }) {
  return (
    <>
      {of.map((line) => (
        <p key={line.phrase.key} class="note">
          <Tell line={line} />
        </p>
      ))}
    </>
  );
}
