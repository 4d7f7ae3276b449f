import { type RecordKind, type RecordRef, VIEWER } from '../../core/model/record-ref';
import type { PagePattern } from '../page-pattern';
import { type Interface, interfaceOf } from './hosts';
import { keyPrefix, recordId } from './ids';

const ID = '([A-Za-z0-9]{15,18})';

/** A record page of Lightning, with or without the object's name: shown, edited, or one of its related lists in full. */
const LIGHTNING = new RegExp(`^/lightning/r/(?:(\\w+)/)?${ID}(?:/(?:view|edit|related/[^/]+/view))?/?$`);
/** A form or an action in a window over a page; that page's path is in `backgroundContext`. */
const WINDOW = /^\/lightning\/(?:o\/\w+\/new|action\/\w+\/[\w.]+|r\/(?:\w+\/)?\w+\/edit)\/?$/;
const HOME = /^\/(?:lightning\/page\/home|home\/home\.jsp)\/?$/;
/** Lightning before 2018: the record stands in the fragment. */
const ONE_APP = /^\/one\/one\.app\/?$/;
const ONE_APP_RECORD = new RegExp(`^#/sObject/${ID}(?:/(?:view|edit|rlName/[^/]+/view)?)?(?:\\?|$)`);
/** Classic shows and edits a record under its bare id. Words have fifteen letters too: the key prefix decides. */
const CLASSIC = new RegExp(`^/()${ID}(?:/e)?/?$`);
const VISUALFORCE = /^\/apex\/\w+\/?$/;
/** Setup with a Classic page inside it. */
const SETUP = /^\/lightning\/setup\/\w+\/page\/?$/;

/** Our kinds are called as Salesforce calls its objects, but for the capital. */
const KINDS: Readonly<Record<string, RecordKind>> = { '006': 'opportunity', '001': 'account', '005': 'user' };

/** What a record is, without its host. */
type Named = Pick<RecordRef, 'kind' | 'id'>;

export const salesforcePages: PagePattern = {
  crm: 'salesforce',
  hasHost: (host) => interfaceOf(host) !== undefined,
  recordAt(url) {
    if (url.protocol !== 'https:' || url.port !== '') return undefined;
    const serves = interfaceOf(url.hostname);
    const named = serves && READ[serves](url);
    return named && { crm: 'salesforce', host: url.hostname, ...named };
  },
};

/** How each interface's addresses name a record. */
const READ: Readonly<Record<Interface, (url: URL) => Named | undefined>> = {
  lightning: (url) => lightning(url) ?? oneApp(url) ?? setup(url),
  classic: (url) => classic(url) ?? oneApp(url),
  setup,
  visualforce: byQuery,
};

function lightning(url: URL): Named | undefined {
  return (
    home(url) ??
    record(LIGHTNING.exec(url.pathname)) ??
    (WINDOW.test(url.pathname) ? inside(url, 'backgroundContext', lightning) : undefined)
  );
}

function classic(url: URL): Named | undefined {
  return home(url) ?? record(CLASSIC.exec(url.pathname)) ?? byQuery(url);
}

function home({ pathname }: URL): Named | undefined {
  return HOME.test(pathname) ? { kind: 'user', id: VIEWER } : undefined;
}

function byQuery({ pathname, searchParams }: URL): Named | undefined {
  return VISUALFORCE.test(pathname) ? of(searchParams.get('id') ?? searchParams.get('Id')) : undefined;
}

function setup(url: URL): Named | undefined {
  const named = SETUP.test(url.pathname) ? inside(url, 'address', classic) : undefined;
  // Setup shows users to be administered: that is no work on a goal.
  return named?.kind === 'user' ? undefined : named;
}

function oneApp({ pathname, hash }: URL): Named | undefined {
  if (!ONE_APP.test(pathname)) return undefined;
  if (hash === '#/home/home') return { kind: 'user', id: VIEWER };
  return of(ONE_APP_RECORD.exec(hash)?.[1] ?? packed(hash.slice(1)));
}

/** The record's id in a fragment that is JSON in base64. */
function packed(text: string): unknown {
  try {
    const { attributes } = JSON.parse(atob(decodeURIComponent(text))) as {
      readonly attributes?: { recordId?: unknown };
    };
    return attributes?.recordId;
  } catch {
    // Anything may stand in a fragment.
    return undefined;
  }
}

/** Reads an address of the same host that stands in a parameter. */
function inside(url: URL, parameter: string, read: (url: URL) => Named | undefined): Named | undefined {
  const text = url.searchParams.get(parameter) ?? '';
  if (!URL.canParse(text, url.origin)) return undefined;
  const within = new URL(text, url.origin);
  // Once: an address within an address within an address is nobody's page.
  within.searchParams.delete(parameter);
  return within.origin === url.origin ? read(within) : undefined;
}

function record(parts: RegExpExecArray | null): Named | undefined {
  return of(parts?.[2], parts?.[1]);
}

function of(text: unknown, object = ''): Named | undefined {
  const id = recordId(text);
  const kind = id && KINDS[keyPrefix(id)];
  return id && kind && (object === '' || object.toLowerCase() === kind) ? { kind, id } : undefined;
}
