import { type Clock, daysBy } from '../../deal/evidence/clock';
import { evidence } from '../../deal/evidence/evidence';
import type { Dossier } from '../../model/dossier';
import { type CivilDate, daysBetween } from '../../value/civil-date';
import { type Answer, explained, isExplained, term, unanswered } from '../../value/explained';
import type { Instant } from '../../value/instant';
import { isGiven, type MissingReason } from '../../value/known';
import { dateFigure, daysFigure, type Phrase, phrase, phraseFigure, textFigure } from '../../value/phrase';
import { type DealAct, dealActs } from '../committee/deal-act';
import { BUYER_STEPS, type BuyerStep, STEP_ACTS, STEP_NAMES, stepOfStage } from './buyer-step';
import { type Qualification, qualification } from './qualification';

/** One step on both tracks: when our stage claimed it, when an act of the buyer's showed it. */
export type StepOnBothTracks = {
  readonly step: BuyerStep;
  /** The first day on which our stage stood at this step or beyond. */
  readonly claimedOn: Answer<CivilDate>;
  /** The first day on which the buyer did what belongs to this step or a later one. */
  readonly shownOn: Answer<CivilDate>;
  /** `undated`: a date of theirs that is still ahead shows that they have come so far, and not on which day. */
  readonly shown: 'dated' | 'undated' | 'no' | 'unknown';
  /**
   * Days from our claim to the buyer's act: positive where the buyer came later than we said, negative where earlier. Where
   * the buyer has not come yet, days until today, and `running`.
   */
  readonly lagDays: Answer<number>;
  readonly running: boolean;
};

/** The buyer's own track beside the seller's stage. */
export type BuyingProcess = {
  readonly steps: readonly StepOnBothTracks[];
  /** The furthest step that the buyer's acts show. */
  readonly buyerAt: Answer<BuyerStep>;
  /** The step that our present stage claims. */
  readonly sellerAt: Answer<BuyerStep>;
  readonly qualification: Qualification;
};

/**
 * The buyer's track beside ours, from dated acts and from the stage history.
 *
 * @param stepOf - which step a stage claims; by the words of its name unless the organisation says otherwise
 */
export function buyingProcess(
  dossier: Pick<Dossier, 'opportunity' | 'activities' | 'history' | 'stages'>,
  clock: Clock,
  stepOf: (stage: string) => BuyerStep | undefined = stepOfStage,
): BuyingProcess {
  const { today } = daysBy(clock);
  const shownOn = shownSteps(dossier, clock);
  const ahead = dateAhead(dossier, clock);
  const claimed = claimedSteps(dossier, clock, stepOf);
  const steps = BUYER_STEPS.map((step): StepOnBothTracks => {
    const on = shownOn(step);
    const shown = isExplained(on) ? 'dated' : ahead ? 'undated' : isGiven(dossier.activities) ? 'no' : 'unknown';
    const claimedOn = claimed(step);
    return { step, claimedOn, shownOn: on, shown, ...lag(claimedOn, on, shown, today) };
  });
  const last = steps.findLast(({ shown }) => shown === 'dated' || shown === 'undated');
  const buyerAt = last
    ? explained(last.step, phraseFigure(STEP_NAMES[last.step]), phrase('buyer_step_shown_rule'), [
        term('buyer_shown_on', last.shownOn),
      ])
    : unanswered(
        isGiven(dossier.activities) ? 'not-recorded' : dossier.activities.missing,
        isGiven(dossier.activities) ? phrase('buyer_acts_none') : phrase('buyer_acts_not_readable'),
      );
  return { steps, buyerAt, sellerAt: sellerAt(dossier, stepOf), qualification: qualification(dossier.opportunity) };
}

function sellerAt(
  { opportunity: { stage } }: Pick<Dossier, 'opportunity'>,
  stepOf: (stage: string) => BuyerStep | undefined,
): Answer<BuyerStep> {
  if (!isGiven(stage)) return unanswered(stage.missing, phrase('buyer_stage_unknown'));
  const step = stepOf(stage.value.label) ?? stepOf(stage.value.name);
  const name = textFigure(stage.value.label);
  if (step === undefined) return unanswered('not-readable', phrase('buyer_stage_no_step', name));
  return explained(step, phraseFigure(STEP_NAMES[step]), phrase('buyer_step_claimed_rule', name), [], {
    asOf: stage.asOf,
    sources: [stage.source],
  });
}

/** Whether the buyer has set a date that is still ahead. */
function dateAhead({ opportunity, activities }: Pick<Dossier, 'opportunity' | 'activities'>, clock: Clock): boolean {
  if (!isGiven(activities)) return false;
  return evidence(activities.value, opportunity.createdOn, clock, 1).some(
    ({ kind, counted, ahead }) => kind === 'date' && counted && ahead,
  );
}

