import { type Answer, explained, isExplained, term } from '../../../core/value/explained';
import { add } from '../../../core/value/money';
import { moneyFigure, type Phrase, phrase } from '../../../core/value/phrase';
import type { PanelView } from '../panel-view';

/** One thing that what-ifs are compared by, for each of them. */
export type ComparedRow = { readonly name: Phrase; readonly answers: readonly (Answer | null)[] };

/** What matters of each panel, side by side; null where there is no such panel. */
export function compared(views: readonly (PanelView | null)[]): readonly ComparedRow[] {
  const row = (name: Phrase, of: (view: PanelView) => Answer): ComparedRow => ({
    name,
    answers: views.map((view) => (view === null ? null : of(view))),
  });
  return [
    row(phrase('panel_what_if_pays'), payNow),
    row(phrase('panel_what_if_worth'), expected),
    row(phrase('panel_what_if_attainment'), ({ sights: { goal } }) => (goal.known ? goal.withDeal : goal.because)),
    row(phrase('panel_what_if_odds'), ({ sights: { odds } }) => odds.won),
    row(phrase('panel_what_if_goal'), ({ sights: { goal } }) => (goal.known ? goal.standing.chance : goal.because)),
    row(phrase('panel_what_if_period'), payOfPeriod),
  ];
}

function payNow({ sights: { pay } }: PanelView): Answer {
  return pay.known ? pay.now : pay.because;
}

function expected({ sights: { pay } }: PanelView): Answer {
  if (!pay.known) return pay.because;
  return pay.ahead.worth === null ? pay.now : pay.ahead.worth.expected;
}

/** The period's pay with the deal won in it; without it where it closes later. */
function payOfPeriod({ sights: { pay } }: PanelView): Answer {
  if (!pay.known) return pay.because;
  const { total } = pay.statement;
  if (pay.paidNext) return total;
  if (!isExplained(pay.now)) return pay.now;
  const sum = add(total.value, pay.now.value);
  return explained(sum, moneyFigure(sum), phrase('panel_what_if_period_rule'), [
    term('panel_curve_paid', total),
    term('panel_what_if_pays', pay.now),
  ]);
}
