import { instantOf } from '../../core/value/instant';
import type { CallsCard, Keeping, RoomMadeCard } from '../../messages/ahead';
import type { CachedRecord } from '../../messages/cards/cached-record';
import type { PageAnswers } from '../../messages/port';
import type { StoredLine } from '../../store/schema';
import type { Store } from '../../store/store';
import { keyIn } from '../desk/asking/requests';
import { turns } from '../turns';
import type { Attendance } from './attendance';
import { allowed, callsOf } from './calls';
import { keepWishes, wishes } from './keeping';
import { workOf } from './place-of-work';
import { beforeIn, flagIn, queryIn, wishesIn } from './questions';
import type { ReadAhead } from './read-ahead';

export type AnswerParts = {
  readonly store: Store;
  readonly ahead: ReadAhead;
  readonly attendance: Pick<Attendance, 'places'>;
  /** Tells every page what it shows once more. */
  readonly tellAll: () => Promise<void>;
  readonly clock: () => number;
};

/** Records in a page of the library's list, and calls in one of the log's. */
const PAGE = 100;

type Answers = Pick<PageAnswers, 'cached' | 'pin' | 'keeping' | 'keep' | 'toldOfRoom' | 'reads' | 'clearReads'>;

/** What is asked about what is kept, kept fresh and logged. */
export function aheadAnswers({ store, ahead, attendance, tellAll, clock }: AnswerParts): Answers {
  // Two pages of options may be open.
  const inTurn = turns();
  const again = async () => void ahead.again(await attendance.places()).catch(() => undefined);
  const keeping = async (): Promise<Keeping> => {
    const [{ on, share }, state, calls, pinned, deals, tended, reads, roomMade] = await Promise.all([
      wishes(store),
      ahead.state(),
      store.reads.allCalls(),
      store.lines.pinned(),
      store.lines.count(),
      store.lines.tendedInAll(),
      store.reads.count(),
      roomMadeOf(store),
    ]);
    return {
      on,
      share,
      ahead: state,
      calls: calls.map((one) => callsCard(one, share, clock())),
      pinned: pinned.map(cachedRecord),
      deals,
      tended,
      reads,
      roomMade,
    };
  };
  return {
    async cached(request) {
      const { query, after } = queryIn(request);
      const [{ lines, next }, all, roomMade] = await Promise.all([
        store.lines.page(query, after, PAGE),
        store.lines.count(),
        roomMadeOf(store),
      ]);
      return { records: lines.map(cachedRecord), next, all, roomMade };
    },
    async pin(request) {
      await store.lines.pin(keyIn(request), flagIn(request, 'pinned'));
      await again();
      return null;
    },
    keeping,
    async keep(request) {
      const change = wishesIn(request);
      await inTurn(() => keepWishes(store, change));
      if (change.stopped === false || change.on === true) {
        // Who says "go on" has made room, or takes it upon themselves.
        for (const connection of await store.connections()) {
          const work = await workOf(store, connection);
          if (work.full) await store.keepSync(connection, { ...work, full: false });
        }
      }
      await again();
      return keeping();
    },
    async toldOfRoom() {
      await store.roomToldOf();
      await tellAll();
      return null;
    },
    reads: (request) => store.reads.page(beforeIn(request), PAGE),
    async clearReads() {
      await store.reads.clear();
      return null;
    },
  };
}

function cachedRecord({ key, ref, line, readAt, pinned }: StoredLine): CachedRecord {
  return { key, ref, name: line.name, account: line.account, owner: line.owner?.name ?? null, asOf: readAt, pinned };
}

/** Deals that had to make room since the user was last told; null: none. */
export async function roomMadeOf(store: Pick<Store, 'roomMade'>): Promise<RoomMadeCard | null> {
  const made = await store.roomMade();
  return made && { at: instantOf(made.at), deals: made.deals };
}

function callsCard(
  { host, calls }: { readonly host: string; readonly calls: unknown },
  share: number,
  now: number,
): CallsCard {
  const read = callsOf(calls);
  const isToday = read?.day === new Date(now).toISOString().slice(0, 10);
  return {
    host,
    own: isToday ? read.own : 0,
    ahead: isToday ? read.ahead : 0,
    allowed: allowed(read, share),
    organisation: read?.usage ? { ...read.usage, at: instantOf(read.usage.at) } : null,
  };
}
