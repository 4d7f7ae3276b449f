import { type Instant, oldest } from './instant';
import type { Given, Known, MissingReason } from './known';
import { isGiven } from './known';
import type { Figure, Phrase } from './phrase';
import type { Source } from './source';

/** A value that can say how it came about: the rule in words, the terms it was worked out from, and their age. */
export type Explained<T = unknown> = {
  readonly value: T;
  /** The value as it is shown. */
  readonly figure: Figure;
  /** The formula in the trade's words. */
  readonly rule: Phrase;
  readonly terms: readonly Term[];
  /** When the oldest input was read; null where no input has an age (a constant, a plan's rate). */
  readonly asOf: Instant | null;
  readonly sources: readonly Source[];
};

/** A named input of an explained value. A term may itself be unknown: then it says why. */
export type Term = { readonly name: Phrase; readonly of: Answer<unknown> };

/** A number that cannot be given, and why, in one sentence; its terms show what is there and what is not. */
export type Unanswered = {
  readonly missing: MissingReason;
  readonly because: Phrase;
  readonly terms: readonly Term[];
  readonly asOf: Instant | null;
};

/** What an engine gives: an explained value, or the reason why there is none. */
export type Answer<T = unknown> = Explained<T> | Unanswered;

/**
 * A value with its explanation. Its age is that of its oldest term.
 *
 * @example explained(0.75, shareFigure(0.75), phrase('goals_attainment_rule'), [term('goals_credited', credited), term('goals_quota', quota)])
 */
export function explained<T>(
  value: T,
  figure: Figure,
  rule: Phrase,
  terms: readonly Term[] = [],
  own: { readonly asOf?: Instant; readonly sources?: readonly Source[] } = {},
): Explained<T> {
  return { value, figure, rule, terms, asOf: ageOf(terms, own.asOf ?? null), sources: own.sources ?? [] };
}

/** No number, with the reason. Its age is that of its oldest term. */
export function unanswered(missing: MissingReason, because: Phrase, terms: readonly Term[] = []): Unanswered {
  return { missing, because, terms, asOf: ageOf(terms, null) };
}

export function isExplained<T>(answer: Answer<T>): answer is Explained<T> {
  return 'value' in answer;
}

export function term(key: string, of: Answer<unknown>, ...figures: readonly Figure[]): Term {
  return { name: { key, figures }, of };
}

/** A value as it was read: its explanation is its source. */
export function read<T>(known: Given<T>, figure: Figure): Explained<T> {
  return explained(known.value, figure, { key: 'value_as_read', figures: [] }, [], {
    asOf: known.asOf,
    sources: [known.source],
  });
}

/** The same for something that may be missing; `because` is said where it is. */
export function readOr<T>(known: Known<T>, figure: (value: T) => Figure, because: Phrase): Answer<T> {
  return isGiven(known) ? read(known, figure(known.value)) : unanswered(known.missing, because);
}

function ageOf(terms: readonly Term[], own: Instant | null): Instant | null {
  return terms.reduce<Instant | null>((age, { of }) => oldest(age, of.asOf), own);
}
