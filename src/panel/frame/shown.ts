import { createStore, type StoreApi } from 'zustand/vanilla';
import { parseRecordRef, type RecordRef, sameRecord } from '../../core/model/record-ref';
import type { Ahead } from '../../messages/ahead';
import type { Progress, Reading } from '../../messages/reading';
import type { Rooms } from '../rooms/rooms';
import type { PayRoom } from '../view/pay/sight';
import type { RiskRoom } from '../view/risks';
import type { WhatIf } from '../view/what-if/what-if';

const SECTIONS = ['goal', 'pay', 'real', 'buyer'] as const;
export type SectionName = (typeof SECTIONS)[number];

/** What the panel shows: the record that the page names, the reading of that record, and which sections are unfolded. */
export type Shown = {
  /** null where the address names no record. */
  readonly ref: RecordRef | null;
  /** null until the first answer for `ref`; never of another record. */
  readonly reading: Reading | null;
  /** How far a long read has come: it may be later news than the reading, which need not change with it. */
  readonly progress: Progress | null;
  /** The background cannot be reached: the extension was updated or switched off under the page. */
  readonly cutOff: boolean;
  /** The brief of the deal stands in place of its answers. */
  readonly brief: boolean;
  readonly open: Readonly<Record<SectionName, boolean>>;
  /** null until its rules are read, or where they cannot be. */
  readonly riskRoom: RiskRoom | null;
  /** null until a plan asks for it. */
  readonly payRoom: PayRoom | null;
  /** How reading ahead stands, for every user it is done for. */
  readonly ahead: readonly Ahead[];
  /** Those that have been loaded so far. */
  readonly rooms: Partial<Rooms>;
  /** What is being supposed of the record; null until it has been looked up what was kept of it. */
  readonly whatIf: WhatIf | null;
};

export type ShownStore = StoreApi<Shown>;

export function shownStore(): ShownStore {
  return createStore<Shown>(() => ({
    ref: null,
    reading: null,
    progress: null,
    cutOff: false,
    brief: false,
    open: { goal: true, pay: true, real: true, buyer: true },
    riskRoom: null,
    payRoom: null,
    ahead: [],
    rooms: {},
    whatIf: null,
  }));
}

/** The page has gone to another record, or to none: nothing of the old one stays. */
export function turnTo(store: ShownStore, fragment: string): RecordRef | null {
  const ref = parseRecordRef(fragment.replace(/^#/, '')) ?? null;
  const before = store.getState().ref;
  if (ref !== null && before !== null && sameRecord(ref, before)) return before;
  store.setState({ ref, reading: null, progress: null, whatIf: null, ...(before !== null && { brief: false }) });
  return ref;
}

/** Takes a reading in, unless it is of a record that is no longer shown. */
export function takeIn(store: ShownStore, reading: Reading): void {
  const { ref } = store.getState();
  if (ref === null || !sameRecord(ref, reading.ref)) return;
  store.setState({ reading, progress: reading.connection.progress, cutOff: false });
}

/** Takes in how far a long read has come; the answers are left as they stand. */
export function takeProgress(store: ShownStore, of: RecordRef, progress: Progress | null): void {
  const { ref } = store.getState();
  if (ref !== null && sameRecord(ref, of)) store.setState({ progress });
}

export function fold(store: ShownStore, section: SectionName): void {
  store.setState(({ open }) => ({ open: { ...open, [section]: !open[section] } }));
}

/** The sections that are folded away, by name. */
export function foldedIn({ open }: Pick<Shown, 'open'>): readonly SectionName[] {
  return SECTIONS.filter((section) => !open[section]);
}

/** Folds what was folded when the panel was last here; names that are no section's are left out. */
export function foldAs(store: ShownStore, folded: readonly string[]): void {
  store.setState(({ open }) => ({
    open: { ...open, ...Object.fromEntries(SECTIONS.map((section) => [section, !folded.includes(section)])) },
  }));
}
