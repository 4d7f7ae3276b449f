/** Which character stands before the decimals; null: there are none. */
export type DecimalMark = '.' | ',' | null;

const GROUPED = /^\d{1,3}(?:[.,'’\s]\d{3})+$/;

/**
 * Which character stands before the decimals in a file's amounts: told by those that cannot mean anything else, like 1,234.50 and
 * 12,5. Where none tells there are no decimals, and three digits after a mark are thousands.
 *
 * @returns `undefined` where the file contradicts itself
 */
export function decimalMarkOf(texts: readonly string[]): DecimalMark | undefined {
  const marks = new Set(texts.flatMap((text) => markOf(bare(text)) ?? []));
  if (marks.size > 1) return undefined;
  return [...marks][0] ?? null;
}

function markOf(text: string): DecimalMark {
  const found = /([.,])(\d+)$/.exec(text);
  const mark = found?.[1] as '.' | ',' | undefined;
  if (mark === undefined) return null;
  const alone = text.split(mark).length === 2;
  const others = /[.,'’\s]/.test(text.slice(0, text.lastIndexOf(mark)));
  const digits = found?.[2]?.length ?? 0;
  return alone && (digits !== 3 || others) ? mark : null;
}

/**
 * An amount as people write it: signs of currencies, groups of thousands, a minus or brackets for less than nothing.
 *
 * @returns exact decimal text of major units; `undefined` for anything else
 * @example writtenAmount('($1,234.50)', '.') // '-1234.50'
 */
export function writtenAmount(text: string, mark: DecimalMark): string | undefined {
  const negative = /^\s*\(.*\)\s*$|[-−]/.test(text);
  const whole = bare(text);
  const at = mark === null ? -1 : whole.lastIndexOf(mark);
  const [before, after] = at < 0 ? [whole, ''] : [whole.slice(0, at), whole.slice(at + 1)];
  if (!/^\d*$/.test(after) || (before === '' && after === '')) return undefined;
  if (before !== '' && !/^\d+$/.test(before) && !GROUPED.test(before)) return undefined;
  const digits = before.replace(/\D/g, '') || '0';
  return `${negative ? '-' : ''}${digits}${after === '' ? '' : `.${after}`}`;
}

/** Without sign, brackets, and what names a currency. */
function bare(text: string): string {
  return text
    .replace(/[()\-−+]/g, '')
    .replace(/\p{Sc}|\p{L}+\.?/gu, '')
    .trim();
}
