import { useState } from 'preact/hooks';
import type { Cause } from '../../core/pay/cross-check/difference';
import { explained } from '../../core/value/explained';
import { countFigure, moneyFigure, type Phrase, phrase, textFigure } from '../../core/value/phrase';
import type { PayCheck, PayCheckProblem } from '../../messages/cards/pay-check';
import { Explain } from '../../ui/explain/explain';
import { Say } from '../../ui/language/say';
import { useLanguage } from '../../ui/language/speech';
import type { OptionsSession } from '../settings';
import type { PayNews } from './pay-news';

const CAUSES: Readonly<Record<Cause, Phrase>> = {
  'not-paid': phrase('options_pay_not_paid'),
  'not-ours': phrase('options_pay_not_ours'),
  twice: phrase('options_pay_twice'),
  base: phrase('options_pay_base'),
  timing: phrase('options_pay_timing'),
  rate: phrase('options_pay_rate'),
  unsaid: phrase('options_pay_unsaid'),
  'no-deal': phrase('options_pay_no_deal'),
  rounding: phrase('options_pay_rounding'),
};

/** Holds a commission statement against what the plan pays, and names every difference by its cause. */
export function PayChecker({ check }: { readonly check: OptionsSession['checkPay'] }) {
  const { say } = useLanguage();
  const [news, setNews] = useState<PayNews | 'busy' | null>(null);
  const choose = async (file: File) => {
    setNews('busy');
    setNews(await check(file));
  };
  return (
    <section aria-labelledby="pay-check-title">
      <h2 id="pay-check-title">{say(phrase('options_pay'))}</h2>
      <p class="note">{say(phrase('options_pay_what'))}</p>
      <div class="actions">
        <label class="file">
          <span class="button">{say(phrase(news === 'busy' ? 'options_pay_busy' : 'options_pay_choose'))}</span>
          <input
            type="file"
            accept=".csv,.tsv,.txt,text/csv"
            disabled={news === 'busy'}
            onChange={(event) => {
              const input = event.currentTarget;
              const file = input.files?.[0];
              if (file) void choose(file);
              // The same file, mended, can be chosen again.
              input.value = '';
            }}
          />
        </label>
      </div>
      <div role="status">{news !== null && news !== 'busy' && <Told news={news} />}</div>
    </section>
  );
}

function Told({ news }: { readonly news: PayNews }) {
  const name = textFigure(news.fileName);
  switch (news.ended) {
    case 'too-large':
      return <Line of={phrase('options_pay_too_large', name)} />;
    case 'not-a-table':
      return <Line of={phrase('options_pay_not_a_table', name)} />;
    case 'refused':
      return <Refused fileName={news.fileName} problem={news.problem} />;
    case 'checked':
      return <Found fileName={news.fileName} found={news.found} />;
  }
}

const Line = ({ of }: { readonly of: Phrase }) => (
  <p class="alarm">
    <Say phrase={of} />
  </p>
);

function Refused({ fileName, problem }: { readonly fileName: string; readonly problem: PayCheckProblem }) {
  if (problem.kind === 'no-plan') return <Line of={phrase('options_pay_no_plan')} />;
  if (problem.kind === 'no-book') return <Line of={phrase('options_pay_no_book')} />;
  return (
    <>
      <Line of={phrase('options_pay_refused', textFigure(fileName))} />
      <ul class="problems">
        {problem.problems.map(({ line, because }) => (
          <li key={`${line}/${because.key}`}>
            <Say phrase={phrase('options_pay_line', countFigure(line))} /> <Say phrase={because} />
          </li>
        ))}
      </ul>
    </>
  );
}

function Found({
  fileName,
  found: { rep, period, plan, check },
}: {
  readonly fileName: string;
  readonly found: PayCheck;
}) {
  const { say } = useLanguage();
  const { ours, theirs, apart, differences, byCause, agree, otherCurrency } = check;
  return (
    <div class="trial">
      <h3>
        <Say phrase={phrase('options_pay_found', textFigure(fileName), textFigure(rep), textFigure(period.label))} />
      </h3>
      <dl class="sums">
        <dt>
          <Say phrase={phrase('options_pay_ours', textFigure(plan))} />
        </dt>
        <dd>
          <Explain answer={ours} writing="exact" />
        </dd>
        <dt>{say(phrase('options_pay_theirs'))}</dt>
        <dd>
          <Explain answer={theirs} writing="exact" />
        </dd>
        <dt>{say(phrase('options_pay_apart'))}</dt>
        <dd>
          <Explain answer={apart} writing="exact" />
        </dd>
      </dl>
      <p>
        <Say phrase={phrase('options_pay_agree', countFigure(agree))} />
      </p>
      {differences.length > 0 && (
        <>
          <table class="figures">
            <caption>{say(phrase('options_pay_by_cause'))}</caption>
            <tbody>
              {byCause.map(({ cause, amount, deals }) => (
                <tr key={cause}>
                  <th scope="row">
                    <Say phrase={CAUSES[cause]} />
                  </th>
                  <td>
                    <Explain
                      answer={explained(
                        amount,
                        moneyFigure(amount),
                        phrase('options_pay_cause_rule', countFigure(deals)),
                      )}
                      writing="exact"
                    />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          <table class="figures">
            <caption>{say(phrase('options_pay_each'))}</caption>
            <thead>
              <tr>
                <th scope="col">{say(phrase('options_pay_col_deal'))}</th>
                <th scope="col">{say(phrase('options_pay_col_cause'))}</th>
                <th scope="col">{say(phrase('options_pay_col_amount'))}</th>
              </tr>
            </thead>
            <tbody>
              {differences.map(({ dealId, name, cause, amount }) => (
                <tr key={`${dealId}/${cause}`}>
                  <th scope="row">{name === '' ? say(CAUSES['no-deal']) : <bdi>{name}</bdi>}</th>
                  <td>
                    <Say phrase={CAUSES[cause]} />
                  </td>
                  <td>
                    <Explain answer={amount} writing="exact" />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
      {otherCurrency.length > 0 && (
        <p class="note">
          <Say phrase={phrase('options_pay_other_currency', countFigure(otherCurrency.length))} />
        </p>
      )}
    </div>
  );
}
