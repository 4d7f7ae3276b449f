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
};

export function soql({ object, fields, children = [], rest }: Select): string {
  const inner = children.map(
    (child) => `(SELECT ${child.fields.join(', ')} FROM ${child.relation}${child.rest ? ` ${child.rest}` : ''})`,
  );
  return `SELECT ${[...fields, ...inner].join(', ')} FROM ${object} ${rest}`;
}
