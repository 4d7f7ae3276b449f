import { type CivilDate, daysBetween } from '../../value/civil-date';
import { type Answer, type Explained, explained, isExplained, term, unanswered } from '../../value/explained';
import { isGiven, type Known } from '../../value/known';
import { countFigure, daysFigure, phrase, phraseFigure } from '../../value/phrase';
import type { DealAct } from './deal-act';

/** How many people of the buyer's hold the deal up, and whether it hangs on one alone. */
export type Threading = {
  /** People who did something that counts within the silence. */
  readonly active: Answer<number>;
  /** One person or none: when that one leaves or turns, nobody is left. */
  readonly single: Answer<boolean>;
  readonly within: Explained<number>;
};

/**
 * How many threads a deal hangs on.
 *
 * Nothing recorded says nothing about people; acts that name nobody may be anybody's, so that they can only ever speak
 * against a single thread, never for one.
 *
 * @param silence - days within which an act still holds, and where that number comes from
 */
export function threading(acts: Known<readonly DealAct[]>, today: CivilDate, silence: Explained<number>): Threading {
  const within = silence;
  if (!isGiven(acts)) {
    const none = unanswered(acts.missing, phrase('buyer_acts_not_readable'));
    return { active: none, single: none, within };
  }
  const theirs = acts.value.filter(
    ({ standing, direction, on }) => standing === 'counted' && direction !== 'out' && on <= today,
  );
  if (theirs.length === 0) {
    const none = unanswered('not-recorded', phrase('buyer_acts_none'), [term('buyer_within', silence)]);
    return { active: none, single: none, within };
  }
  const recent = theirs.filter(({ on }) => daysBetween(on, today) <= silence.value);
  const people = new Set(recent.flatMap(({ contactIds }) => contactIds));
  const unnamed = recent.filter(({ contactIds }) => contactIds.length === 0).length;
  const own = { asOf: acts.asOf, sources: [acts.source] };
  const active =
    people.size <= 1 && unnamed > 0
      ? unanswered('not-recorded', phrase('buyer_threads_unnamed', countFigure(unnamed)), [
          term('buyer_within', silence),
        ])
      : explained(
          people.size,
          countFigure(people.size),
          phrase('buyer_threads_rule', daysFigure(Math.round(silence.value))),
          [term('buyer_within', silence)],
          own,
        );
  if (!isExplained(active)) return { active, single: active, within };
  const single = active.value <= 1;
  const says =
    active.value === 0 ? phrase('buyer_single_none') : single ? phrase('buyer_single_yes') : phrase('buyer_single_no');
  return {
    active,
    single: explained(single, phraseFigure(says), phrase('buyer_single_rule'), [term('buyer_threads', active)]),
    within,
  };
}
