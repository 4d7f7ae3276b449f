import type { RoleNorms } from '../../core/buyer/committee/empty-chairs';
import type { Learned } from '../../core/deal/said-and-shown/claim';
import type { Odds } from '../../core/goals/chance/open-bets';
import type { Dossier } from '../../core/model/dossier';
import { type Answer, type Unanswered, unanswered } from '../../core/value/explained';
import { phrase } from '../../core/value/phrase';
import type { Reading } from '../../messages/reading';
import type { FigureRow } from './rows';

/** What the organisation's closed deals say: the odds of this deal and of the book's, and what is usual. */
export type OddsSight = {
  /** The four ends in the period. */
  readonly won: Answer<number>;
  readonly slips: Answer<number>;
  readonly noDecision: Answer<number>;
  readonly lost: Answer<number>;
  /** What moves the chance of winning away from the usual one, heaviest first. */
  readonly contributions: readonly FigureRow[];
  /** Chances of the rep's open deals to be won inside the period. */
  readonly ofBook: Odds;
  readonly learned: Learned;
  /** What roles won deals had. */
  readonly roles: RoleNorms | undefined;
};

export function unknownOdds(because: Unanswered): OddsSight {
  return {
    won: because,
    slips: because,
    noDecision: because,
    lost: because,
    contributions: [],
    ofBook: new Map(),
    learned: {},
    roles: undefined,
  };
}

export function oddsSight(_reading: Reading, _dossier: Dossier): OddsSight {
  return unknownOdds(unanswered('not-yet-read', phrase('panel_not_worked_out')));
}
