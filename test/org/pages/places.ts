import { withChecksum } from '../id';

/** A place in the app: a record, and what of it. */
export type Place = {
  readonly id: string | undefined;
  readonly mode: 'view' | 'edit' | 'related';
  /** The related list, for `related`. */
  readonly related: string | null;
};

const ID = '([A-Za-z0-9]{18}|[A-Za-z0-9]{15})';
const LIGHTNING = new RegExp(
  `^/lightning/r/(?:[A-Za-z0-9_]+/)?${ID}(?:/(view|edit|related/([^/?#]+)/view))?/?(?:[?#]|$)`,
);
const HASH = new RegExp(`^/one/one\\.app#/sObject/${ID}(?:/|$)`);
const ENCODED = /^\/one\/one\.app#(eyJ[A-Za-z0-9+/=_%-]+)/;

/** Where an address leads: Lightning's, and both forms of the older `one.app`. */
export function placeOf(path: string): Place {
  const lightning = LIGHTNING.exec(path);
  if (lightning) {
    const [, id = '', what = 'view', related] = lightning;
    const mode = what === 'edit' ? 'edit' : related === undefined ? 'view' : 'related';
    return { id: full(id), mode, related: related ?? null };
  }
  const hash = HASH.exec(path)?.[1] ?? encodedId(ENCODED.exec(path)?.[1]);
  return { id: hash === undefined ? undefined : full(hash), mode: 'view', related: null };
}

/** `#eyJ…`: base64 of the component to show and its attributes. */
function encodedId(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  try {
    const { attributes } = JSON.parse(Buffer.from(decodeURIComponent(text), 'base64').toString('utf8')) as {
      readonly attributes?: { readonly recordId?: unknown };
    };
    return typeof attributes?.recordId === 'string' ? attributes.recordId : undefined;
  } catch {
    return undefined;
  }
}

/** The page that lies under a dialog which makes a new record. */
export function backgroundOf(path: string): string {
  return new URL(path, 'https://lightning.example').searchParams.get('backgroundContext') ?? '/lightning/page/home';
}

const full = (id: string) => (id.length === 15 ? withChecksum(id) : id);
