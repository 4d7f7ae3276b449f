import type { FamilyNode, FamilyTree } from '../../../core/buyer/family/family-tree';
import { rollUp } from '../../../core/buyer/family/roll-up';
import type { FamilyAccounts } from '../../../core/model/account';
import type { CivilDate } from '../../../core/value/civil-date';
import { explained } from '../../../core/value/explained';
import { type Given, isGiven, type Known } from '../../../core/value/known';
import { countFigure, phrase } from '../../../core/value/phrase';
import { type Line, line, lineOf } from '../../../ui/language/line';
import { dealNotes, dealsByAccount, type FamilyDealView } from './family-deals';
import { totalLines } from './family-total';
import { standingLines } from './standing-lines';

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
