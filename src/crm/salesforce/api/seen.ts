import * as v from 'valibot';
import type { CrmProblem } from '../../../core/model/crm-problem';
import type { Result } from '../../../core/value/result';
import type { Part } from './composite';
import type { Order, Select } from './soql';

/**
 * What of Salesforce an organisation has and lets this user see, learned from describe where a query was refused: the fields
 * of an object, the relations of a parent, the objects that are off; and by object, fields and relations that were refused by name.
 */
export type Seen = {
  readonly fields: Readonly<Record<string, readonly string[]>>;
  readonly relations: Readonly<Record<string, readonly string[]>>;
  readonly off: readonly string[];
  readonly refused?: Readonly<Record<string, readonly string[]>>;
};

export const NOTHING_SEEN: Seen = { fields: {}, relations: {}, off: [] };

/** Which object a relation of a selected field leads to. */
const PARENTS: Readonly<Record<string, string>> = {
  Account: 'Account',
  Contact: 'Contact',
  ForecastingType: 'ForecastingType',
  Owner: 'User',
  Parent: 'Account',
  Product2: 'Product2',
  SplitType: 'OpportunitySplitType',
  Manager: 'User',
  User: 'User',
  UserRole: 'UserRole',
};

const Describe = v.looseObject({
  fields: v.array(v.looseObject({ name: v.string() })),
  childRelationships: v.nullish(v.array(v.looseObject({ relationshipName: v.nullish(v.string()) }))),
});

/** Whether a refusal may be cured by asking only for what is there. */
export function isCurable(problem: CrmProblem): boolean {
  return problem.kind === 'hidden' || problem.kind === 'feature-off' || problem.kind === 'invalid';
}

/** Every object that a query speaks of. */
export function objectsOf(select: Select): string[] {
  const found = new Set<string>();
  const speak = (object: string, fields: readonly string[]) => {
    found.add(object);
    for (const field of fields) {
      for (const step of plain(field).split('.').slice(0, -1)) found.add(PARENTS[step] ?? object);
    }
  };
  speak(select.object, select.fields);
  for (const child of select.children ?? []) speak(child.object, child.fields);
  return [...found];
}

export function describePart(object: string): Part {
  return { resource: `/sobjects/${object}/describe` };
}

/** Takes in the answer of a describe. One that is not found is an object that is off, or out of this user's reach. */
export function withDescribe(seen: Seen, object: string, answer: Result<unknown, CrmProblem>): Seen {
  if (!answer.ok) return isGone(answer.problem) ? withoutObject(seen, object) : seen;
  const parsed = v.safeParse(Describe, answer.value);
  if (!parsed.success) return seen;
  // A describe that tells no fields, or no relations at all, says nothing of them: every object has its id, and something hangs on it.
  const fields = parsed.output.fields.map(({ name }) => name);
  const relations = parsed.output.childRelationships?.flatMap(({ relationshipName }) => relationshipName ?? []) ?? [];
  return {
    ...seen,
    off: seen.off.filter((one) => one !== object),
    ...(fields.length > 0 && { fields: { ...seen.fields, [object]: fields } }),
    ...(relations.length > 0 && { relations: { ...seen.relations, [object]: relations } }),
  };
}

/** An object that is off, or out of this user's reach. */
export function withoutObject(seen: Seen, object: string): Seen {
  return { ...seen, off: [...new Set([...seen.off, object])] };
}

/** A field or a relation of an object that was refused by its name. */
export function withoutName(seen: Seen, object: string, name: string): Seen {
  return { ...seen, refused: { ...seen.refused, [object]: [...new Set([...(seen.refused?.[object] ?? []), name])] } };
}

/** Takes in what a refusal says of itself: Salesforce names the first thing that is not there. */
export function asTold(seen: Seen, select: Select, words: string): Seen {
  const [, column, entity] = NO_COLUMN.exec(words) ?? [];
  if (column !== undefined && entity !== undefined) return withoutName(seen, entity, column);
  const [, relation] = NO_RELATION.exec(words) ?? [];
  return relation !== undefined && select.children?.some((child) => child.relation === relation)
    ? withoutName(seen, select.object, relation)
    : seen;
}

const NO_COLUMN = /No such column '(\w+)' on (?:entity|sobject of type) '?(\w+)/;
const NO_RELATION = /Didn't understand relationship '(\w+)' in FROM part/;

/** The query with what is known not to be there left out; `undefined` where nothing worth asking is left. */
export function asSeen(select: Select, seen: Seen): Select | undefined {
  if (seen.off.includes(select.object) || !hasNeeds(select.object, select.needs, seen)) return undefined;
  const fields = select.fields.filter((field) => isThere(select.object, field, seen));
  const relations = seen.relations[select.object];
  const children = (select.children ?? [])
    .filter(({ object }) => !seen.off.includes(object))
    .filter(({ relation }) => (relations?.includes(relation) ?? true) && !isRefused(select.object, relation, seen))
    .filter(({ object, needs }) => hasNeeds(object, needs, seen))
    .map(({ order, ...child }) => ({
      ...child,
      fields: child.fields.filter((field) => isThere(child.object, field, seen)),
      ...inOrder(child.object, order, seen),
    }))
    .filter((child) => child.fields.length > 0);
  if (fields.length === 0) return undefined;
  const { order, ...unordered } = select;
  return { ...unordered, ...inOrder(select.object, order, seen), fields, children };
}

function hasNeeds(object: string, needs: readonly string[] | undefined, seen: Seen): boolean {
  return (needs ?? []).every((field) => isThere(object, field, seen));
}

function inOrder(object: string, order: Order | undefined, seen: Seen): { readonly order?: Order } {
  return order && isThere(object, order.field, seen) ? { order } : {};
}

function isRefused(object: string, name: string, { refused }: Seen): boolean {
  return refused?.[object]?.includes(name) ?? false;
}

/** Whether a field is there, and on the way to it each relation's own field: `Owner.Name` is reached by `OwnerId`. */
function isThere(object: string, field: string, seen: Seen): boolean {
  const steps = plain(field).split('.');
  let at = object;
  for (const [place, step] of steps.entries()) {
    const isLast = place === steps.length - 1;
    const name = isLast ? step : `${step}Id`;
    if (seen.off.includes(at) || isRefused(at, name, seen) || !(seen.fields[at]?.includes(name) ?? true)) return false;
    if (!isLast) at = PARENTS[step] ?? at;
  }
  return true;
}

/** The field inside an aggregate: `SUM(Amount) total` -> `Amount`. */
function plain(field: string): string {
  return /\(([\w.]+)\)/.exec(field)?.[1] ?? field;
}

function isGone(problem: CrmProblem): boolean {
  return problem.kind === 'not-found' || problem.kind === 'feature-off' || problem.kind === 'hidden';
}
