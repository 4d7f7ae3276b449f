import type { Dossier } from '../../model/dossier';
import type { ForecastCategory, Outcome } from '../../model/opportunity';
import type { CommitteeMember } from '../../model/person';
import { isGiven, type Known, type MissingReason } from '../../value/known';
import type { Clock } from '../evidence/clock';
import { evidence } from '../evidence/evidence';

/** A value as the viewer saw it, or why there was none to see. */
export type Seen<T> =
  | { readonly is: 'given'; readonly value: T }
  /** The field was there and empty. */
  | { readonly is: 'empty' }
  /** Not shown to this viewer: permissions, or a feature that is off. */
  | { readonly is: 'hidden' }
  /** Not read, or not to be understood, at the time: says nothing about the value. */
  | { readonly is: 'unread' };

type Person = { readonly id: string; readonly name: string; readonly role: Seen<string> };

/**
 * A deal as one viewer last saw it: plain JSON, kept under viewer and deal. It holds what a change can be told from and
 * nothing else.
 */
export type Snapshot = {
  readonly format: 1;
  readonly outcome: Outcome;
  readonly stage: Seen<{ readonly name: string; readonly label: string; readonly order: number | null }>;
  readonly forecastCategory: Seen<ForecastCategory>;
  readonly amount: Seen<{ readonly minor: number; readonly currency: string }>;
  readonly closeDate: Seen<string>;
  readonly probability: Seen<number>;
  readonly nextStep: Seen<string>;
  readonly owner: Seen<{ readonly id: string; readonly name: string }>;
  readonly committee: Seen<readonly Person[]>;
  /** The acts of the buyer that counted. */
  readonly acts: Seen<readonly { readonly id: string; readonly at: string; readonly kind: string }[]>;
};

/**
 * A deal as the viewer sees it now.
 *
 * @param before - the snapshot this one takes the place of: what could not be read this time is carried over from it, so
 *   that a change in between is still told when it can be read again
 */
export function dealSnapshot(dossier: Dossier, clock: Clock, before?: Snapshot): Snapshot {
  const { opportunity, activities, committee } = dossier;
  const now: Snapshot = {
    format: 1,
    outcome: opportunity.outcome,
    stage: see(opportunity.stage, ({ name, label, order }) => ({
      name,
      label,
      order: isGiven(order) ? order.value : null,
    })),
    forecastCategory: see(opportunity.forecastCategory, same),
    amount: see(opportunity.amount, ({ minor, currency }) => ({ minor, currency })),
    closeDate: see<string, string>(opportunity.closeDate, same),
    probability: see(opportunity.probability, same),
    nextStep: see(opportunity.nextStep, same),
    owner: see(opportunity.owner, ({ id, name }) => ({ id, name })),
    committee: see(committee, people),
    acts: see(activities, (all) =>
      evidence(all, opportunity.createdOn, clock, 1)
        .filter(({ counted }) => counted)
        .map(({ id, at, kind }) => ({ id, at, kind })),
    ),
  };
  return before ? carriedOver(now, before) : now;
}

/** Each person once: somebody with two roles is one person with both, whatever order they come in. */
function people(members: readonly CommitteeMember[]): Person[] {
  const found = new Map<string, Person>();
  for (const { contact, role } of members) {
    const now = see(role, (text) => text);
    const before = found.get(contact.id)?.role;
    found.set(contact.id, { id: contact.id, name: contact.name, role: before ? both(before, now) : now });
  }
  return [...found.values()];
}

function both(a: Seen<string>, b: Seen<string>): Seen<string> {
  if (a.is !== 'given') return b.is === 'given' || b.is === 'hidden' || a.is === 'empty' ? b : a;
  if (b.is !== 'given' || a.value === b.value) return a;
  return { is: 'given', value: [...new Set([...a.value.split(ROLES), b.value])].sort().join(ROLES) };
}

const ROLES = ' + ';

function same<T>(value: T): T {
  return value;
}

function see<T, U>(known: Known<T>, keep: (value: T) => U): Seen<U> {
  return isGiven(known) ? { is: 'given', value: keep(known.value) } : { is: MISSING[known.missing] };
}

const MISSING: Readonly<Record<MissingReason, 'empty' | 'hidden' | 'unread'>> = {
  'not-recorded': 'empty',
  hidden: 'hidden',
  'feature-off': 'hidden',
  'not-yet-read': 'unread',
  'not-readable': 'unread',
  'too-few': 'unread',
  'not-shown': 'unread',
};

function carriedOver(now: Snapshot, before: Snapshot): Snapshot {
  const kept = <T>(field: Seen<T>, was: Seen<T>): Seen<T> => (field.is === 'unread' ? was : field);
  return {
    ...now,
    stage: kept(now.stage, before.stage),
    forecastCategory: kept(now.forecastCategory, before.forecastCategory),
    amount: kept(now.amount, before.amount),
    closeDate: kept(now.closeDate, before.closeDate),
    probability: kept(now.probability, before.probability),
    nextStep: kept(now.nextStep, before.nextStep),
    owner: kept(now.owner, before.owner),
    committee: kept(now.committee, before.committee),
    acts: kept(now.acts, before.acts),
  };
}
