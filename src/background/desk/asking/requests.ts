import { CRMS, parseRecordRef, type RecordKey, type RecordRef } from '../../../core/model/record-ref';
import { type Glance, readGlance } from '../../../messages/glance';

/** A request that is not what the contract says. Its page gets no answer. */
export class BadRequest extends Error {
  override readonly name = 'BadRequest';
}

type Fields = Readonly<Record<string, unknown>>;

/** The largest file that is read as a comp plan, in characters. */
const LARGEST_PLAN = 1_000_000;

export function refIn(request: unknown): RecordRef {
  const { crm, host, kind, id } = fields(fields(request).ref);
  const ref = parseRecordRef([crm, host, kind, id].map((part) => text(part, 253)).join('/'));
  if (!ref) throw new BadRequest('not a record');
  return ref;
}

/** Scheme, host and port of a site that may be connected, as a browser writes them. */
export function originIn(request: unknown): string {
  const origin = text(fields(request).origin, 300);
  if (!URL.canParse(origin) || new URL(origin).origin !== origin || !/^https?:/.test(origin))
    throw new BadRequest('not a site');
  return origin;
}

export function hostIn(request: unknown): string {
  return text(fields(request).host, 253);
}

export function hostOrNoneIn(request: unknown): string | null {
  const { also } = fields(request);
  return also === null ? null : text(also, 253);
}

export function clientIdIn(request: unknown): string | null {
  const { clientId } = fields(request);
  return clientId === null ? null : text(clientId, 255).trim();
}

export function keyIn(request: unknown): RecordKey {
  const { crm, organisation, user, id } = fields(fields(request).key);
  const known = CRMS.find((one) => one === crm);
  if (known === undefined) throw new BadRequest('no such CRM');
  // An organisation may be named by its host.
  return { crm: known, organisation: text(organisation, 320), user: text(user, 64), id: text(id, 64) };
}

/** The largest file that is read as risk rules, in characters: two hundred rules, and room. */
const LARGEST_RULES = 300_000;

export function rulesFileIn(request: unknown): { readonly fileName: string; readonly text: string } {
  const file = fields(request);
  return { fileName: text(file.fileName, 255), text: text(file.text, LARGEST_RULES) };
}

export function rulesFileOrNoneIn(request: unknown): { readonly fileName: string; readonly text: string } | null {
  const { file } = fields(request);
  return file === null ? null : rulesFileIn(file);
}

export function fileIn(request: unknown): { readonly fileName: string; readonly text: string } {
  const file = fields(request);
  return { fileName: text(file.fileName, 255), text: text(file.text, LARGEST_PLAN) };
}

/** The most that is read of a table, and of one cell of it. */
const MOST_ROWS = 20_000;
const MOST_COLUMNS = 60;
const LONGEST_CELL = 500;

export function tableIn(request: unknown): {
  readonly fileName: string;
  readonly rows: readonly Readonly<Record<string, string>>[];
} {
  const { fileName, rows } = fields(request);
  if (!Array.isArray(rows) || rows.length > MOST_ROWS) throw new BadRequest('not a table');
  return {
    fileName: text(fileName, 255),
    rows: rows.map((row) => {
      const cells = Object.entries(fields(row));
      if (cells.length > MOST_COLUMNS) throw new BadRequest('too wide a table');
      return Object.fromEntries(cells.map(([name, cell]) => [text(name, LONGEST_CELL), text(cell, LONGEST_CELL)]));
    }),
  };
}

export function idIn(request: unknown): string {
  return text(fields(request).id, 200);
}

export function idOrNoneIn(request: unknown): string | null {
  return fields(request).id === null ? null : idIn(request);
}

/** Names of sections, as a page of ours words them: few and short. */
export function namesIn(request: unknown): readonly string[] {
  const { sections } = fields(request);
  if (!Array.isArray(sections) || sections.length > 50) throw new BadRequest('not a list');
  return sections.map((name) => text(name, 40));
}

export function glanceIn(request: unknown): Glance {
  const glance = readGlance(fields(request).glance);
  if (!glance) throw new BadRequest('not a glance');
  return glance;
}

export function onIn(request: unknown): boolean | null {
  const { on } = fields(request);
  if (on !== null && typeof on !== 'boolean') throw new BadRequest('not a switch');
  return on;
}

function fields(value: unknown): Fields {
  if (typeof value !== 'object' || value === null) throw new BadRequest('not an object');
  return value as Fields;
}

function text(value: unknown, most: number): string {
  if (typeof value !== 'string' || value.length > most) throw new BadRequest('not a text');
  return value;
}
