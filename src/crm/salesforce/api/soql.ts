/** A string literal of SOQL, with what would end it escaped. */
export function literal(text: string): string {
  return `'${text.replace(/[\\']/g, '\\$&')}'`;
}

export function list(ids: readonly string[]): string {
  return `(${ids.map(literal).join(', ')})`;
}

/** A sub-query of child records. */
export type Children = {
  /** Name of the relationship from the parent: `OpportunityLineItems`. */
  readonly relation: string;
  /** Name of the object: `OpportunityLineItem`. */
  readonly object: string;
  readonly fields: readonly string[];
  /** What follows FROM: WHERE, ORDER BY, LIMIT. */
  readonly rest?: string;
};

export type Select = {
  readonly object: string;
  readonly fields: readonly string[];
  readonly children?: readonly Children[];
  readonly rest: string;
  /** In what order, by a field: where the user may not see it, in none. */
  readonly order?: { readonly field: string; readonly text: string };
  readonly limit?: number;
  /** Also what is archived: `queryAll`. What was deleted comes along and is left out again by its mark. */
  readonly all?: boolean;
  /** Where it is refused, nothing is asked to find out why: the answer does without. */
  readonly optional?: boolean;
};

export function soql({ object, fields, children = [], rest, order, limit }: Select): string {
  const inner = children.map(
    (child) => `(SELECT ${child.fields.join(', ')} FROM ${child.relation}${child.rest ? ` ${child.rest}` : ''})`,
  );
  const end = [...(order ? [`ORDER BY ${order.text}`] : []), ...(limit === undefined ? [] : [`LIMIT ${limit}`])];
  return [`SELECT ${[...fields, ...inner].join(', ')} FROM ${object}`, ...(rest === '' ? [] : [rest]), ...end].join(
    ' ',
  );
}
