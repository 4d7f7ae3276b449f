import type { AccountStanding } from '../../../core/model/account';
import { type CivilDate, daysBetween } from '../../../core/value/civil-date';
import { type Explained, explained } from '../../../core/value/explained';
import { type Given, isGiven } from '../../../core/value/known';
import { countFigure, dateFigure, daysFigure, moneyFigure, type Phrase, phrase } from '../../../core/value/phrase';
import { type Line, line } from '../../../ui/language/line';

/** What we have with one company; what there is none of is left out, unless there is nothing at all. */
export function standingLines(
  standing: AccountStanding,
  { asOf, source }: Pick<Given<unknown>, 'asOf' | 'source'>,
  today: CivilDate,
): readonly Line[] {
  const own = { asOf, sources: [source] };
  const count = (n: number, rule: Phrase) => explained(n, countFigure(n), rule, [], own);
  const { open, openAmount, won, wonAmount, lost, overdue, lastContactOn } = standing;
  const says: Line[] = [];
  if (open > 0) {
    const n = count(open, phrase('panel_family_open_rule'));
    says.push(
      isGiven(openAmount)
        ? line('panel_family_open_worth', n, amount(openAmount, phrase('panel_family_open_amount_rule')))
        : line('panel_family_open', n),
    );
  }
  if (won > 0) {
    const n = count(won, phrase('panel_family_won_rule'));
    says.push(
      isGiven(wonAmount)
        ? line('panel_family_won_worth', n, amount(wonAmount, phrase('panel_family_won_amount_rule')))
        : line('panel_family_won', n),
    );
  }
  if (lost > 0) says.push(line('panel_family_lost', count(lost, phrase('panel_family_lost_rule'))));
  if (isGiven(overdue) && overdue.value > 0)
    says.push(line('panel_family_overdue', count(overdue.value, phrase('panel_family_overdue_rule'))));
  if (isGiven(lastContactOn) && lastContactOn.value <= today) {
    const days = daysBetween(lastContactOn.value, today);
    const from = { asOf: lastContactOn.asOf, sources: [lastContactOn.source] };
    const rule = phrase('panel_family_contact_rule', dateFigure(lastContactOn.value));
    says.push(line('panel_family_contact', explained(days, daysFigure(days), rule, [], from)));
  }
  return says.length > 0 ? says : [line('panel_family_nothing')];
}

function amount(of: Given<Parameters<typeof moneyFigure>[0]>, rule: Phrase): Explained {
  return explained(of.value, moneyFigure(of.value), rule, [], { asOf: of.asOf, sources: [of.source] });
}
