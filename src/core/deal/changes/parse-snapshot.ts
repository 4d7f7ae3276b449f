import * as v from 'valibot';
import { parseCivilDate } from '../../value/civil-date';
import type { Snapshot } from './snapshot';

/** A value as the viewer saw it, or why there was none to see. */
const seen = <T extends v.GenericSchema>(value: T) =>
  v.variant('is', [
    v.strictObject({ is: v.literal('given'), value }),
    /** The field was there and empty. */
    v.strictObject({ is: v.literal('empty') }),
    /** Not shown to this viewer: permissions, or a feature that is off. */
    v.strictObject({ is: v.literal('hidden') }),
    /** Not read, or not to be understood, at the time: says nothing about the value. */
    v.strictObject({ is: v.literal('unread') }),
  ]);

const Place = v.nullable(v.number());
const Dated = v.strictObject({ id: v.string(), at: v.string(), kind: v.string() });

const SnapshotShape = v.strictObject({
  format: v.literal(1),
  outcome: v.picklist(['open', 'won', 'lost']),
  stage: seen(v.strictObject({ name: v.string(), label: v.string(), order: Place })),
  forecastCategory: seen(v.picklist(['pipeline', 'best-case', 'most-likely', 'commit', 'closed', 'omitted'])),
  amount: seen(
    v.strictObject({ minor: v.pipe(v.number(), v.safeInteger()), currency: v.pipe(v.string(), v.regex(/^[A-Z]{3}$/)) }),
  ),
  closeDate: seen(
    v.pipe(
      v.string(),
      v.check((text) => parseCivilDate(text) !== undefined),
    ),
  ),
  probability: seen(v.number()),
  nextStep: seen(v.string()),
  owner: seen(v.strictObject({ id: v.string(), name: v.string() })),
  committee: seen(v.array(v.strictObject({ id: v.string(), name: v.string(), role: seen(v.string()) }))),
  /** The acts of the buyer that counted. */
  acts: seen(v.array(Dated)),
});

/** Reads a snapshot back from the store; `undefined` for anything else, also one of a later format. */
export function parseSnapshot(stored: unknown): Snapshot | undefined {
  const parsed = v.safeParse(SnapshotShape, stored);
  return parsed.success ? parsed.output : undefined;
}