/** First day of each step or a later one by the buyer's acts. */
function shownSteps(
  { opportunity, activities }: Pick<Dossier, 'opportunity' | 'activities'>,
  clock: Clock,
): (step: BuyerStep) => Answer<CivilDate> {
  if (!isGiven(activities)) {
    const none = unanswered(activities.missing, phrase('buyer_acts_not_readable'));
    return () => none;
  }
  const { today } = daysBy(clock);
  const acts = dealActs(activities.value, opportunity.createdOn, clock)
    .filter(({ standing, direction, on }) => standing === 'counted' && direction !== 'out' && on <= today)
    .reverse();
  const own = { asOf: activities.asOf, sources: [activities.source] };
  const first = new Map(BUYER_STEPS.map((step) => [step, firstDay(acts, step)]));
  return (step) => {
    const from = BUYER_STEPS.indexOf(step);
    const days = BUYER_STEPS.slice(from).flatMap((later) => first.get(later) ?? []);
    const on = days.sort()[0];
    return on === undefined
      ? unanswered('not-recorded', phrase('buyer_step_not_shown'))
      : explained(on, dateFigure(on), SHOWN_BY[step], [], own);
  };
}

const SHOWN_BY = {
  need: phrase('buyer_shown_by_need'),
  evaluation: phrase('buyer_shown_by_evaluation'),
  proposal: phrase('buyer_shown_by_proposal'),
  commitment: phrase('buyer_shown_by_commitment'),
} as const;

/** The day on which enough of the buyer's people have done what belongs to a step; acts oldest first. */
function firstDay(acts: readonly DealAct[], step: BuyerStep): CivilDate | undefined {
  const { kinds, people } = STEP_ACTS[step];
  const seen = new Set<string>();
  for (const { kind, on, contactIds } of acts) {
    if (!kinds.includes(kind)) continue;
    for (const id of contactIds) seen.add(id);
    if (seen.size >= people) return on;
  }
  return undefined;
}

/** First day on which the stage stood at each step or beyond, from the history; a deal's present stage has no day of its own. */
function claimedSteps(
  { history, stages }: Pick<Dossier, 'history' | 'stages'>,
  clock: Clock,
  stepOf: (stage: string) => BuyerStep | undefined,
): (step: BuyerStep) => Answer<CivilDate> {
  if (!isGiven(history)) {
    const none = unanswered(history.missing, phrase('buyer_no_stage_history'));
    return () => none;
  }
  const { on } = daysBy(clock);
  const labels = new Map(isGiven(stages) ? stages.value.map(({ name, label }) => [name, label]) : []);
  const first = new Map<BuyerStep, Instant>();
  for (const { at, stage } of history.value) {
    if (!isGiven(stage) || at > clock.now) continue;
    const step = stepOf(labels.get(stage.value) ?? stage.value) ?? stepOf(stage.value);
    for (const passed of step === undefined ? [] : BUYER_STEPS.slice(0, BUYER_STEPS.indexOf(step) + 1)) {
      const held = first.get(passed);
      if (held === undefined || at < held) first.set(passed, at);
    }
  }
  const own = { asOf: history.asOf, sources: [history.source] };
  return (step) => {
    const at = first.get(step);
    if (at === undefined) return unanswered('not-recorded', phrase('buyer_step_not_claimed'));
    const day = on(at);
    return explained(day, dateFigure(day), phrase('buyer_claimed_rule'), [], own);
  };
}

function lag(
  claimedOn: Answer<CivilDate>,
  shownOn: Answer<CivilDate>,
  shown: StepOnBothTracks['shown'],
  today: CivilDate,
): Pick<StepOnBothTracks, 'lagDays' | 'running'> {
  const terms = [term('buyer_claimed_on', claimedOn), term('buyer_shown_on', shownOn)];
  const none = (reason: MissingReason, because: Phrase) => ({
    lagDays: unanswered(reason, because, terms),
    running: false,
  });
  if (!isExplained(claimedOn)) return none(claimedOn.missing, phrase('buyer_lag_not_claimed'));
  if (isExplained(shownOn)) {
    const days = daysBetween(claimedOn.value, shownOn.value);
    return { lagDays: explained(days, daysFigure(days), phrase('buyer_lag_rule'), terms), running: false };
  }
  if (shown === 'unknown') return none(shownOn.missing, phrase('buyer_acts_not_readable'));
  if (shown === 'undated') return none('not-recorded', phrase('buyer_lag_undated'));
  const days = daysBetween(claimedOn.value, today);
  return { lagDays: explained(days, daysFigure(days), phrase('buyer_lag_running_rule'), terms), running: true };
}
