import { type Norms, WEEKS } from '../norms/norms';
import { CYCLE_DAYS, NO_DECISION, PRIOR_DEALS, WIN_RATE } from './priors';

/** Chance a day, of a deal still open at an age, that it is won or lost that day; and how the month of the quarter moves it. */
export type Hazard = {
  readonly won: readonly number[];
  readonly lost: readonly number[];
  /** Factors by month of the quarter: 1 is no effect. */
  readonly wonIn: readonly number[];
  readonly lostIn: readonly number[];
};

/**
 * Daily hazards of winning and losing by week of age, with a deal that is still open counted as long as it has been open
 * (competing risks with censoring; the estimate is events / days at risk, as in the Nelson-Aalen estimator). The published priors
 * stand in as {@link PRIOR_DEALS} deals of usual length.
 *
 * The month of the quarter multiplies them: what happened in those months, against what the ages alone would have brought
 * (indirect standardisation), drawn to 1 by the same weight.
 */
export function hazardOf({ course }: Pick<Norms, 'course'>): Hazard {
  const daily = 1 / CYCLE_DAYS.value;
  const prior = { won: WIN_RATE.value * daily, lost: (1 - WIN_RATE.value - NO_DECISION.value) * daily };
  const week = (side: 'won' | 'lost') =>
    Array.from({ length: WEEKS }, (_, age) => {
      // A prior deal of usual length is still open at an age with this chance.
      const priorDays = PRIOR_DEALS * 7 * Math.exp(-(age * 7) / CYCLE_DAYS.value);
      return (total(course[side][age]) + priorDays * prior[side]) / (total(course.days[age]) + priorDays);
    });
  const won = week('won');
  const lost = week('lost');
  const season = (side: 'won' | 'lost', hazard: readonly number[]) =>
    [0, 1, 2].map((month) => {
      const seen = course[side].reduce((sum, months) => sum + (months[month] ?? 0), 0);
      const due = course.days.reduce((sum, months, age) => sum + (months[month] ?? 0) * (hazard[age] ?? 0), 0);
      return (seen + PRIOR_DEALS) / (due + PRIOR_DEALS);
    });
  return { won, lost, wonIn: season('won', won), lostIn: season('lost', lost) };
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
 * How a deal that is open today ends within so many days: won, lost, or neither - and then whether it will ever end (`slips`) or not
 * (`noDecision`).
 *
 * @param age - days since creation, >= 0
 * @param days - days of the horizon, today not counted; 0 or more
 * @param months - month of the quarter of tomorrow and the days after it, see `monthOfQuarter`; the season is left out beyond them
 */
export function courseFrom(hazard: Hazard, age: number, days: number, months: ArrayLike<number>): Course {
  const { won, lost, wonIn, lostIn } = hazard;
  let open = 1;
  let isWon = 0;
  let isLost = 0;
  const last = Math.min(days, FAR);
  for (let day = 0; day < last; day++) {
    const week = Math.min(WEEKS - 1, Math.floor((age + day) / 7));
    const month = months[day] ?? -1;
    const w = (won[week] ?? 0) * (wonIn[month] ?? 1);
    const l = (lost[week] ?? 0) * (lostIn[month] ?? 1);
    if (w + l === 0) continue;
    const ends = open * (1 - Math.exp(-(w + l)));
    isWon += (ends * w) / (w + l);
    isLost += (ends * l) / (w + l);
    open -= ends;
  }
  const never = open * Math.exp(-remaining(won, lost, age + last));
  return { won: isWon, lost: isLost, noDecision: never, slips: open - never };
}

/** What is left of both hazards from an age on, up to where nothing more is expected. */
function remaining(won: readonly number[], lost: readonly number[], from: number): number {
  let sum = 0;
  for (let age = from; age < FAR; ) {
    const week = Math.min(WEEKS - 1, Math.floor(age / 7));
    const until = week === WEEKS - 1 ? FAR : (week + 1) * 7;
    sum += (Math.min(until, FAR) - age) * ((won[week] ?? 0) + (lost[week] ?? 0));
    age = until;
  }
  return sum;
}
