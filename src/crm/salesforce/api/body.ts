/** What the text of an answer is: JSON, JSON that was cut off on its way, nothing at all, or a page that somebody put in its place. */
export type Body =
  | { readonly is: 'json'; readonly json: unknown }
  | { readonly is: 'cut' }
  | { readonly is: 'nothing' }
  | { readonly is: 'page' };

/** Faults are told in XML where a server in between, or an old version, does not heed what was asked for. */
const FAULT = /<errorCode>([^<]{1,100})<\/errorCode>/;
const WORDS = /<message>([^<]{0,2000})<\/message>/;

export function bodyOf(text: string): Body {
  const bare = text.replace(/^\uFEFF/, '').trim();
  if (bare === '') return { is: 'nothing' };
  try {
    return { is: 'json', json: JSON.parse(bare) };
  } catch {
    if (/^[[{]/.test(bare)) return { is: 'cut' };
    const [, errorCode] = FAULT.exec(bare) ?? [];
    if (errorCode === undefined) return { is: 'page' };
    return { is: 'json', json: [{ errorCode, message: WORDS.exec(bare)?.[1] ?? '' }] };
  }
}
