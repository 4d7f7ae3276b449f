/** A plan small enough to be paid cent by cent: edges and amounts in cents, rates in ten-thousandths. */
export type NaiveTier = {
  readonly from: number;
  readonly to: number | null;
  readonly method: 'marginal' | 'retroactive' | 'interpolated';
  readonly ownsEdge: boolean;
  readonly pays:
    | { readonly rate: number }
    | { readonly cents: number }
    | { readonly cents: number; readonly rises: number };
};

export type NaivePlan = {
  readonly scope: 'transaction' | 'period';
  readonly tiers: readonly NaiveTier[];
  readonly threshold: { readonly at: number; readonly pays: 'excess' | 'everything'; readonly above: boolean } | null;
  readonly milestones: readonly { readonly at: number; readonly cents: number }[];
  readonly cap: number | null;
  readonly perDeal: number | null;
};

/** A fraction of whole numbers. */
type Fraction = { readonly n: bigint; readonly d: bigint };
const plus = (a: Fraction, b: Fraction): Fraction =>
  a.d === b.d ? { n: a.n + b.n, d: a.d } : { n: a.n * b.d + b.n * a.d, d: a.d * b.d };
const whole = (n: number): Fraction => ({ n: BigInt(n), d: 1n });
const NOTHING = whole(0);

/** Pay for so many cents of credit, by walking over every one of them. In cents. */
function walk(plan: NaivePlan, credit: number): Fraction {
  const { threshold, tiers } = plan;
  if (threshold !== null && (threshold.above ? credit <= threshold.at : credit < threshold.at)) return NOTHING;
  let paid = NOTHING;
  let counted = 0;
  let stands = -1;
  for (let cent = 0; cent <= credit; cent += 1) {
    // The cent itself lies in the tier that it fills.
    const fills =
      cent === 0 ? undefined : tiers.find((tier) => tier.from < cent && (tier.to === null || cent <= tier.to));
    const past = tiers.every((tier) => tier.to !== null && cent > tier.to);
    const deducted = threshold?.pays === 'excess' && cent <= threshold.at;
    if (cent > 0 && !past && !deducted) counted += 1;
    if (fills !== undefined && fills.method === 'marginal' && 'rate' in fills.pays && !deducted) {
      paid = plus(paid, { n: BigInt(fills.pays.rate), d: 10000n });
    }
    // Just below the edge one stands in the tier that the cent fills; on the edge, in the one that owns it.
    let now = stands;
    tiers.forEach((tier, index) => {
      if (cent > tier.from || (cent === tier.from && (tier.ownsEdge || tier.from === 0))) now = index;
    });
    const below = fills === undefined ? -1 : tiers.indexOf(fills);
    for (const place of below >= stands && below < now ? [below, now] : [now]) {
      const tier = tiers[place];
      if (tier === undefined) continue;
      if (place !== stands && tier.method === 'marginal' && 'cents' in tier.pays)
        paid = plus(paid, whole(tier.pays.cents));
      stands = place;
      if (tier.method === 'retroactive') {
        paid =
          'rate' in tier.pays ? { n: BigInt(tier.pays.rate) * BigInt(counted), d: 10000n } : whole(tier.pays.cents);
      }
      if (tier.method === 'interpolated' && 'rises' in tier.pays && tier.to !== null) {
        const along = Math.min(cent, tier.to) - tier.from;
        paid = plus(whole(tier.pays.cents), { n: BigInt(tier.pays.rises * along), d: BigInt(tier.to - tier.from) });
      }
    }
  }
  return paid;
}

/** Whole cents, half a cent upwards. */
function rounded(pay: Fraction): number {
  return Number((pay.n * 2n + pay.d) / (pay.d * 2n));
}

/** What the plan pays for deals of so many cents, line by line: tiers, levels, a sum a deal. */
export function naivePay(
  plan: NaivePlan,
  deals: readonly number[],
): readonly [tiers: number, levels: number, kicker: number] {
  const all = deals.reduce((sum, cents) => sum + cents, 0);
  let tiers =
    plan.scope === 'transaction' ? deals.map((cents) => walk(plan, cents)).reduce(plus, NOTHING) : walk(plan, all);
  if (plan.cap !== null && tiers.n > BigInt(plan.cap) * tiers.d) tiers = whole(plan.cap);
  const levels = plan.milestones.filter(({ at }) => all >= at).reduce((sum, { cents }) => sum + cents, 0);
  return [rounded(tiers), levels, plan.perDeal === null ? 0 : plan.perDeal * deals.length];
}
