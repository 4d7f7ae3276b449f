import type { Currency } from '../../../value/currency';
import { sizeAt } from '../size-at';
import type { Trace } from '../trace/trace';

/** Sizes of deal told apart: fifths. */
const SIZES = 5;
/** Below this many known amounts there is one size only. */
const FEW_AMOUNTS = 50;

/** The amounts of closed deals in the currency that most of them are in, and the sizes of deal that they make. */
export type Amounts = {
  readonly currency: Currency | null;
  /** See `Norms`. */
  readonly sizeEdges: readonly number[];
  readonly usual: number | null;
  /** In minor units of the currency; null where it is not known or another's. */
  readonly of: (trace: Pick<Trace, 'a' | 'c'>) => number | null;
  readonly sizeOf: (trace: Pick<Trace, 'a' | 'c'>) => number | undefined;
};

export type AmountsCount = {
  readonly count: (trace: Pick<Trace, 'a' | 'c' | 'o'>) => void;
  readonly amounts: () => Amounts;
};

export function amountsCount(): AmountsCount {
  const byCurrency = new Map<string, { readonly all: number[]; readonly won: number[] }>();
  return {
    count({ a, c, o }) {
      if (c === null || a === null) return;
      const known = byCurrency.get(c) ?? { all: [], won: [] };
      if (known.all.length === 0) byCurrency.set(c, known);
      known.all.push(a);
      if (o === 'w') known.won.push(a);
    },
    amounts() {
      const [most] = [...byCurrency].sort(([a, x], [b, y]) => y.all.length - x.all.length || (a < b ? -1 : 1));
      const currency = (most?.[0] as Currency | undefined) ?? null;
      const sizeEdges = edges(sorted(most?.[1].all ?? []));
      const won = sorted(most?.[1].won ?? []);
      const of = ({ a, c }: Pick<Trace, 'a' | 'c'>) => (c === currency ? a : null);
      return {
        currency,
        sizeEdges,
        usual: won[Math.floor((won.length - 1) / 2)] ?? null,
        of,
        sizeOf: (trace) => sizeAt(sizeEdges, of(trace)),
      };
    },
  };
}

// As numbers in a row: a hundred thousand of them are sorted without asking anybody which of two is more.
const sorted = (amounts: readonly number[]) => Float64Array.from(amounts).sort();

function edges(amounts: Float64Array): number[] {
  if (amounts.length < FEW_AMOUNTS) return [];
  const cuts = Array.from(
    { length: SIZES - 1 },
    (_, cut) => amounts[Math.floor((amounts.length * (cut + 1)) / SIZES)] ?? 0,
  );
  return [...new Set(cuts)];
}
