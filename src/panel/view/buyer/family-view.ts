import type { FamilyNode, FamilyTree } from '../../../core/buyer/family/family-tree';
import { type RollUp, rollUp, type Sums } from '../../../core/buyer/family/roll-up';
import type { AccountStanding, FamilyAccounts, FamilyDeal } from '../../../core/model/account';
import { type CivilDate, daysBetween } from '../../../core/value/civil-date';
import { type Explained, explained, read, term } from '../../../core/value/explained';
import { type Given, isGiven, type Known } from '../../../core/value/known';
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
import { type Line, line, lineOf } from '../../../ui/language/line';

/** One company of the family, as an item of its tree. */
export type FamilyLine = {
  readonly id: string;
  readonly name: string;
  /** Generations below the ultimate parent. */
  readonly depth: number;
  readonly parentId: string | null;
  readonly hasChildren: boolean;
  /** The company of this deal. */
  readonly own: boolean;
  readonly says: readonly Line[];
  /** Its open deals, largest first, as far as they were read. */
  readonly deals: readonly FamilyDealView[];
};

/** An open deal of a company: its name, and what is known of it. */
export type FamilyDealView = { readonly id: string; readonly name: string; readonly says: readonly Line[] };

/** The family of a company: what we have with all of it, and each member in its place. */
export type FamilyView = {
  /** What we have with all of them together, in one line; empty for a company that stands alone. */
  readonly total: readonly Line[];
  /** Parents before children; empty where no tree can be drawn. */
  readonly lines: readonly FamilyLine[];
  /** Members that are open at first: the way from the ultimate parent to the company, or all of a small family. */
  readonly openFirst: readonly string[];
  readonly notes: readonly Line[];
};

/** Up to so many companies the whole tree is open at first. */
const SMALL_FAMILY = 30;

export function familyView(tree: FamilyTree | null, known: Known<FamilyAccounts>, today: CivilDate): FamilyView {
  if (tree === null || !isGiven(known)) return { total: [], lines: [], openFirst: [], notes: noFamily(known) };
  const parents = new Map<string, string>();
  for (const node of tree.nodes) for (const child of node.children) parents.set(child.account.id, node.account.id);
  const deals = dealsByAccount(known.value.deals, today);
  const whole = tree.nodes.length <= SMALL_FAMILY;
  const ownId = tree.lineage.at(-1)?.id;
  return {
    total: tree.nodes.length > 1 ? totalLines(rollUp(tree.nodes, today), tree, known, today) : [],
    lines: tree.nodes.map((node) => ({
      ...familyLine(node, parents.get(node.account.id) ?? null, ownId, known, today),
      deals: deals.get(node.account.id) ?? [],
    })),
    openFirst: (whole ? tree.nodes.map(({ account }) => account) : tree.lineage).map(({ id }) => id),
    notes: [...familyNotes(tree, known), ...dealNotes(known.value)],
  };
}

function familyLine(
  { account, depth, standing, children }: FamilyNode,
  parentId: string | null,
  ownId: string | undefined,
  known: Given<FamilyAccounts>,
  today: CivilDate,
): Omit<FamilyLine, 'deals'> {
  return {
    id: account.id,
    name: account.name,
    depth,
    parentId,
    hasChildren: children.length > 0,
    own: account.id === ownId,
    says: standing === undefined ? [line('panel_family_uncounted')] : standingLines(standing, known, today),
  };
}

/** The open deals of each company, in the order in which they were read. */
export function dealsByAccount(
  known: FamilyAccounts['deals'],
  today: CivilDate,
): ReadonlyMap<string, readonly FamilyDealView[]> {
  const all = new Map<string, FamilyDealView[]>();
  for (const deal of isGiven(known) ? known.value : []) {
    const view = { id: deal.id, name: deal.name, says: dealLines(deal, today) };
    const held = all.get(deal.accountId);
    if (held) held.push(view);
    else all.set(deal.accountId, [view]);
  }
  return all;
}

function dealLines({ amount: worth, closeDate, stage, owner }: FamilyDeal, today: CivilDate): Line[] {
  const says: Line[] = [];
  if (isGiven(worth)) says.push(line('panel_trait', read(worth, moneyFigure(worth.value))));
  else if (worth.missing === 'hidden') says.push(line('panel_deal_amount_hidden'));
  if (isGiven(stage)) says.push(line('panel_deal_stage', read(stage, textFigure(stage.value.label))));
  if (isGiven(closeDate)) {
    const due = read(closeDate, dateFigure(closeDate.value));
    says.push(closeDate.value < today ? line('panel_deal_overdue', due) : line('panel_deal_due', due));
  }
  if (isGiven(owner)) says.push(line('panel_deal_owner', read(owner, textFigure(owner.value.name))));
  return says;
}

function dealNotes({ deals, moreDeals }: FamilyAccounts): Line[] {
  if (!isGiven(deals)) {
    if (deals.missing === 'hidden') return [line('panel_family_deals_hidden')];
    return deals.missing === 'not-readable' ? [line('panel_family_deals_not_readable')] : [];
  }
  return isGiven(moreDeals) && moreDeals.value > 0
    ? [line('panel_family_more_deals', read(moreDeals, countFigure(moreDeals.value)))]
    : [];
}

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

function totalLines(all: RollUp, tree: FamilyTree, { asOf, source }: Given<unknown>, today: CivilDate): Line[] {
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

function noFamily(known: Known<unknown>): Line[] {
  if (isGiven(known)) return [lineOf(phrase('panel_family_not_known'))];
  return [lineOf(known.missing === 'hidden' ? phrase('panel_family_hidden_all') : phrase('panel_family_not_known'))];
}

function familyNotes({ gaps }: FamilyTree, { asOf, source }: Pick<Given<unknown>, 'asOf' | 'source'>): Line[] {
  const notes: Line[] = [];
  const add = (key: string, n: number) => {
    const rule = phrase('panel_family_gap_rule');
    if (n > 0) notes.push(line(key, explained(n, countFigure(n), rule, [], { asOf, sources: [source] })));
  };
  add('panel_family_hidden', gaps.hidden);
  add('panel_family_cycle', gaps.cycles.length);
  add('panel_family_parent_unseen', gaps.parentUnseen.length);
  add('panel_family_deeper', gaps.deeper.length);
  add('panel_family_apart', gaps.apart.length);
  return notes;
}
