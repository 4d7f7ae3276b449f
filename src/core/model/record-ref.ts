/** The CRMs there is an adapter for. */
export const CRMS = ['salesforce', 'tryton'] as const;
export type Crm = (typeof CRMS)[number];

/** Kinds of record that a page can show and the panel can answer for. A `user` is shown by a home page; {@link VIEWER} is whoever looks. */
const RECORD_KINDS = ['opportunity', 'account', 'user'] as const;
export type RecordKind = (typeof RECORD_KINDS)[number];

/** The id of a `user` record that stands for the viewer, whoever that is. */
export const VIEWER = 'me';

/** A record as a page's address names it. Which organisation and user that host stands for, only the background knows. */
export type RecordRef = { readonly crm: Crm; readonly host: string; readonly kind: RecordKind; readonly id: string };

/** What a cached record is kept under: two organisations, or one "log in as", never mix. */
export type RecordKey = {
  readonly crm: Crm;
  readonly organisation: string;
  readonly user: string;
  readonly id: string;
};

/** A CRM in the cloud has a name with dots; one of the company's own may be a single word, and listen at a port. */
const HOSTS: Readonly<Record<Crm, RegExp>> = {
  salesforce: /^(?=.{1,253}$)[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)+$/,
  tryton: /^(?=.{1,253}$)[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*(?::[1-9]\d{0,4})?$/,
};

/** One Tryton host serves many databases, each with a record 400 of its own: the database is part of the id. */
const IDS: Readonly<Record<Crm, RegExp>> = {
  salesforce: /^[A-Za-z0-9_-]{1,64}$/,
  tryton: /^[A-Za-z0-9_-]{1,50}\.(?:[1-9]\d{0,11}|me)$/,
};

/** @example formatRecordRef(ref) // 'salesforce/acme.lightning.force.com/opportunity/006R0000005hDFYIA2' */
export function formatRecordRef(ref: RecordRef): string {
  return `${ref.crm}/${ref.host}/${ref.kind}/${ref.id}`;
}

/** Reads what {@link formatRecordRef} wrote; `undefined` for anything else, however close. */
export function parseRecordRef(text: string): RecordRef | undefined {
  const [crm, host, kind, id, ...rest] = text.split('/');
  if (rest.length > 0 || !isOneOf(CRMS, crm) || !isOneOf(RECORD_KINDS, kind)) return undefined;
  if (host === undefined || !HOSTS[crm].test(host) || id === undefined || !IDS[crm].test(id)) return undefined;
  return { crm, host, kind, id };
}

export function sameRecord(a: RecordRef, b: RecordRef): boolean {
  return formatRecordRef(a) === formatRecordRef(b);
}

function isOneOf<T extends string>(all: readonly T[], text: string | undefined): text is T {
  return (all as readonly (string | undefined)[]).includes(text);
}
