import type { OwnCalibration } from '../../core/deal/calibration/own-past';
import { type CivilDate, civilDate } from '../../core/value/civil-date';
import { civilDateAt, type Instant } from '../../core/value/instant';
import { ifGiven } from '../../core/value/known';
import type { CrmFacts } from '../../crm/port';
import type { CalibrationCard } from '../../messages/cards/calibration-card';
import { ownedText, type StoredConnection } from '../../store/schema';
import type { Store } from '../../store/store';
import { crmTime } from '../clock';
import { viewerOf } from '../viewer';
import type { Lessons, Read } from './lessons';

export type CalibrationParts = {
  readonly store: Store;
  readonly lessons: Pick<Lessons, 'read'>;
  readonly clock: () => number;
};

/** What is kept of it, and for which lesson and quarter it holds. */
type Kept = { readonly format: 1; readonly holdsFor: string; readonly asOf: Instant; readonly of: OwnCalibration };

/**
 * How the odds have done, for each that was learned. The work takes a while and the background may be put to sleep in it: a call
 * begins it and answers at once, and asking again both keeps it awake and fetches the outcome.
 */
export function calibrations({ store, lessons, clock }: CalibrationParts): () => Promise<readonly CalibrationCard[]> {
  const running = new Set<string>();
  const failed = new Set<string>();

  const how = async (of: StoredConnection, facts: CrmFacts): Promise<CalibrationCard['how']> => {
    const read = await lessons.read(of);
    if (!read) return { is: 'unread' };
    if (!read.complete) return { is: 'being-read', done: read.deals, of: read.of };
    const today = civilDateAt(crmTime(clock(), of.clockOffset), facts.zone);
    const quarter = { start: await quarterStart(store, of, today) };
    const holdsFor = `${read.mark}/${quarter.start}`;
    const name = `${ownedText(of)}/${holdsFor}`;
    const kept = (await store.calibration(of)) as Kept | null;
    if (kept?.format === 1 && kept.holdsFor === holdsFor) {
      return kept.of.odds === null || kept.of.base === null
        ? { is: 'too-few', deals: read.deals }
        : { is: 'known', asOf: kept.asOf, of: kept.of };
    }
    if (failed.has(name)) return { is: 'failed' };
    if (!running.has(name)) {
      running.add(name);
      work(of, read, quarter, today, holdsFor)
        .catch(() => failed.add(name))
        .finally(() => running.delete(name));
    }
    return { is: 'being-worked-out' };
  };

  const work = async (
    of: StoredConnection,
    read: Read,
    quarter: { readonly start: CivilDate },
    today: CivilDate,
    holdsFor: string,
  ) => {
    const into = store.begun(null);
    const found: Kept = { format: 1, holdsFor, asOf: read.until, of: await read.calibration(quarter, today) };
    // Who has everything forgotten meanwhile wants this forgotten too.
    if ((await lessons.read(of))?.mark === read.mark) await into.keepCalibration(of, found, found.asOf);
  };

  return async () => {
    const byOwner = new Map<string, StoredConnection>();
    for (const connection of await store.connections()) {
      const known = byOwner.get(ownedText(connection));
      if (!known || known.at < connection.at) byOwner.set(ownedText(connection), connection);
    }
    return Promise.all(
      [...byOwner.values()].map(async (connection): Promise<CalibrationCard> => {
        const facts = connection.facts as CrmFacts;
        const user = ifGiven(facts.viewer)?.name ?? null;
        return { host: hostOf(connection), user, how: await how(connection, facts) };
      }),
    );
  };
}

/** The fiscal quarter that holds today, where a book tells it; else the calendar's. */
async function quarterStart(store: Store, of: StoredConnection, today: CivilDate): Promise<CivilDate> {
  const book = await store.book(of, viewerOf(of));
  const period = book?.period;
  if (period?.kind === 'quarter' && period.start <= today && today < period.end) return period.start;
  const month = Math.floor((Number(today.slice(5, 7)) - 1) / 3) * 3 + 1;
  return civilDate(`${today.slice(0, 4)}-${String(month).padStart(2, '0')}-01`);
}

/** A connection is kept under its place: the host, and the browser's container where there is one. */
function hostOf({ host }: StoredConnection): string {
  return host.slice(host.lastIndexOf('/') + 1);
}
