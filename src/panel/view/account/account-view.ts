import { buyerCondition } from '../../../core/buyer/conditions/buyer-condition';
import { familyTree } from '../../../core/buyer/family/family-tree';
import type { FamilyAccounts } from '../../../core/model/account';
import type { CompanyDossier } from '../../../core/model/company';
import { given, isGiven, type Known } from '../../../core/value/known';
import type { Reading } from '../../../messages/reading';
import type { Line } from '../../../ui/language/line';
import { type ConditionsView, conditionsView } from '../buyer/conditions-view';
import { type FamilyView, familyView } from '../buyer/family-view';
import { type LinksView, linksView } from '../buyer/links-view';
import { standingLines } from '../buyer/standing-lines';
import { guarded } from '../guarded';

/** A company on one page: what we have with it and with its family, what may be missing from the family, what presses it. */
export type AccountView = {
  /** What we have with the company itself; empty where nobody has counted it. */
  readonly own: readonly Line[];
  readonly family: FamilyView;
  readonly links: LinksView | null;
  readonly conditions: ConditionsView;
};

export function accountView(
  { account, family, lookalikes, asOf }: CompanyDossier,
  { today }: Pick<Reading, 'today'>,
): AccountView {
  const tree = isGiven(family) ? (familyTree(family.value, account.id) ?? null) : null;
  const known = given(account, { kind: 'crm', field: 'Account', record: account.id }, asOf);
  return {
    own: ownLines(account.id, family, today),
    family: familyView(tree, family, today),
    links: guarded(() => linksView(isGiven(family) ? family.value.members : [account], lookalikes), null),
    conditions: conditionsView(known, buyerCondition(known)),
  };
}

function ownLines(id: string, family: Known<FamilyAccounts>, today: Reading['today']): readonly Line[] {
  if (!isGiven(family)) return [];
  const standing = family.value.standings.find(({ accountId }) => accountId === id);
  return standing === undefined ? [] : standingLines(standing, family, today);
}
