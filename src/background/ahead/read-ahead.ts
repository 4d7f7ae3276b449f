import type { CrmProblem } from '../../core/model/crm-problem';
import type { RecordRef } from '../../core/model/record-ref';
import { instantOf } from '../../core/value/instant';
import type { Ahead, Pause } from '../../messages/ahead';
import { type Owned, ownedText, type StoredConnection } from '../../store/schema';
import type { Store } from '../../store/store';
import { hostOfPlace, type Place, placeText } from '../place';
import { sameOwner } from '../reach/keychain';
import type { Reach, Reached } from '../reach/reach';
import type { Gate } from './gate';
import { wishes } from './keeping';
import { type Work, workOf } from './place-of-work';
import { dossierStep, listStep, renewed, type StepParts } from './steps';

export type ReadAheadParts = {
  readonly store: Store;
  /** The way to a CRM whose calls go through the gate, after everybody else's. */
  readonly reach: Reach;
  readonly gate: Pick<Gate, 'held'>;
  /** Somebody looks at a page of ours. */
  readonly attended: () => Promise<boolean>;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
  /** These records were read anew. */
  readonly tell: (place: Place, refs: readonly RecordRef[]) => Promise<void>;
  /** How it stands has changed. */
  readonly tellAll: (ahead: readonly Ahead[]) => void;
};

/** Keeps the viewer's open deals and the pinned ones fresh, as far as politeness reaches. */
export type ReadAhead = {
  /** Goes on at a place until all is fresh, or something is in the way. Asked again while it runs, it merely runs. */
  readonly go: (place: Place) => Promise<void>;
  readonly state: () => Promise<readonly Ahead[]>;
  /** After the user has changed what they want: what was in the way may be gone. */
  readonly again: (places: readonly Place[]) => Promise<void>;
  /** Somebody looks again: what stopped because nobody did goes on, without waiting for the alarm. */
  readonly back: (places: readonly Place[]) => Promise<void>;
};

/** A run: what it does just now, and what its rate is measured from. */
type Run = { readonly place: string; what: string; since: number; from: number };

