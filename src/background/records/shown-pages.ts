import type { CrmProblem } from '../../core/model/crm-problem';
import type { Dossier } from '../../core/model/dossier';
import { type Crm, formatRecordRef, type RecordRef } from '../../core/model/record-ref';
import { given, isGiven, missing } from '../../core/value/known';
import type { CrmAdapter, CrmFacts } from '../../crm/port';
import type { Reading } from '../../messages/reading';
import { crmTime } from '../clock';
import { hostOfPlace, type Place, placeText } from '../place';

/** Where the API is closed for good and the page is what remains. */
const CLOSED: ReadonlySet<CrmProblem['kind']> = new Set(['blocked', 'session-hidden']);

/** A page draws its fields after its address has changed: it is looked at so often, soon at first and then with patience. */
const LOOKS = 20;
const between = (looks: number) => (looks <= 10 ? 300 : 1000);

export type ShownParts = {
  readonly adapters: Readonly<Record<Crm, CrmAdapter>>;
  /** Asks the content script of a tab what its page shows of a record; null where it answers nothing. */
  readonly ask: (tabId: number, ref: RecordRef) => Promise<unknown>;
  /** Tabs in which this very record is watched. */
  readonly tabs: (place: Place, ref: RecordRef) => readonly number[];
  /** What is known of who is there, without asking the CRM, and how far its clock is ahead in milliseconds. */
  readonly known: (place: Place) => Promise<{ readonly facts: CrmFacts; readonly clockOffset: number } | null>;
  readonly browserLanguage: string;
  readonly clock: () => number;
  readonly wait?: (milliseconds: number) => Promise<void>;
};

/** What record pages show, for places where nothing else may be read. In memory only: whose it is, nobody says. */
export type ShownPages = {
  /** Reads the page where this problem leaves nothing else to read. */
  readonly instead: (problem: CrmProblem, place: Place, ref: RecordRef) => Promise<void>;
  /** The reading with what the page shows in it, unless what was read before is the same and more. */
  readonly beside: (place: Place, reading: Reading) => Reading;
  /** Somebody else may have signed in, or it is to be forgotten: what was shown before is nobody's business. null: at every place. */
  readonly forget: (place: Place | Pick<Place, 'host'> | null) => void;
};

export function shownPages(parts: ShownParts): ShownPages {
  const { adapters, ask, tabs, known, browserLanguage, clock } = parts;
  const wait = parts.wait ?? ((milliseconds) => new Promise<void>((done) => setTimeout(done, milliseconds)));
  const found = new Map<string, Dossier | null>();
  const lastIn = new Map<number, { readonly name: string; readonly text: string }>();
  const nameOf = (place: Place, ref: RecordRef) => `${placeText(place)} ${formatRecordRef(ref)}`;

  /** Two looks that agree: a page that is still being drawn, or still shows the record before, changes in between. */
  const settled = async (place: Place, ref: RecordRef): Promise<Dossier | null> => {
    const name = nameOf(place, ref);
    let before = '';
    for (let looks = 0; looks < LOOKS; looks += 1) {
      if (looks > 0) await wait(between(looks));
      const [tab] = tabs(place, ref);
      if (tab === undefined) return null;
      const raw = await ask(tab, ref);
      const text = JSON.stringify(raw ?? null);
      const last = lastIn.get(tab);
      const isOfAnother = last !== undefined && last.name !== name && last.text === text;
      const behind = await known(place);
      const now = crmTime(clock(), behind?.clockOffset ?? 0);
      const how = { now, facts: behind?.facts ?? null, browserLanguage };
      const dossier = isOfAnother ? null : (adapters[place.crm].shown?.read(raw, ref, how) ?? null);
      if (dossier && text === before) {
        lastIn.set(tab, { name, text });
        return dossier;
      }
      before = text;
    }
    return null;
  };

  return {
    beside(place, reading) {
      const dossier = found.get(nameOf(place, reading.ref));
      if (dossier === undefined) return reading;
      const { dossier: kept } = reading;
      if (dossier === null) return isGiven(kept) ? reading : { ...reading, dossier: missing('not-shown') };
      if (isGiven(kept) && adapters[place.crm].shown?.confirms(dossier, kept.value)) return reading;
      const source = { kind: 'crm', field: 'Opportunity', record: reading.ref.id } as const;
      return {
        ...reading,
        dossier: given(dossier, source, dossier.asOf),
        // What was read of the deal before differs from what its page shows: the two must not contradict each other.
        book: missing('not-shown'),
        norms: isGiven(reading.norms) ? reading.norms : missing('not-shown'),
        connection: { ...reading.connection, way: 'page' },
      };
    },
    forget(place) {
      for (const name of found.keys()) if (isAt(place, name)) found.delete(name);
      lastIn.clear();
    },
    async instead(problem, place, ref) {
      if (!CLOSED.has(problem.kind)) found.delete(nameOf(place, ref));
      else if (ref.kind === 'opportunity' && adapters[place.crm].shown) {
        found.set(nameOf(place, ref), await settled(place, ref));
      }
    },
  };
}

/** @param name - of a record in its place, as it is kept here */
function isAt(place: Parameters<ShownPages['forget']>[0], name: string): boolean {
  const [at = ''] = name.split(' ');
  return place === null || ('container' in place ? at === placeText(place) : hostOfPlace(at) === place.host);
}

export function isClosed(problem: CrmProblem | null): boolean {
  return problem !== null && CLOSED.has(problem.kind);
}
