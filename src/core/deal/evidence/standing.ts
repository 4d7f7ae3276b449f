import type { Dossier } from '../../model/dossier';
import type { CivilDate } from '../../value/civil-date';
import {
  type Answer,
  type Explained,
  explained,
  isExplained,
  type Term,
  term,
  unanswered,
} from '../../value/explained';
import type { Instant } from '../../value/instant';
import { isGiven } from '../../value/known';
import { countFigure, dateFigure, daysFigure, numberFigure, phrase, phraseFigure } from '../../value/phrase';
import type { Clock } from './clock';
import { type Evidence, evidence } from './evidence';
import { halfLife, longSilence } from './silence';

/** Where a deal stands by what the buyer has done. */
export type EvidenceStanding = {
  /** All that is shown, counted or not, newest first; empty where the activities are missing. */
  readonly rows: readonly Evidence[];
  /** Rows dated in the future or before the deal itself: they are named, and count nowhere. */
  readonly odd: readonly Evidence[];
  /** How many acts count. */
  readonly counted: Answer<number>;
  /** The weights of all that counts, added up: three acts of today are 3, six of one half-life ago are 3 as well. */
  readonly strength: Answer<number>;
  readonly lastActOn: Answer<CivilDate>;
  readonly daysSince: Answer<number>;
  /** Different people on the buyer's side behind what counts. */
  readonly people: Answer<number>;
  /** The latest date ahead that the buyer has set. */
  readonly buyerDate: Answer<CivilDate>;
  /** Whether the deal counts in evidenced coverage: the buyer did something within the long silence, or set a date ahead. */
  readonly evidenced: Answer<boolean>;
  readonly longSilence: Explained<number>;
};

/**
 * Where a deal stands by what the buyer has done.
 *
 * That nothing is recorded is never said to be silence: mail may be kept outside the CRM. Then the days since the last act
 * are unanswered, and the count of 0 says that it counts what is recorded.
 *
 * @param learnedSilence - see {@link longSilence}
 */
export function evidenceStanding(
  { opportunity, activities }: Pick<Dossier, 'opportunity' | 'activities'>,
  clock: Clock,
  learnedSilence?: Answer<number>,
): EvidenceStanding {
  const silence = longSilence(learnedSilence);
  if (!isGiven(activities)) {
    const none = unanswered(activities.missing, phrase('deal_evidence_not_readable'));
    return {
      rows: [],
      odd: [],
      counted: none,
      strength: none,
      lastActOn: none,
      daysSince: none,
      people: none,
      buyerDate: none,
      evidenced: none,
      longSilence: silence,
    };
  }
  const decay = halfLife(silence);
  const rows = evidence(activities.value, opportunity.createdOn, clock, decay.value);
  const own = { asOf: activities.asOf, sources: [activities.source] };
  const counting = rows.filter(({ counted }) => counted);
  const acts = counting.filter(({ ahead }) => !ahead);
  const last = acts[0];
  const strength = acts.reduce((all, { weight }) => all + weight, 0);
  const daysSince = last
    ? explained(last.ageDays, daysFigure(last.ageDays), phrase('deal_days_since_rule'), [], own)
    : unanswered('not-recorded', phrase('deal_evidence_none'));
  const buyerDate = dateAhead(counting, own);
  return {
    rows,
    odd: rows.filter(({ notCounted }) => notCounted !== undefined && ODD.has(notCounted.why)),
    counted: explained(
      counting.length,
      countFigure(counting.length),
      phrase('deal_counted_rule'),
      counting.map((row) => weightTerm(row, own)),
      own,
    ),
    strength: explained(
      strength,
      numberFigure(strength, 1),
      phrase('deal_strength_rule'),
      [term('deal_half_life', decay), ...acts.map((row) => weightTerm(row, own))],
      own,
    ),
    lastActOn: last
      ? explained(last.on, dateFigure(last.on), phrase('deal_last_act_rule'), [], own)
      : unanswered('not-recorded', phrase('deal_evidence_none')),
    daysSince,
    people: people(acts, own),
    buyerDate,
    evidenced: evidenced(daysSince, buyerDate, silence, own),
    longSilence: silence,
  };
}

const ODD: ReadonlySet<string> = new Set(['future', 'before-deal']);

type Own = { readonly asOf: Instant; readonly sources: Explained['sources'] };

function weightTerm({ on, weight, belongs }: Evidence, own: Own): Term {
  const rule = phrase('deal_weight_rule', phraseFigure(belongs.because));
  return term('deal_weight_term', explained(weight, numberFigure(weight, 2), rule, [], own), dateFigure(on));
}

function people(acts: readonly Evidence[], own: Own): Answer<number> {
  const ids = new Set(acts.flatMap(({ contactIds }) => contactIds));
  if (ids.size === 0) return unanswered('not-recorded', phrase('deal_people_none'));
  return explained(ids.size, countFigure(ids.size), phrase('deal_people_rule'), [], own);
}

function dateAhead(counting: readonly Evidence[], own: Own): Answer<CivilDate> {
  const latest = counting.find(({ kind, ahead }) => kind === 'date' && ahead);
  if (!latest) return unanswered('not-recorded', phrase('deal_buyer_date_none'));
  return explained(latest.on, dateFigure(latest.on), phrase('deal_buyer_date_rule'), [], own);
}

function evidenced(
  daysSince: Answer<number>,
  buyerDate: Answer<CivilDate>,
  silence: Explained<number>,
  own: Own,
): Explained<boolean> {
  const terms = [
    term('deal_days_since', daysSince),
    term('deal_buyer_date', buyerDate),
    term('deal_long_silence', silence),
  ];
  const recent = isExplained(daysSince) && daysSince.value <= silence.value;
  const value = recent || isExplained(buyerDate);
  const says = value ? phrase('deal_evidenced_yes') : phrase('deal_evidenced_no');
  return explained(value, phraseFigure(says), phrase('deal_evidenced_rule'), terms, own);
}
