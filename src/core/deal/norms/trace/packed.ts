import type { Moment } from './moment';
import type { Trace } from './trace';

/**
 * Traces as rows of numbers, and each name once: a hundred thousand traces as objects are millions of little things that the
 * garbage collector goes through again and again, and that the store has to write out one by one.
 */
export type PackedTraces = {
  readonly ids: readonly string[];
  /** Where the row of each begins in `numbers`. */
  readonly starts: Int32Array;
  /** NaN: not known. A list is preceded by its length, a name is its place in `names`. */
  readonly numbers: Float64Array;
  readonly names: readonly string[];
};

const OUTCOMES = ['w', 'l', 'n'] as const;

export function pack(traces: ReadonlyMap<string, Trace>): PackedTraces {
  const names = new Map<string, number>();
  const numbers: number[] = [];
  const starts: number[] = [];
  const number = (value: number | null) => numbers.push(value ?? Number.NaN);
  const name = (value: string | null) => {
    if (value === null) return number(null);
    const place = names.get(value) ?? names.size;
    names.set(value, place);
    return numbers.push(place);
  };
  const list = <T>(all: readonly T[] | null, each: (one: T) => void) => {
    number(all === null ? null : all.length);
    all?.forEach(each);
  };
  for (const { o, u, t, p, a, c, f, e, s, k, r, g, m } of traces.values()) {
    starts.push(numbers.length);
    numbers.push(OUTCOMES.indexOf(o));
    name(u);
    name(t);
    name(p);
    number(a);
    name(c);
    numbers.push(f, e);
    list(s, ([stage, days]) => {
      name(stage);
      numbers.push(days);
    });
    number(k);
    list(r, name);
    list(g, number);
    list(m, ([pushes, silent, people, hasNextStep, said]) => {
      number(pushes);
      number(silent);
      number(people);
      number(hasNextStep === null ? null : Number(hasNextStep));
      number(said);
    });
  }
  return {
    ids: [...traces.keys()],
    starts: Int32Array.from(starts),
    numbers: Float64Array.from(numbers),
    names: [...names.keys()],
  };
}

/** One of them as it was packed. */
export function unpack({ starts, numbers, names }: PackedTraces, place: number): Trace {
  let at = starts[place] ?? 0;
  const whole = () => numbers[at++] ?? Number.NaN;
  const number = () => {
    const value = whole();
    return Number.isNaN(value) ? null : value;
  };
  const name = () => names[whole()] ?? null;
  const list = <T>(each: () => T): T[] | null => {
    const length = number();
    if (length === null) return null;
    // Pushed one by one: `Array.from` with a function takes ten times as long, and this is done a million times.
    const all: T[] = [];
    for (let left = length; left > 0; left -= 1) all.push(each());
    return all;
  };
  return {
    o: OUTCOMES[whole()] ?? 'n',
    u: name() ?? '',
    t: name(),
    p: name(),
    a: number(),
    c: name(),
    f: whole(),
    e: whole(),
    s: list(() => [name() ?? '', whole()]),
    k: number(),
    r: list(() => name() ?? ''),
    g: list(whole),
    m:
      list((): Moment => {
        const [pushes, silent, people, hasNextStep, said] = [number(), number(), number(), number(), number()];
        return [pushes, silent, people, hasNextStep === null ? null : hasNextStep === 1, said];
      }) ?? [],
  };
}
