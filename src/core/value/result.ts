/** What crosses contexts and borders: a value, or a problem that says what the user can do. Never an exception. */
export type Result<T, P> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: P };

export function ok<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value };
}

export function problem<P>(of: P): { readonly ok: false; readonly problem: P } {
  return { ok: false, problem: of };
}
