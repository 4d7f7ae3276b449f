import type { CachedRecord } from '../messages/page-and-background';

/** The cached records in which every word of the query is found, in name, account or owner, whatever the case and the accents. */
export function found(records: readonly CachedRecord[], query: string): readonly CachedRecord[] {
  const words = plain(query).split(/\s+/).filter(Boolean);
  if (words.length === 0) return records;
  return records.filter(({ name, account, owner }) => {
    const text = plain([name, account ?? '', owner ?? ''].join(' '));
    return words.every((word) => text.includes(word));
  });
}

function plain(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}
