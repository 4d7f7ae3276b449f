/** Share of the missing similarity that one common leading letter makes good, and how many letters count. Source: Winkler (1990). */
const PREFIX_WEIGHT = 0.1;
const PREFIX_LENGTH = 4;

/**
 * How alike two words are, 0..1, by letters in common, letters out of order and a common beginning.
 *
 * Sources: M. A. Jaro, "Advances in Record-Linkage Methodology as Applied to Matching the 1985 Census of Tampa, Florida",
 * JASA 84 (1989) 414-420; W. E. Winkler, "String Comparator Metrics and Enhanced Decision Rules in the Fellegi-Sunter Model of
 * Record Linkage" (1990), https://files.eric.ed.gov/fulltext/ED325505.pdf
 *
 * @example jaroWinkler('martha', 'marhta') // 0.961
 */
export function jaroWinkler(a: string, b: string): number {
  if (a === b) return 1;
  const jaro = jaroOf(a, b);
  let prefix = 0;
  while (prefix < PREFIX_LENGTH && prefix < a.length && a[prefix] === b[prefix]) prefix += 1;
  return jaro + prefix * PREFIX_WEIGHT * (1 - jaro);
}

function jaroOf(a: string, b: string): number {
  if (a.length === 0 || b.length === 0) return 0;
  const reach = Math.max(0, Math.floor(Math.max(a.length, b.length) / 2) - 1);
  const taken = new Uint8Array(b.length);
  const matched: number[] = [];
  for (let i = 0; i < a.length; i++) {
    const last = Math.min(b.length - 1, i + reach);
    for (let j = Math.max(0, i - reach); j <= last; j++) {
      if (taken[j] || a.charCodeAt(i) !== b.charCodeAt(j)) continue;
      taken[j] = 1;
      matched.push(a.charCodeAt(i));
      break;
    }
  }
  if (matched.length === 0) return 0;
  let outOfOrder = 0;
  for (let j = 0, k = 0; j < b.length; j++) {
    if (!taken[j]) continue;
    if (matched[k] !== b.charCodeAt(j)) outOfOrder += 1;
    k += 1;
  }
  const m = matched.length;
  return (m / a.length + m / b.length + (m - outOfOrder / 2) / m) / 3;
}
