import type { PlaceInShelf } from '../../messages/ahead';
import { BadRequest } from '../desk/asking/requests';
import { LARGEST_SHARE, type Wishes } from './keeping';

type Fields = Readonly<Record<string, unknown>>;

function fields(value: unknown): Fields {
  if (typeof value !== 'object' || value === null) throw new BadRequest('not an object');
  return value as Fields;
}

export function flagIn(request: unknown, name: string): boolean {
  const flag = fields(request)[name];
  if (typeof flag !== 'boolean') throw new BadRequest('neither yes nor no');
  return flag;
}

/** The longest text that is searched for, in characters. */
const LONGEST_QUERY = 200;

export function queryIn(request: unknown): { readonly query: string; readonly after: PlaceInShelf | null } {
  const { query, after } = fields(request);
  if (typeof query !== 'string' || query.length > LONGEST_QUERY) throw new BadRequest('not a text');
  if (after === null) return { query, after };
  const [order, text, key, ...rest] = Array.isArray(after) ? (after as unknown[]) : [];
  if (typeof order !== 'number' || Number.isNaN(order) || typeof text !== 'string' || typeof key !== 'string') {
    throw new BadRequest('not a place in the list');
  }
  if (rest.length > 0) throw new BadRequest('not a place in the list');
  return { query, after: [order, text, key] };
}

export function beforeIn(request: unknown): number | null {
  const { before } = fields(request);
  if (before !== null && !Number.isSafeInteger(before)) throw new BadRequest('not a place in the log');
  return before as number | null;
}

export function wishesIn(request: unknown): Partial<Wishes> {
  const { on, share, stopped } = fields(request);
  if (on !== undefined && typeof on !== 'boolean') throw new BadRequest('neither yes nor no');
  if (stopped !== undefined && typeof stopped !== 'boolean') throw new BadRequest('neither yes nor no');
  if (share !== undefined && !(typeof share === 'number' && share >= 0 && share <= LARGEST_SHARE)) {
    throw new BadRequest('not a share');
  }
  return {
    ...(on !== undefined && { on }),
    ...(share !== undefined && { share }),
    ...(stopped !== undefined && { stopped }),
  };
}