export function readAhead(parts: ReadAheadParts): ReadAhead {
  const { store, reach, gate, attended, clock, tell, tellAll } = parts;
  const running = new Map<string, Run>();
  const ended = new Map<string, { readonly is: 'fresh' | Pause; readonly until: number | null }>();

  const state = async (): Promise<readonly Ahead[]> => {
    const byOwner = new Map<string, StoredConnection>();
    for (const connection of await store.connections()) {
      const known = byOwner.get(ownedText(connection));
      if (!known || known.at < connection.at) byOwner.set(ownedText(connection), connection);
    }
    return Promise.all([...byOwner.values()].map(one));
  };
  const one = async (connection: StoredConnection): Promise<Ahead> => {
    const [work, wants, tended, due] = await Promise.all([
      workOf(store, connection),
      wishes(store),
      store.lines.tended(connection),
      store.lines.due(connection),
    ]);
    const run = running.get(connection.host);
    const listing = work.mark !== null && work.until === null;
    const { what, done, of } = listing
      ? { what: 'ahead_listing', done: work.listed, of: work.of }
      : { what: 'ahead_dossiers', done: tended - due, of: tended };
    const end = ended.get(connection.host);
    const rest = listing || due > 0;
    const is = run ? 'reading' : standing(wants, work, end?.is, rest);
    const viewer = (connection.facts as { readonly viewer?: { readonly value?: { readonly name?: string } } }).viewer;
    return {
      host: hostOfPlace(connection.host),
      user: viewer?.value?.name ?? null,
      is,
      what,
      done,
      of,
      left: run && of !== null ? leftOf(run, what, done, of, clock()) : null,
      until: !run && end?.until != null && is === end.is ? instantOf(end.until) : null,
    };
  };

  const told = async () => tellAll(await state());

  const steps = async (place: Place, run: Run): Promise<'fresh' | Pause> => {
    for (;;) {
      const after = await step(place);
      if (after !== 'more') return after;
      await measured(run);
      await told();
    }
  };

  const step = async (place: Place): Promise<'more' | 'fresh' | Pause> => {
    const wants = await wishes(store);
    if (!wants.on) return 'off';
    if (wants.stopped) return 'stopped';
    if (!(await attended())) return 'away';
    const host = hostOfPlace(place.host);
    const into = store.begun(host);
    const behind = await store.connection(placeText(place));
    // Before a first look nothing is known of the place, and after a "forget all" nothing is to be known.
    if (!behind || typeof (await reach.who(place)) === 'string') return 'unreachable';
    const reached = await reach.to(place);
    if (!reached.ok) return gate.held()?.why ?? 'unreachable';
    const { reader, facts } = reached.value;
    if (!sameOwner(behind, facts)) return 'unreachable';
    if (!reader.changed) return 'fresh';
    const owned: Owned = { crm: place.crm, organisation: facts.organisation, user: facts.user };
    const parts: StepParts = { store: into, reader, facts, owned, host, clock };
    const work = renewed(await workOf(store, owned), clock());
    if (work.full) return 'full';
    if (work.mark !== null) {
      const listed = await listStep(work, parts);
      return listed.ok ? 'more' : afterProblem(place, listed.problem, reached.value.way);
    }
    const batch = await dossierStep(parts);
    if (!batch.ok) return afterProblem(place, batch.problem, reached.value.way);
    if (batch.value === null) return 'fresh';
    await into.keepConnection({ ...behind, facts: batch.value.facts });
    await tell(place, batch.value.refs);
    if (!batch.value.full) return 'more';
    await into.keepSync(owned, { ...work, full: true });
    return 'full';
  };

  const afterProblem = async (place: Place, why: CrmProblem, way: Reached['way']): Promise<Pause> => {
    if (why.kind === 'signed-out' || why.kind === 'blocked') await reach.lost(place, why, way);
    return gate.held()?.why ?? 'unreachable';
  };

  const measured = async (run: Run) => {
    const mine = (await state()).find(({ host }) => host === hostOfPlace(run.place));
    if (mine && mine.what !== run.what) Object.assign(run, { what: mine.what, since: clock(), from: mine.done });
  };

  const go = async (place: Place): Promise<void> => {
    const name = placeText(place);
    if (running.has(name)) return;
    const run: Run = { place: name, what: '', since: clock(), from: 0 };
    running.set(name, run);
    ended.delete(name);
    try {
      await measured(run);
      let is = await steps(place, run);
      // Somebody may have come back between the look at who is there and the end of it.
      if (is === 'away' && (await attended())) is = await steps(place, run);
      ended.set(name, { is, until: is === gate.held()?.why ? (gate.held()?.until ?? null) : null });
    } catch (error) {
      ended.set(name, { is: isFull(error) ? 'full' : 'unreachable', until: null });
    } finally {
      running.delete(name);
      await told();
    }
  };

  return {
    go,
    state,
    async again(places) {
      await Promise.all(places.map(go));
    },
    async back(places) {
      await Promise.all(places.filter((place) => ended.get(placeText(place))?.is === 'away').map(go));
    },
  };
}

function standing(
  wants: { readonly on: boolean; readonly stopped: boolean },
  work: Work,
  end: 'fresh' | Pause | undefined,
  rest: boolean,
): 'fresh' | Pause {
  if (!wants.on) return 'off';
  if (wants.stopped) return 'stopped';
  if (work.full) return 'full';
  if (end !== undefined && end !== 'off' && end !== 'stopped') return end;
  return rest ? 'away' : 'fresh';
}

/** How much longer the rest takes at the rate of this run so far; null while that is too little to tell. */
function leftOf(run: Run, what: string, done: number, of: number, now: number): number | null {
  const took = now - run.since;
  const did = done - run.from;
  return run.what !== what || did <= 0 || took <= 0 ? null : (took / did) * Math.max(0, of - done);
}

function isFull(error: unknown): boolean {
  return error instanceof Error && error.name === 'QuotaExceededError';
}
