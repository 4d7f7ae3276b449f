import { type Norms, WEEKS } from '../norms/norms';
import { CYCLE_DAYS, NO_DECISION, PRIOR_DEALS, WIN_RATE } from './priors';

/** Chance a day, of a deal still open at an age, that it ends that day, by how; and how the month of the quarter moves it. */
export type Hazard = {
  readonly won: readonly number[];
  readonly lost: readonly number[];
  /** Closed as "no decision". */
  readonly none: readonly number[];
  /** Factors by month of the quarter: 1 is no effect. */
  readonly wonIn: readonly number[];
  readonly lostIn: readonly number[];
  readonly noneIn: readonly number[];
};

/**
 * Daily hazards of winning, losing and ending without a decision by week of age, with a deal that is still open counted as long as it has been open
 * (competing risks with censoring; the estimate is events / days at risk, as in the Nelson-Aalen estimator). The published priors
 * stand in as {@link PRIOR_DEALS} deals of usual length.
 *
 * The month of the quarter multiplies them: what happened in those months, against what the ages alone would have brought
 * (indirect standardisation), drawn to 1 by the same weight.
 */
export function hazardOf({ course }: Pick<Norms, 'course'>): Hazard {
  const daily = 1 / CYCLE_DAYS.value;
  const prior = {
    won: WIN_RATE.value * daily,
    lost: (1 - WIN_RATE.value - NO_DECISION.value) * daily,
    none: NO_DECISION.value * daily,
  };
  const week = (side: keyof typeof prior) =>
    Array.from({ length: WEEKS }, (_, age) => {
      // A prior deal of usual length is still open at an age with this chance.
      const priorDays = PRIOR_DEALS * 7 * Math.exp(-(age * 7) / CYCLE_DAYS.value);
      return (total(course[side][age]) + priorDays * prior[side]) / (total(course.days[age]) + priorDays);
    });
  const won = week('won');
  const lost = week('lost');
  const none = week('none');
  const season = (side: keyof typeof prior, hazard: readonly number[]) =>
    [0, 1, 2].map((month) => {
      const seen = course[side].reduce((sum, months) => sum + (months[month] ?? 0), 0);
      const due = course.days.reduce((sum, months, age) => sum + (months[month] ?? 0) * (hazard[age] ?? 0), 0);
      return (seen + PRIOR_DEALS) / (due + PRIOR_DEALS);
    });
  return {
    won,
    lost,
    none,
    wonIn: season('won', won),
    lostIn: season('lost', lost),
    noneIn: season('none', none),
  };
}

const total = (months: readonly number[] | undefined): number => (months ?? []).reduce((sum, count) => sum + count, 0);

/** How a deal of an age ends, by hazards alone. The four add up to 1. */
export type Course = {
  readonly won: number;
  readonly lost: number;
  readonly noDecision: number;
  readonly slips: number;
};

/** Days beyond which nothing is expected to end any more: five years. */
const FAR = 5 * 365;

/**
 * How a deal that is open today ends within so many days: won, lost, without a decision, or not at all - and then whether it will be
 * decided one day (`slips`) or never (which is `noDecision` too).
 *
 * @param age - days since creation, >= 0
 * @param days - days of the horizon, today not counted; 0 or more
 * @param months - month of the quarter of tomorrow and the days after it, see `monthOfQuarter`; the season is left out beyond them
 */
export function courseFrom(hazard: Hazard, age: number, days: number, months: ArrayLike<number>): Course {
  const { won, lost, none, wonIn, lostIn, noneIn } = hazard;
  let open = 1;
  let isWon = 0;
  let isLost = 0;
  let isNone = 0;
  const last = Math.min(days, FAR);
  for (let day = 0; day < last; day++) {
    const week = Math.min(WEEKS - 1, Math.floor((age + day) / 7));
    const month = months[day] ?? -1;
    const w = (won[week] ?? 0) * (wonIn[month] ?? 1);
    const l = (lost[week] ?? 0) * (lostIn[month] ?? 1);
    const n = (none[week] ?? 0) * (noneIn[month] ?? 1);
    const any = w + l + n;
    if (any === 0) continue;
    const ends = open * (1 - Math.exp(-any));
    isWon += (ends * w) / any;
    isLost += (ends * l) / any;
    isNone += (ends * n) / any;
    open -= ends;
  }
  const decided = open * decidedFrom(hazard, age + last);
  return { won: isWon, lost: isLost, noDecision: isNone + open - decided, slips: decided };
}

/** Chance that a deal open at an age is won or lost one day, up to where nothing more is expected. */
function decidedFrom({ won, lost, none }: Hazard, from: number): number {
  let open = 1;
  let decided = 0;
  for (let age = from; age < FAR; ) {
    const week = Math.min(WEEKS - 1, Math.floor(age / 7));
    const until = week === WEEKS - 1 ? FAR : (week + 1) * 7;
    const either = (won[week] ?? 0) + (lost[week] ?? 0);
    const any = either + (none[week] ?? 0);
    const ends = open * (1 - Math.exp(-(until - age) * any));
    if (any > 0) decided += (ends * either) / any;
    open -= ends;
    age = until;
  }
  return decided;
}
