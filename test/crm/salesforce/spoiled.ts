import fc from 'fast-check';
import type { Http, HttpResponse } from '../../../src/crm/http';

/** Values that stand in an answer where something else was due. */
const ODD: readonly unknown[] = [
  null,
  '',
  'x',
  '12',
  '-0.5',
  '1e9',
  0,
  -1,
  1e300,
  9_007_199_254_740_991,
  90_000_000_000_000,
  Number.MIN_VALUE,
  true,
  false,
  [],
  [null],
  [[]],
  {},
  { records: null },
  { done: false, records: [] },
  { done: true, records: [null, 7, {}] },
  { done: false, nextRecordsUrl: 'https://evil.example/', records: [] },
  '2026-02-30',
  '2026-12-31T00:00:00Z',
  '2026-12-31T00:00:00.000+0000',
  '+275760-09-13T00:00:00.000Z',
  '0000-01-01',
  '006000000000001',
  '001000000000001AAA',
  '__proto__',
  'constructor',
  'EUR',
  'eur',
  'Europe/Nowhere',
  '<html>',
];

/** What is done to one place of an answer. */
type Spoil = { readonly at: number; readonly how: 'gone' | 'twice' | 'odd'; readonly odd: number };

export const spoils = fc.array(
  fc.record({
    at: fc.nat(3000),
    how: fc.constantFrom('gone' as const, 'twice' as const, 'odd' as const),
    odd: fc.nat(ODD.length - 1),
  }),
  { minLength: 1, maxLength: 8 },
);

/** Every place of a JSON value: the thing that holds it, and its name there. */
function placesOf(value: unknown, found: [holder: Record<string, unknown> | unknown[], name: string][] = []) {
  if (typeof value !== 'object' || value === null) return found;
  for (const name of Object.keys(value)) {
    found.push([value as Record<string, unknown>, name]);
    placesOf((value as Record<string, unknown>)[name], found);
  }
  return found;
}

/** The same value, with something else in some of its places. */
export function spoiled(value: unknown, some: readonly Spoil[]): unknown {
  const copy = structuredClone({ value });
  for (const { at, how, odd } of some) {
    const places = placesOf(copy);
    const [holder, name] = places[at % places.length] ?? [];
    if (!holder || name === undefined || holder === copy) continue;
    if (Array.isArray(holder)) {
      if (how === 'gone') holder.splice(Number(name), 1);
      else
        holder.splice(
          Number(name),
          how === 'twice' ? 0 : 1,
          how === 'twice' ? structuredClone(holder[Number(name)]) : ODD[odd],
        );
    } else if (how === 'gone') delete holder[name];
    else holder[name] = how === 'twice' ? [holder[name], holder[name]] : structuredClone(ODD[odd]);
  }
  return copy.value;
}

/** The same server, whose answers from the nth on are not quite what they should be. */
export function spoiling(http: Http, from: number, some: readonly Spoil[]): Http {
  let count = 0;
  return {
    async send(request) {
      const answer: HttpResponse = await http.send(request);
      count += 1;
      return count <= from ? answer : { ...answer, text: JSON.stringify(spoiled(JSON.parse(answer.text), some)) };
    },
  };
}
