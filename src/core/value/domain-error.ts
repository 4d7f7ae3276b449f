/**
 * A value outside what the trade allows: two currencies in one sum, a share of 140 %, a quota of minus one.
 *
 * Thrown inside `core` only for mistakes of the calling code; whatever a user or a CRM can get wrong is answered with a
 * {@link Result} or a {@link Known} instead.
 */
export class DomainError extends Error {
  override readonly name = 'DomainError';
}
