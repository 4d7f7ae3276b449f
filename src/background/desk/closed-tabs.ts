import type { RecordRef } from '../../core/model/record-ref';
import type { PageAnswers } from '../../messages/port';
import type { Place } from '../place';
import { keyOf } from '../records/readings';
import { turns } from '../turns';
import { type Asked, placeFor } from './asking/asked';
import { glanceIn, onIn } from './asking/requests';
import { type Asker, type IsConnected, mayAsk } from './asking/sender';
import type { Glances } from './glances';
import { type BehindParts, behindAt } from './reading-for';

export type ClosedTabParts = BehindParts & {
  readonly glances: Glances;
  /** Whether closed tabs may show anything; with true or false, from now on. */
  readonly tabsMayGlance: (on: boolean | null) => Promise<boolean>;
  readonly isConnected: IsConnected;
};

type Answered = 'glance' | 'glanced' | 'glances';

/** What closed tabs show: kept of what panels say, and told to the tab of the same record. */
export type ClosedTabs = {
  /** Whether the closed tab of a page has anything to show of a record of that page. */
  readonly hasGlance: (asker: Asker, ref: RecordRef) => Promise<boolean>;
  readonly answers: (asked: (request: unknown) => Promise<Asked>) => Pick<PageAnswers, Answered>;
};

export function closedTabs(parts: ClosedTabParts): ClosedTabs {
  const { glances, tabsMayGlance, isConnected } = parts;
  const glanceAt = async (place: Place, ref: RecordRef) => {
    const behind = await behindAt(parts, place);
    return behind && glances.of(keyOf(behind, ref));
  };
  // A panel that is closed at once is asked for what it has just said.
  const sayings = turns();
  return {
    hasGlance: (asker, ref) =>
      sayings(
        async () => (await mayAsk(asker, ref, isConnected)) && (await glanceAt(placeFor(asker, ref), ref)) !== null,
      ),
    answers: (asked) => ({
      async glance(request) {
        const { ref, place } = await asked(request);
        return glanceAt(place, ref);
      },
      glanced: (request) =>
        sayings(async () => {
          const { ref, place } = await asked(request);
          const glance = glanceIn(request);
          const behind = await behindAt(parts, place);
          if (behind) await glances.keep(keyOf(behind, ref), glance);
          return null;
        }),
      glances: async (request) => tabsMayGlance(onIn(request)),
    }),
  };
}
