import type { RoleNorms } from '../../core/buyer/committee/empty-chairs';
import type { Learned } from '../../core/deal/said-and-shown/claim';
import type { Odds } from '../../core/goals/chance/open-bets';
import { type Answer, type Unanswered, unanswered } from '../../core/value/explained';
import { isGiven, type Known, type MissingReason } from '../../core/value/known';
import { type Phrase, phrase } from '../../core/value/phrase';
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

const WITHOUT_NORMS: Readonly<Record<MissingReason, Phrase>> = {
  hidden: phrase('panel_norms_hidden'),
  'feature-off': phrase('panel_norms_hidden'),
  'not-recorded': phrase('panel_norms_too_few'),
  'not-yet-read': phrase('panel_norms_learning'),
  'not-readable': phrase('panel_norms_not_readable'),
  'too-few': phrase('panel_norms_too_few'),
};

/** The odds by what was learned; until something was, each says how far that is. */
export function oddsSight({ norms }: Pick<Reading, 'norms'>): OddsSight {
  const known = norms as Known<unknown>;
  return unknownOdds(
    isGiven(known)
      ? unanswered('not-yet-read', phrase('panel_not_worked_out'))
      : unanswered(known.missing, WITHOUT_NORMS[known.missing]),
  );
}
