/** A string literal of SOQL, with what would end it escaped. */
export function literal(text: string): string {
  return `'${text.replace(/[\\']/g, '\\$&')}'`;
}

export function list(ids: readonly string[]): string {
  return `(${ids.map(literal).join(', ')})`;
}

/** An order by a field. */
export type Order = { readonly field: string; readonly text: string };

/** A sub-query of child records. */
export type Children = {
  /** Name of the relationship from the parent: `OpportunityLineItems`. */
  readonly relation: string;
  /** Name of the object: `OpportunityLineItem`. */
  readonly object: string;
  readonly fields: readonly string[];
  /** What follows FROM: WHERE, ORDER BY, LIMIT. */
  readonly rest?: string;
  readonly order?: Order;
  readonly limit?: number;
  /** Fields that its conditions are about: where the user may not see one, it cannot be asked at all. */
  readonly needs?: readonly string[];
};

export type Select = {
  readonly object: string;
  readonly fields: readonly string[];
  readonly children?: readonly Children[];
  readonly rest: string;
  /** In what order, by a field: where the user may not see it, in none. */
  readonly order?: Order;
  readonly limit?: number;
  /** Fields that its conditions are about: where the user may not see one, it cannot be asked at all. */
  readonly needs?: readonly string[];
  /** Also what is archived: `queryAll`. What was deleted comes along and is left out again by its mark. */
  readonly all?: boolean;
  /** Where it is refused, nothing is asked to find out why: the answer does without. */
  readonly optional?: boolean;
  /** Its records are asked for what hangs on them: what they tell of themselves may be lost. */
  readonly forChildren?: boolean;
};

export function soql({ object, fields, children = [], rest, order, limit }: Select): string {
  const inner = children.map((child) => `(${select(child.fields, child.relation, child)})`);
  return select([...fields, ...inner], object, {
    rest,
    ...(order && { order }),
    ...(limit !== undefined && { limit }),
  });
}

function select(
  fields: readonly string[],
  from: string,
  { rest = '', order, limit }: Pick<Children, 'rest' | 'order' | 'limit'>,
): string {
  return [
    `SELECT ${fields.join(', ')} FROM ${from}`,
    ...(rest === '' ? [] : [rest]),
    ...(order ? [`ORDER BY ${order.text}`] : []),
    ...(limit === undefined ? [] : [`LIMIT ${limit}`]),
  ].join(' ');
}
