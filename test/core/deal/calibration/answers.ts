/** Answers about one deal, by question. "Unknown" is an answer like any other, never a "no". */
export type Answers = Readonly<Record<string, string>>;

/** What answers say about winning: a weight for each. */
export type AnswerWeights = {
  /** Logarithm of won to lost among all. */
  readonly start: number;
  /** By question and answer: log(share of the won with it / share of the lost with it). */
  readonly weights: ReadonlyMap<string, ReadonlyMap<string, number>>;
  /** By question: the weight of an answer nobody has given yet. */
  readonly unseen: ReadonlyMap<string, number>;
};

/**
 * Learns what each answer of a buyer-side check-list says about winning, question by question (naive Bayes, one imagined deal for each
 * answer on each side: Laplace's rule of succession). A sum of weights, so that every answer's part can be shown.
 *
 * @param questions - those that are asked; what else is recorded is left out
 */
export function learnAnswers(
  deals: readonly { readonly answers: Answers; readonly won: boolean }[],
  questions: readonly string[],
): AnswerWeights {
  const won = deals.filter((deal) => deal.won).length;
  const lost = deals.length - won;
  const weights = new Map<string, ReadonlyMap<string, number>>();
  const unseen = new Map<string, number>();
  for (const question of questions) {
    const counts = new Map<string, { won: number; lost: number }>();
    for (const deal of deals) {
      const answer = deal.answers[question];
      if (answer === undefined) continue;
      const count = counts.get(answer) ?? { won: 0, lost: 0 };
      count[deal.won ? 'won' : 'lost'] += 1;
      counts.set(answer, count);
    }
    const share = (count: number, of: number) => (count + 1) / (of + counts.size);
    weights.set(
      question,
      new Map(
        [...counts].map(([answer, count]) => [answer, Math.log(share(count.won, won) / share(count.lost, lost))]),
      ),
    );
    unseen.set(question, Math.log(share(0, won) / share(0, lost)));
  }
  return { start: Math.log((won + 1) / (lost + 1)), weights, unseen };
}

/** The chance of winning that a deal's answers speak for, 0..1. A question without an answer says nothing. */
export function chanceByAnswers({ start, weights, unseen }: AnswerWeights, answers: Answers): number {
  let sum = start;
  for (const [question, known] of weights) {
    const answer = answers[question];
    if (answer !== undefined) sum += known.get(answer) ?? unseen.get(question) ?? 0;
  }
  return 1 / (1 + Math.exp(-sum));
}
