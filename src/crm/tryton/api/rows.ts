import * as v from 'valibot';

/** A record as the server gives it; a name asked for across a link (`party.rec_name`) stands in a row of its own (`party.`). */
export type Row = Readonly<Record<string, unknown>>;

const Rows = v.array(
  v.pipe(
    v.record(v.string(), v.unknown()),
    v.check(({ id }) => isId(id)),
  ),
);

/** Records. `undefined`: another shape. */
export function rowsOf(body: unknown): readonly Row[] | undefined {
  const parsed = v.safeParse(Rows, body);
  return parsed.success ? parsed.output : undefined;
}

export function isId(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value);
}

/** The ids that a link to many holds. */
export function idsIn(value: unknown): readonly number[] {
  return Array.isArray(value) ? value.filter(isId) : [];
}

/** The record that a link of any kind points at: `sale.opportunity,385`. */
export function referenceIn(value: unknown, model: string): number | undefined {
  const [kind, id] = typeof value === 'string' ? value.split(',') : [];
  return kind === model && isId(Number(id)) ? Number(id) : undefined;
}
