/** What a letter of a chart's own size takes, about: labels are laid out before anything can be measured. */
const LETTER = 6.3;
/** Letters of Chinese, Japanese and Korean are as wide as they are high. */
const SQUARE = 10;
const FIRST_SQUARE = 0x2e80;

/** About how wide a chart's label is, in the chart's own units. */
export function textWidth(text: string): number {
  let width = 0;
  for (const letter of text) width += (letter.codePointAt(0) ?? 0) >= FIRST_SQUARE ? SQUARE : LETTER;
  return width;
}

/** The room that the widest of some labels takes, and no less than a chart always leaves. */
export function roomFor(labels: readonly string[], least: number, gap = 7): number {
  return Math.ceil(Math.max(least, ...labels.map((label) => textWidth(label) + gap)));
}
