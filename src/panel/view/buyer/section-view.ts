import type { EmptyChair } from '../../../core/buyer/committee/empty-chairs';
import { buyerCondition } from '../../../core/buyer/conditions/buyer-condition';
import { type Explained, explained, isExplained } from '../../../core/value/explained';
import { isGiven } from '../../../core/value/known';
import { countFigure, type Phrase, phrase, phraseFigure } from '../../../core/value/phrase';
import type { Reading } from '../../../messages/reading';
import { type Line, line } from '../../../ui/language/line';
import type { DealSight } from '../deal-sight';
import { guarded } from '../guarded';
import type { FigureRow } from '../rows';
import type { Mark } from '../tile-view';
import { type ConditionsView, conditionsView } from './conditions-view';
import { type FamilyView, familyView } from './family-view';
import { type LinksView, linksView } from './links-view';
import { type PersonView, peopleView } from './people-view';
import { type ProcessView, processView } from './process-view';
import type { BuyerSight } from './sight';

export type BuyerSectionView = {
  readonly aside: Phrase | undefined;
  readonly people: readonly PersonView[];
  readonly chairs: readonly EmptyChair[];
  /** Said where the people cannot be read, or nobody is recorded. */
  readonly noPeople: Phrase | null;
  /** Acts by people who are not on the recorded committee, or by nobody named; and why mail may be nobody's. */
  readonly outside: readonly Line[];
  readonly rows: readonly FigureRow[];
  readonly process: ProcessView;
  readonly missing: readonly Mark[];
  readonly family: FamilyView;
  /** null where the company itself is not known, so that nothing can be like it. */
  readonly links: LinksView | null;
  readonly conditions: ConditionsView;
};

export function buyerSectionView(
  { committee, chairs, family, process }: BuyerSight,
  deal: DealSight,
  missing: readonly Mark[],
  { today }: Pick<Reading, 'today'>,
): BuyerSectionView {
  const { dossier } = deal;
  const empty = chairs.known ? chairs.chairs.filter(({ usual }) => usual) : [];
  return {
    aside: isExplained(committee.people)
      ? phrase(
          'panel_buyer_aside',
          phraseFigure(phrase('panel_people', countFigure(committee.seats.length))),
          phraseFigure(phrase('panel_empty_chairs', countFigure(empty.length))),
        )
      : undefined,
    people: peopleView(committee.seats, deal),
    chairs: empty,
    noPeople: noPeople(committee),
    outside: [...outsideLines(committee.outside), ...hiddenMail(committee.seats)],
    rows: [{ name: phrase('panel_threads'), answer: committee.threading.active }],
    process: processView(process),
    missing,
    family: familyView(family, dossier.family, today),
    links: guarded(() => linksOf(deal), null),
    conditions: conditionsView(dossier.account, buyerCondition(dossier.account)),
  };
}

function linksOf({ dossier: { account, family, lookalikes } }: DealSight): LinksView | null {
  const members = isGiven(family) ? family.value.members : isGiven(account) ? [account.value] : [];
  return members.length === 0 ? null : linksView(members, lookalikes);
}

function noPeople({ people, seats }: BuyerSight['committee']): Phrase | null {
  if (!isExplained(people)) return people.because;
  return seats.length === 0 ? phrase('panel_nobody_recorded') : null;
}

/** Mail is known to be somebody's by its address. */
function hiddenMail(seats: BuyerSight['committee']['seats']): Line[] {
  const isHidden = seats.some(
    ({ member: { contact } }) => !isGiven(contact.email) && contact.email.missing === 'hidden',
  );
  return isHidden ? [line('panel_people_mail_hidden')] : [];
}

function outsideLines({ people, unnamed }: BuyerSight['committee']['outside']): readonly Line[] {
  return [
    ...(people.length > 0 ? [line('panel_outside_people', counted(people.length))] : []),
    ...(unnamed > 0 ? [line('panel_outside_unnamed', counted(unnamed))] : []),
  ];
}

function counted(n: number): Explained<number> {
  return explained(n, countFigure(n), phrase('panel_outside_rule'));
}
