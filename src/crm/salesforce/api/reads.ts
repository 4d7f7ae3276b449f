import type { ReadNote } from '../../http';
import type { Part } from './composite';
import type { Select } from './soql';

/** What a query asks for, by object: names alone. */
function asksFor({ object, fields, children = [] }: Select): (readonly [object: string, fields: readonly string[]])[] {
  return [[object, fields], ...children.map((child) => [child.object, child.fields] as const)];
}

/** A record as a whole, or what is told of an object: names no fields, since none are chosen. */
function resourceOf(resource: string): string | undefined {
  const [, object, rest] = /^\/sobjects\/(\w+)\/(\w+)/.exec(resource) ?? [];
  return object === undefined ? undefined : rest === 'describe' ? `${object}/describe` : object;
}

/**
 * Records of each object in an answer. Salesforce writes an object's name into each of its records; inside a text its quotation
 * marks would be escaped, so that nothing a person wrote is counted.
 */
export function recordsIn(text: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const [, object = ''] of text.matchAll(/"attributes"\s*:\s*\{\s*"type"\s*:\s*"(\w+)"/g)) {
    counts.set(object, (counts.get(object) ?? 0) + 1);
  }
  return counts;
}

/** Tells what the answer to these parts holds. */
export function readsOf(parts: readonly Part[]): (text: string) => readonly ReadNote[] {
  const asked = new Map<string, Set<string> | 'all'>();
  const add = (object: string, fields: readonly string[] | 'all') => {
    const known = asked.get(object);
    if (fields === 'all' || known === 'all') asked.set(object, 'all');
    else asked.set(object, new Set([...(known ?? []), ...fields]));
  };
  for (const part of parts) {
    if ('resource' in part) {
      const object = resourceOf(part.resource);
      if (object !== undefined) add(object, 'all');
    } else if (part.select) for (const [object, fields] of asksFor(part.select)) add(object, fields);
  }
  return (text) => {
    const counts = recordsIn(text);
    return [...asked].map(([object, fields]) => ({
      object,
      fields: fields === 'all' ? [] : [...fields].sort(),
      count: counts.get(object) ?? 0,
    }));
  };
}
