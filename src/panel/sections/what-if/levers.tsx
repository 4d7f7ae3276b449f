import { useId } from 'preact/hooks';
import { addDays, daysBetween, parseCivilDate } from '../../../core/value/civil-date';
import { moneyOf } from '../../../core/value/money';
import { countFigure, dateFigure, moneyFigure, numberFigure, phrase, shareFigure } from '../../../core/value/phrase';
import { useLanguage } from '../../../ui/language/speech';
import type { Bounds, Wish, WishField } from '../../view/what-if/wish';
import { Lever } from './lever';

type LeversProps = {
  readonly wish: Wish;
  readonly bounds: Bounds;
  readonly unread: readonly WishField[];
  readonly onWish: (wish: Wish) => void;
};

/** Everything that can be supposed of the deal. */
export function Levers({ wish, bounds, unread, onWish }: LeversProps) {
  const { currency, amount, most, step, closeDate, today, lastDay, chance, term } = bounds;
  const set = (field: WishField) => (text: string) => onWish({ ...wish, [field]: text });
  const typed = (field: WishField, otherwise: number) => (wish[field] === '' ? otherwise : Number(wish[field]) || 0);
  const due = parseCivilDate(wish.closeDate) ?? closeDate ?? today;
  const common = (field: WishField) => ({ text: wish[field], onText: set(field), unread: unread.includes(field) });
  return (
    <div class="levers">
      {currency !== null && (
        <Lever
          {...common('amount')}
          name={phrase('panel_what_if_amount')}
          kind="number"
          recorded={amount === null ? '' : String(amount)}
          recordedFigure={amount === null ? null : moneyFigure(moneyOf(amount, currency))}
          slider={{
            from: 0,
            to: most,
            step,
            at: Math.min(most, typed('amount', amount ?? 0)),
            textOf: (at) => String(Number(at.toFixed(4))),
            figureOf: (at) => moneyFigure(moneyOf(at.toFixed(4), currency)),
          }}
        />
      )}
      <Lever
        {...common('closeDate')}
        name={phrase('panel_what_if_close')}
        kind="date"
        recorded={closeDate ?? ''}
        recordedFigure={closeDate === null ? null : dateFigure(closeDate)}
        slider={{
          from: 0,
          to: daysBetween(today, lastDay),
          step: 1,
          at: Math.max(0, daysBetween(today, due)),
          textOf: (at) => addDays(today, at),
          figureOf: (at) => dateFigure(addDays(today, at)),
        }}
      />
      <Lever
        {...common('chance')}
        name={phrase('panel_what_if_chance')}
        kind="number"
        recorded={chance === null ? '' : String(chance)}
        recordedFigure={chance === null ? null : shareFigure(chance / 100)}
        slider={{
          from: 0,
          to: 100,
          step: 1,
          at: Math.min(100, typed('chance', chance ?? 0)),
          textOf: String,
          figureOf: (at) => shareFigure(at / 100),
        }}
      />
      {bounds.asksTerm && (
        <Lever
          {...common('term')}
          name={phrase('panel_what_if_term')}
          kind="number"
          recorded={term === null ? '' : String(term)}
          recordedFigure={term === null ? null : numberFigure(term, 0)}
          slider={{
            from: 1,
            to: 60,
            step: 1,
            at: Math.min(60, Math.max(1, typed('term', term ?? 12))),
            textOf: String,
            figureOf: countFigure,
          }}
        />
      )}
      {bounds.products.length > 1 && <Product wish={wish} bounds={bounds} onText={set('product')} />}
    </div>
  );
}

type ProductProps = Pick<LeversProps, 'wish' | 'bounds'> & { readonly onText: (text: string) => void };

function Product({ wish, bounds: { product, products }, onText }: ProductProps) {
  const { say } = useLanguage();
  const id = useId();
  return (
    <div class={wish.product === '' ? 'lever choice' : 'lever choice moved'}>
      <label for={id}>{say(phrase('panel_what_if_product'))}</label>
      <select
        id={id}
        value={wish.product === '' ? (product ?? '') : wish.product}
        onChange={({ currentTarget }) => onText(currentTarget.value === product ? '' : currentTarget.value)}
      >
        {product === null && <option value="">{say(phrase('panel_what_if_unknown'))}</option>}
        {products.map((name) => (
          <option key={name} value={name}>
            {name}
          </option>
        ))}
      </select>
    </div>
  );
}
