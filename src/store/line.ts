import type { DealLine } from '../core/model/deal-line';
import type { Dossier } from '../core/model/dossier';
import type { RecordKey, RecordRef } from '../core/model/record-ref';
import { instantOf } from '../core/value/instant';
import { ifGiven } from '../core/value/known';
import { ownedText, recordKeyText, type StoredLine } from './schema';

/** What a line is made of; the rest follows from it. */
export type LineFacts = Pick<StoredLine, 'key' | 'ref' | 'line' | 'own' | 'pinned' | 'readAt' | 'readStamp' | 'usedAt'>;

/** A close date that sorts after all others. */
const NEVER = '9999';

/** Writes out what the indexes go by. */
export function indexed(facts: LineFacts): StoredLine {
  const { key, line, own, pinned, readAt, readStamp, usedAt } = facts;
  const tended = pinned || (own && line.outcome === 'open');
  // The CRM's clock tells whole seconds: what was touched in the very second of the reading may have been touched after it. But a
  // change that was known before the reading never makes it due again, whatever the clocks say.
  const isDue = tended && (readAt === null || (line.changedAt !== readStamp && line.changedAt >= readAt));
  const order = `${pinned ? 0 : 1} ${line.closeDate ?? NEVER}`;
  return {
    key,
    ref: facts.ref,
    line,
    own,
    pinned,
    readAt,
    readStamp,
    usedAt,
    place: [usedAt === 0 ? 0 : -usedAt, searched(line), recordKeyText(key)],
    ...(readAt !== null && { drops: usedAt }),
    ...(tended && { tended: ownedText(key) }),
    ...(isDue && { due: [ownedText(key), order] as const }),
  };
}

/** The line that a dossier amounts to. */
function lineOf({ opportunity, asOf }: Dossier): DealLine {
  const owner = ifGiven(opportunity.owner);
  return {
    id: opportunity.id,
    name: opportunity.name,
    account: ifGiven(opportunity.account)?.name ?? null,
    owner: owner ?? null,
    outcome: opportunity.outcome,
    closeDate: ifGiven(opportunity.closeDate) ?? null,
    changedAt: asOf,
  };
}

/** A line after its dossier was read. */
export function afterReading(
  before: StoredLine | undefined,
  key: RecordKey,
  ref: RecordRef,
  dossier: Dossier,
  usedAt: number,
): StoredLine {
  // Where nobody said when it was touched, it was before it was read; what is touched in that very second is told apart.
  const changedAt = before?.line.changedAt ?? instantOf(Date.parse(dossier.asOf) - 1);
  return indexed({
    key,
    ref,
    line: { ...lineOf(dossier), changedAt },
    own: before?.own ?? false,
    pinned: before?.pinned ?? false,
    readAt: dossier.asOf,
    readStamp: changedAt,
    usedAt: Math.max(usedAt, before?.usedAt ?? 0),
  });
}

/** Letters as they are searched: without case, accents and signs above them. */
export function plain(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

function searched({ name, account, owner }: DealLine): string {
  return plain([name, account ?? '', owner?.name ?? ''].join(' '));
}
