import type { CivilDate } from '../../value/civil-date';
import { type Norms, WEEKS } from './norms';

/**
 * Norms of an organisation that has closed nothing yet: what summing up no lesson comes to, written out, so that a page which only
 * reads norms does not carry what makes them.
 */
export function emptyNorms(asOf: CivilDate): Norms {
  const weeks = () => Array.from({ length: WEEKS }, () => [0, 0, 0]);
  return {
    format: 1,
    asOf,
    all: { won: 0, n: 0 },
    noDecision: 0,
    leftOut: 0,
    open: null,
    byProduct: {},
    byOwner: {},
    byTeam: {},
    byStage: {},
    sizeEdges: [],
    bySize: [{ won: 0, n: 0 }],
    currency: null,
    cycles: { won: [], lost: [] },
    cyclesByProduct: {},
    stageDays: {},
    pushes: { won: [], lost: [] },
    gaps: [],
    committees: [{ n: 0, people: [], roles: {} }],
    facts: {},
    course: { days: weeks(), won: weeks(), lost: weeks(), none: weeks() },
    booked: [],
    usualAmount: null,
    fresh: null,
  };
}
