import type { FamilyTree } from '../../../core/buyer/family/family-tree';
import type { RollUp, Sums } from '../../../core/buyer/family/roll-up';
import { type CivilDate, daysBetween } from '../../../core/value/civil-date';
import { type Explained, explained, term } from '../../../core/value/explained';
import type { Given } from '../../../core/value/known';
import {
  countFigure,
  dateFigure,
  daysFigure,
  listFigure,
  moneyFigure,
  type Phrase,
  phrase,
  textFigure,
} from '../../../core/value/phrase';
import { type Line, line } from '../../../ui/language/line';

/** What we have with the whole family together. */
export function totalLines(all: RollUp, tree: FamilyTree, { asOf, source }: Given<unknown>, today: CivilDate): Line[] {
  const own = { asOf, sources: [source] };
  const count = (n: number, rule: Phrase) => explained(n, countFigure(n), rule, [], own);
  const says = [line('panel_family_companies', count(all.companies, phrase('panel_family_companies_rule')))];
  if (all.open > 0) {
    const open = withSums(all.open, all.openAmount, phrase('panel_family_open_rule'), own);
    says.push(line('panel_family_all_open', open));
  }
  if (all.won > 0) {
    says.push(line('panel_family_all_won', withSums(all.won, all.wonAmount, phrase('panel_family_won_rule'), own)));
  }
  if (all.lost > 0) says.push(line('panel_family_lost', count(all.lost, phrase('panel_family_lost_rule'))));
  if (all.overdue > 0) says.push(line('panel_family_overdue', count(all.overdue, phrase('panel_family_overdue_rule'))));
  const last = all.lastContactOn;
  if (last !== undefined) {
    const days = daysBetween(last.on, today);
    const name = tree.nodes.find(({ account }) => account.id === last.accountId)?.account.name ?? '';
    const rule = phrase('panel_family_all_contact_rule', dateFigure(last.on), textFigure(name));
    says.push(line('panel_family_contact', explained(days, daysFigure(days), rule, [], own)));
  }
  return says;
}

/** A count with the amounts behind it, one a currency; an amount that is not known is counted as such. */
function withSums(n: number, { sums, unknown }: Sums, rule: Phrase, own: Parameters<typeof explained>[4]): Explained {
  const counted = explained(n, countFigure(n), rule, [], own);
  if (sums.length === 0) return counted;
  return explained(
    n,
    { unit: 'phrase', phrase: phrase('panel_family_count_worth', countFigure(n), listFigure(sums.map(moneyFigure))) },
    rule,
    unknown === 0
      ? []
      : [
          term(
            'panel_family_amounts_unknown',
            explained(unknown, countFigure(unknown), phrase('panel_family_amounts_unknown_rule'), [], own),
          ),
        ],
    own,
  );
}
