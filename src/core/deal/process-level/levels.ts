import { type Phrase, phrase } from '../../value/phrase';
import type { Source } from '../../value/source';

/**
 * Levels of sales process by CSO Insights, from 1: nobody works by a common process; there is one and nobody watches it; it is
 * followed and reviewed; it is watched all the time and changed with the market.
 *
 * Source: CSO Insights, Sales Relationship/Process Matrix, since 2007; as told in
 * http://johnsmoak.com/sales-process-matters/ and https://boundyconsulting.com/sales-training-and-consulting/26170/
 */
export const PROCESS_LEVELS = [
  phrase('deal_process_random'),
  phrase('deal_process_informal'),
  phrase('deal_process_formal'),
  phrase('deal_process_dynamic'),
] as const;

/**
 * Levels of relationship by CSO Insights, from 1: a legitimate vendor with no edge; the one that gets the business when all
 * else is equal; asked how best to use what it sells; asked for advice beyond it; seen as a key to the buyer's success.
 *
 * Source: CSO Insights, as told in https://kennen.wordpress.com/2008/02/25/be-level-headed/
 */
export const RELATIONSHIP_LEVELS = [
  phrase('deal_relationship_approved'),
  phrase('deal_relationship_preferred'),
  phrase('deal_relationship_consultant'),
  phrase('deal_relationship_contributor'),
  phrase('deal_relationship_partner'),
] as const;

/** A place on one axis of the matrix. */
export type Level = {
  /** From 1. */
  readonly level: number;
  readonly name: Phrase;
  /** What is recorded cannot tell this level from those above it. */
  readonly orAbove: boolean;
};

/** What was published about the matrix, beside a position and never instead of it. */
export type Published = { readonly says: Phrase; readonly source: Source };

const cso = (year: number): Source => ({ kind: 'published', by: 'CSO Insights', year });

/**
 * The published figures. What each cell of the matrix stands for is not among them: only its three bands of performance, how
 * many firms fell into each, and two corners that do not occur.
 */
export const PUBLISHED: readonly Published[] = [
  { says: phrase('deal_matrix_bands'), source: cso(2014) },
  { says: phrase('deal_matrix_informal'), source: cso(2018) },
  { says: phrase('deal_matrix_spread'), source: cso(2018) },
  { says: phrase('deal_matrix_no_fly'), source: cso(2007) },
];
