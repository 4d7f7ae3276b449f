import type { CrmProblem } from '../../core/model/crm-problem';
import { formatRecordRef, type RecordRef } from '../../core/model/record-ref';
import { ok, problem, type Result } from '../../core/value/result';
import type { Progress } from '../../messages/reading';
import type { Owned } from '../../store/schema';
import type { Store } from '../../store/store';
import { crmTime } from '../clock';
import { learningTold } from '../learn/learning-told';
import type { Lessons } from '../learn/lessons';
import { hostOfPlace, type Place, placeText } from '../place';
import { sameOwner } from '../reach/keychain';
import type { Reach } from '../reach/reach';
import type { Standings } from '../reach/standing';
import { type Found, recordReaders } from './record-readers';

export type RefreshParts = {
  readonly reach: Reach;
  /** The same ways, for what nobody waits for. */
  readonly quietly: Pick<Reach, 'to'>;
  readonly store: Store;
  readonly standings: Standings;
  readonly lessons: Lessons;
  readonly clock: () => number;
  /** Tells those that watch the record how it stands now. */
  readonly tell: (place: Place, ref: RecordRef) => Promise<void>;
  /** The same for every record that is watched at a place. */
  readonly tellPlace: (place: Place) => Promise<void>;
  /** Tells them no more than how far a long read has come. */
  readonly tellProgress: (place: Place) => void;
  readonly isWatched: (place: Place) => boolean;
  /** Where the CRM may not be asked for good: reads what its page shows. */
  readonly readShown: (problem: CrmProblem, place: Place, ref: RecordRef) => Promise<void>;
};

/** Reads records from the CRM into the store. */
export type Refresh = {
  /** Two that ask for the same record at the same time share one read. */
  readonly record: (place: Place, ref: RecordRef) => Promise<Result<null, CrmProblem>>;
  /** A read that has not begun before: for who has just opened the way that one under way found closed. */
  readonly anew: (place: Place, ref: RecordRef) => Promise<Result<null, CrmProblem>>;
  readonly isReading: (place: Place, ref: RecordRef) => boolean;
  /** What was in the way of this very record the last time, beside what is in the way of its CRM. */
  readonly problemOf: (place: Place, ref: RecordRef) => CrmProblem | null;
};

/** A read: what the CRM answers, and all that is done about it. */
type UnderWay = {
  readonly answer: Promise<Result<null, CrmProblem>>;
  readonly whole: Promise<Result<null, CrmProblem>>;
};

/** What lies with one record; anything else lies with the CRM, or the way to it. */
const OF_ONE_RECORD: ReadonlySet<CrmProblem['kind']> = new Set([
  'hidden',
  'feature-off',
  'not-found',
  'invalid',
  'conflict',
]);

export function refresher(parts: RefreshParts): Refresh {
  const { reach, quietly, store, standings, lessons, clock, tell, tellPlace, tellProgress, isWatched, readShown } =
    parts;
  const readers = recordReaders(store, clock);
  const reading = new Map<string, UnderWay>();
  const problems = new Map<string, CrmProblem>();
  const nameOf = (place: Place, ref: RecordRef) => `${placeText(place)} ${formatRecordRef(ref)}`;

  const read = async (place: Place, ref: RecordRef, isSecondTry = false): Promise<Result<null, CrmProblem>> => {
    const into = store.begun(hostOfPlace(place.host));
    const behind = await store.connection(placeText(place));
    const now = crmTime(clock(), behind?.clockOffset ?? 0);
    const limit = await standings.limited(placeText(place), now);
    if (limit) return problem(limit);
    const reached = await reach.to(place);
    if (!reached.ok) return heeded(place, reached.problem);
    standings.now(placeText(place), { way: reached.value.way });
    const owned: Owned = {
      crm: place.crm,
      organisation: reached.value.facts.organisation,
      user: reached.value.facts.user,
    };
    const found = await readers[ref.kind](into, place, reached.value, owned, ref, now);
    if (!found.ok) {
      if (found.problem.kind !== 'signed-out' && found.problem.kind !== 'blocked') return heeded(place, found.problem);
      await reach.lost(place, found.problem, reached.value.way);
      // An app's grant that has ended must not stand in the way of a good session.
      return reached.value.way === 'app' && !isSecondTry ? read(place, ref, true) : found;
    }
    if (!into.isForgotten(owned)) learn(place, owned, found.value).catch(() => undefined);
    return ok(null);
  };

  const heeded = async (place: Place, why: CrmProblem) => {
    if (why.kind === 'rate-limited') await standings.limit(placeText(place), why.until);
    return problem(why);
  };

  const learn = async (place: Place, owned: Owned, { facts, now }: Found): Promise<void> => {
    const quiet = await quietly.to(place);
    if (!quiet.ok || !sameOwner(quiet.value.facts, owned)) return;
    const tells = learningTold(clock, { progress: () => tellProgress(place), norms: () => tellPlace(place) });
    const told = (progress: Progress | null, isNew: boolean) => {
      standings.now(placeText(place), { progress });
      return tells(progress === null, isNew);
    };
    await lessons.learn(owned, quiet.value.reader, facts, now, () => isWatched(place), told);
  };

  const heed = async (place: Place, ref: RecordRef, result: Result<null, CrmProblem>) => {
    problems.delete(nameOf(place, ref));
    if (result.ok) standings.now(placeText(place), { problem: null, live: true });
    else if (OF_ONE_RECORD.has(result.problem.kind)) {
      problems.set(nameOf(place, ref), result.problem);
      standings.now(placeText(place), { problem: null, live: true });
    } else {
      standings.now(placeText(place), { problem: result.problem, live: false });
      // A page may take its time to be drawn: what is wrong is said before.
      await tell(place, ref);
      await readShown(result.problem, place, ref);
    }
  };

  const begin = (place: Place, ref: RecordRef) => {
    const name = nameOf(place, ref);
    const answer = read(place, ref);
    const whole = (async () => {
      try {
        const result = await answer;
        await heed(place, ref, result);
        return result;
      } finally {
        if (reading.get(name)?.answer === answer) reading.delete(name);
        await tell(place, ref);
      }
    })();
    reading.set(name, { answer, whole });
    return whole;
  };

  return {
    isReading: (place, ref) => reading.has(nameOf(place, ref)),
    problemOf: (place, ref) => problems.get(nameOf(place, ref)) ?? null,
    record: (place, ref) => reading.get(nameOf(place, ref))?.whole ?? begin(place, ref),
    async anew(place, ref) {
      await reading.get(nameOf(place, ref))?.answer.catch(() => undefined);
      return begin(place, ref);
    },
  };
}
