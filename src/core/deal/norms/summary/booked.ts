import { dateOfDayNumber } from '../../../value/civil-date';
import type { Norms } from '../norms';

/** Bookings are kept for two years: eight quarters of a booking curve. */
const BOOKED_DAYS = 740;

export type BookedCount = {
  /** @param day - day number of the close */
  readonly count: (day: number, amount: number | null) => void;
  readonly all: () => Norms['booked'];
};

/** Adds won amounts up by day of closing. */
export function bookedCount(today: number): BookedCount {
  const days = new Map<number, number>();
  return {
    count(day, amount) {
      if (amount !== null && day > today - BOOKED_DAYS) days.set(day, (days.get(day) ?? 0) + amount);
    },
    all: () => [...days].sort(([a], [b]) => a - b).map(([day, minor]) => [dateOfDayNumber(day), minor]),
  };
}
