import type { FamilyAccounts } from '../../model/account';
import { type Answer, explained, term, unanswered } from '../../value/explained';
import { isGiven, type Known } from '../../value/known';
import { countFigure, phrase, phraseFigure } from '../../value/phrase';
import { type Level, RELATIONSHIP_LEVELS } from './levels';

/** Purchases from which a buyer can be said to come back. */
const AGAIN = 2;

/**
 * The level of relationship, as far as purchases show it: who has bought at least twice, and more often than not, treats the
 * seller as a preferred supplier or better. Whether they seek advice, and on what, no record of purchases shows, so the upper
 * level is "Preferred Supplier or above".
 */
export function relationship(family: Known<FamilyAccounts>): Answer<Level> {
  if (!isGiven(family)) return unanswered(family.missing, phrase('deal_relationship_no_family'));
  const { standings, hidden } = family.value;
  if (standings.length === 0) return unanswered('not-recorded', phrase('deal_relationship_no_family'));
  const won = standings.reduce((all, standing) => all + standing.won, 0);
  const lost = standings.reduce((all, standing) => all + standing.lost, 0);
  const [approved, preferred] = RELATIONSHIP_LEVELS;
  const own = { asOf: family.asOf, sources: [family.source] };
  const terms = [
    term('deal_relationship_won', explained(won, countFigure(won), phrase('deal_relationship_won_rule'), [], own)),
    term('deal_relationship_lost', explained(lost, countFigure(lost), phrase('deal_relationship_lost_rule'), [], own)),
  ];
  if (won >= AGAIN && won > lost) {
    return explained(
      { level: 2, name: preferred, orAbove: true },
      phraseFigure(phrase('deal_level_or_above', phraseFigure(preferred))),
      phrase('deal_relationship_rule', countFigure(won + lost)),
      terms,
    );
  }
  if (hidden > 0) {
    return unanswered('hidden', phrase('deal_relationship_hidden', countFigure(hidden)), terms);
  }
  return explained(
    { level: 1, name: approved, orAbove: false },
    phraseFigure(approved),
    phrase('deal_relationship_rule', countFigure(won + lost)),
    terms,
  );
}
