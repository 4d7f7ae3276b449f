import type { Clock } from '../../deal/evidence/clock';
import { daysBy } from '../../deal/evidence/clock';
import { longSilence } from '../../deal/evidence/silence';
import type { Dossier } from '../../model/dossier';
import type { Period } from '../../model/goal';
import { addDays } from '../../value/civil-date';
import { type Answer, type Explained, isExplained } from '../../value/explained';
import { isGiven, type Known } from '../../value/known';
import { type Phrase, phrase } from '../../value/phrase';
import { twoClocks } from '../clocks/two-clocks';
import { committee } from '../committee/committee';
import { dealActs } from '../committee/deal-act';
import { emptyChairs, type RoleNorms } from '../committee/empty-chairs';
import { QUALIFICATIONS, type QualificationKind, qualification } from '../process/qualification';
import { because, item, type MissingItem, type MissingKind } from './missing-item';

/** A chair that only a book asks for weighs less than any that four of five own wins had. */
const PRIOR_CHAIR = 0.8;

/**
 * What is missing on the buyer's side of an open deal, most important first; nothing for a deal that has ended.
 *
 * What permissions hide is named as hidden and never as missing; a field that the organisation does not have is not asked for.
 *
 * @param norms - what won deals of this kind had; see {@link emptyChairs}
 * @param silence - days after which a person no longer holds a thread; the published ones unless the norms say more
 */
export function missing(
  dossier: Dossier,
  clock: Clock,
  norms?: RoleNorms,
  silence: Explained<number> = longSilence(),
): MissingItem[] {
  if (dossier.opportunity.outcome !== 'open') return [];
  const items = [
    ...people(dossier, clock, norms, silence),
    ...dates(dossier, clock),
    ...nextStep(dossier, clock),
    ...facts(dossier),
    ...qualifications(dossier),
  ];
  return items.sort((a, b) => readable(b) - readable(a) || b.importance - a.importance);
}

/** What could not be read comes last: reading it is our task, and no gap in the deal. */
function readable({ standing }: MissingItem): number {
  return standing === 'unknown' ? 0 : 1;
}

function people(
  dossier: Dossier,
  clock: Clock,
  norms: RoleNorms | undefined,
  silence: Explained<number>,
): MissingItem[] {
  const items: MissingItem[] = [];
  const chairs = emptyChairs(dossier.committee, norms);
  if (!chairs.known) {
    items.push(item('committee', phrase('buyer_missing_committee'), chairs.because, chairs.missing));
  } else {
    if (isGiven(dossier.committee) && dossier.committee.value.length === 0) {
      items.push(item('committee', phrase('buyer_missing_committee'), phrase('buyer_nobody_recorded'), 'not-recorded'));
    }
    for (const chair of chairs.chairs.filter(({ usual }) => usual)) {
      items.push({
        what: 'chair',
        name: phrase('buyer_missing_chair', chair.name),
        because: chair.because,
        standing: 'absent',
        importance: isExplained(chair.share) ? chair.share.value : PRIOR_CHAIR,
        chair,
      });
    }
  }
  if (!isGiven(dossier.activities)) {
    const name = phrase('buyer_missing_activities');
    items.push(item('activities', name, phrase('buyer_acts_not_readable'), dossier.activities.missing));
    return items;
  }
  const { single } = committee(dossier, clock, silence).threading;
  if (isExplained(single) && single.value) {
    items.push(item('second-thread', phrase('buyer_missing_second'), phrase('buyer_second_because'), 'not-recorded'));
  }
  return items;
}

function dates(dossier: Dossier, clock: Clock): MissingItem[] {
  const { today } = daysBy(clock);
  const day: Period = { label: '', kind: 'custom', start: today, end: addDays(today, 1) };
  const { buyer } = twoClocks(day, dossier.account, dossier, clock);
  return [
    ...unless(buyer.nextDate, 'decision-date', phrase('buyer_missing_decision_date')),
    ...unless(buyer.yearEnd, 'buyer-year', phrase('buyer_missing_year')),
  ];
}

function nextStep({ opportunity, activities }: Dossier, clock: Clock): MissingItem[] {
  const { nextStep: said, createdOn } = opportunity;
  if (isGiven(said) && said.value.trim() !== '') return [];
  const acts = isGiven(activities) ? dealActs(activities.value, createdOn, clock) : [];
  if (acts.some(({ standing }) => standing === 'planned')) return [];
  const reason = isGiven(said) ? 'not-recorded' : said.missing;
  return [item('next-step', phrase('buyer_missing_next_step'), because(reason, phrase('buyer_no_next_step')), reason)];
}

function facts({ opportunity }: Dossier): MissingItem[] {
  return [
    ...ifMissing(opportunity.amount, 'amount', phrase('buyer_missing_amount'), phrase('buyer_no_amount')),
    ...ifMissing(
      opportunity.closeDate,
      'close-date',
      phrase('buyer_missing_close_date'),
      phrase('buyer_no_close_date'),
    ),
    ...ifMissing(opportunity.account, 'account', phrase('buyer_missing_account'), phrase('buyer_no_account')),
  ];
}

function qualifications({ opportunity }: Dossier): MissingItem[] {
  const said = qualification(opportunity);
  return QUALIFICATIONS.flatMap((kind) => {
    const answer = said[kind];
    // The organisation has no field for it: nobody could have filled one.
    if (isExplained(answer) || answer.missing === 'feature-off') return [];
    return [item(kind, QUALIFICATION_NAMES[kind], because(answer.missing, answer.because), answer.missing)];
  });
}

const QUALIFICATION_NAMES: Readonly<Record<QualificationKind, Phrase>> = {
  need: phrase('buyer_need'),
  budget: phrase('buyer_budget'),
  process: phrase('buyer_process'),
  authority: phrase('buyer_authority'),
  timeline: phrase('buyer_timeline'),
  pain: phrase('buyer_pain'),
};

function unless(answer: Answer<unknown>, what: Exclude<MissingKind, 'chair'>, name: Phrase): MissingItem[] {
  return isExplained(answer) ? [] : [item(what, name, because(answer.missing, answer.because), answer.missing)];
}

function ifMissing(
  known: Known<unknown>,
  what: Exclude<MissingKind, 'chair'>,
  name: Phrase,
  otherwise: Phrase,
): MissingItem[] {
  return isGiven(known) ? [] : [item(what, name, because(known.missing, otherwise), known.missing)];
}
