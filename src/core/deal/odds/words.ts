import { type Phrase, phrase } from '../../value/phrase';
import type { Contribution } from './odds';
import type { Ownness } from './odds-maker';

/** What the odds rest on, by how much of it is the organisation's own. */
export const RULES: Readonly<Record<Ownness, Phrase>> = {
  'mostly-prior': phrase('deal_odds_rule_prior'),
  mixed: phrase('deal_odds_rule_mixed'),
  'mostly-yours': phrase('deal_odds_rule_yours'),
};

/** What each step of the odds is called. */
export const NAMES: Readonly<Record<Contribution['factor'], Phrase>> = {
  base: phrase('deal_odds_base'),
  'age-and-calendar': phrase('deal_odds_age'),
  product: phrase('deal_odds_product'),
  size: phrase('deal_odds_size'),
  owner: phrase('deal_odds_owner'),
  stage: phrase('deal_odds_stage'),
  'time-in-stage': phrase('deal_odds_time_in_stage'),
  pushes: phrase('deal_odds_pushes'),
  silence: phrase('deal_odds_silence'),
  committee: phrase('deal_odds_committee'),
  'next-step': phrase('deal_odds_next_step'),
  said: phrase('deal_odds_said'),
};
