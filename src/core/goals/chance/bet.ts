/** What a deal may bring when it is won. */
export type Scenario = {
  /** In the goal's smallest unit (minor units of money, or a count); a whole number, not negative. */
  readonly amount: number;
  /** Relative weight; the weights of a bet are scaled to 1. */
  readonly weight: number;
};

/** An open deal as a bet on the goal: it brings one of its scenarios inside the period, or nothing. */
export type OpenBet = {
  readonly id: string;
  readonly scenarios: readonly Scenario[];
  /** That it is won inside the period, 0..1. */
  readonly probability: number;
};

/** A bet on one amount. */
export function betOn(id: string, amount: number, probability: number): OpenBet {
  return { id, scenarios: [{ amount, weight: 1 }], probability };
}

/** What one bet can come to: parallel lists of amounts and probabilities, nothing first. */
export type Outcomes = { readonly amounts: readonly number[]; readonly chances: readonly number[] };

/** The outcomes of a bet, the probability that nothing comes of it first. */
export function outcomesOf(bet: OpenBet, probability = bet.probability): Outcomes {
  const weights = bet.scenarios.reduce((sum, { weight }) => sum + weight, 0);
  if (!(weights > 0)) return { amounts: [0], chances: [1] };
  return {
    amounts: [0, ...bet.scenarios.map(({ amount }) => amount)],
    chances: [1 - probability, ...bet.scenarios.map(({ weight }) => (probability * weight) / weights)],
  };
}

/** What a bet brings on average when it is won. */
export function averageWon(bet: OpenBet): number {
  const weights = bet.scenarios.reduce((sum, { weight }) => sum + weight, 0);
  return weights > 0 ? bet.scenarios.reduce((sum, { amount, weight }) => sum + amount * weight, 0) / weights : 0;
}

/** The most that a bet can bring. */
export function mostWon(bet: OpenBet): number {
  return bet.scenarios.reduce((most, { amount }) => Math.max(most, amount), 0);
}
