/**
 * A description of the plan's JSON from which both its reader and its published JSON Schema are made, so that the two cannot
 * disagree. `about` is the schema's description of a field, which editors show.
 */
export type Shape =
  | { readonly is: 'text'; readonly pattern?: TextPattern; readonly most?: number }
  | { readonly is: 'yes-no' }
  /** Text, a number, or yes or no; a bound may not be yes or no. */
  | { readonly is: 'literal'; readonly bound?: true }
  | { readonly is: 'whole'; readonly least?: number; readonly most?: number }
  /** `or`: a word that may stand in its place. */
  | ({ readonly is: 'number'; readonly or?: string } & Range)
  | { readonly is: 'choice'; readonly of: readonly (string | number)[] }
  | { readonly is: 'list'; readonly of: () => Shape; readonly least?: number }
  | { readonly is: 'table'; readonly of: () => Shape }
  | ObjectShape
  /** One of several object shapes, told apart by a field. */
  | { readonly is: 'kinds'; readonly by: string; readonly of: Readonly<Record<string, ObjectShape>> }
  /** Whichever fits by JSON type: a number, or an object. */
  | { readonly is: 'either'; readonly plain: Shape; readonly object: ObjectShape };

/** Bounds of a number; `above` is not reached itself. */
export type Range = { readonly least?: number; readonly above?: number; readonly most?: number };

export type TextPattern = 'id' | 'date' | 'currency' | 'any';

export type ObjectShape = {
  readonly is: 'object';
  readonly name: string;
  readonly fields: Readonly<Record<string, Field>>;
  /** Exactly one of these fields must stand. */
  readonly one?: readonly string[];
  /** At least one of these fields must stand. */
  readonly any?: readonly string[];
};

export type Field = { readonly of: Shape; readonly needed: boolean; readonly about: string };

export const need = (of: Shape, about: string): Field => ({ of, needed: true, about });
export const may = (of: Shape, about: string): Field => ({ of, needed: false, about });

export const text: Shape = { is: 'text', most: 2000 };
export const id: Shape = { is: 'text', pattern: 'id' };
export const date: Shape = { is: 'text', pattern: 'date' };
export const yesNo: Shape = { is: 'yes-no' };
export const choice = (...of: readonly (string | number)[]): Shape => ({ is: 'choice', of });
export const number = (range: Range = {}): Shape => ({ is: 'number', ...range });
export const whole = (least: number, most?: number): Shape => ({
  is: 'whole',
  least,
  ...(most !== undefined && { most }),
});
export const list = (of: () => Shape, least = 0): Shape => ({ is: 'list', of, least });
export const table = (of: () => Shape): Shape => ({ is: 'table', of });
export const object = (
  name: string,
  fields: Readonly<Record<string, Field>>,
  rules: Pick<ObjectShape, 'one' | 'any'> = {},
): ObjectShape => ({ is: 'object', name, fields, ...rules });

/** What each kind of text must look like, as the schema says it too. */
export const PATTERNS: Readonly<Record<Exclude<TextPattern, 'any'>, string>> = {
  id: '^[A-Za-z][A-Za-z0-9_-]{0,63}$',
  date: '^\\d{4}-\\d{2}-\\d{2}$',
  currency: '^[A-Z]{3}$',
};

/** Decimal text, where a JSON number would lose digits. */
export const DECIMAL = '^-?(?:0|[1-9]\\d{0,17})(?:\\.\\d{1,18})?$';
