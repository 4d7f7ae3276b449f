import { describe, expect, it } from 'vitest';
import { auc, brier } from '../../../../src/core/deal/calibration/brier';
import { chanceByAnswers, learnAnswers } from './answers';
import { BUYER_QUESTIONS, predicted, salvirt } from './salvirt-protocol';

describe('448 real deals', () => {
  const deals = salvirt();

  it('are all there: 227 won, 221 lost, 346 different sets of answers', () => {
    expect(deals.filter(({ won }) => won)).toHaveLength(227);
    expect(deals.filter(({ won }) => !won)).toHaveLength(221);
    expect(new Set(deals.map(({ answers }) => JSON.stringify(Object.entries(answers).sort()))).size).toBe(346);
  });

  it('are told apart by fourteen facts about the buyer: grouped AUC at least .78, Brier at most .203', () => {
    const scores = Array.from({ length: 10 }, (_, seed) => predicted(deals, BUYER_QUESTIONS, BUYER_QUESTIONS, seed));
    const mean = (of: (one: (typeof scores)[number]) => number | undefined) =>
      scores.reduce((sum, one) => sum + (of(one) ?? Number.NaN), 0) / scores.length;
    expect(mean(auc)).toBeGreaterThanOrEqual(0.78);
    expect(mean(brier)).toBeLessThanOrEqual(0.203);
  });
});

describe('what answers say', () => {
  const four = [
    { answers: { Budget: 'Yes' }, won: true },
    { answers: { Budget: 'Yes' }, won: true },
    { answers: { Budget: 'No' }, won: false },
    { answers: { Budget: 'Unknown' }, won: false },
  ];

  it('is by Laplace: budget on both won deals and neither lost one makes (3/5) / (1/5), 3 to 1', () => {
    expect(chanceByAnswers(learnAnswers(four, ['Budget']), { Budget: 'Yes' })).toBeCloseTo(0.75, 12);
  });

  it('keeps unknown apart from no', () => {
    const weights = learnAnswers([...four, { answers: { Budget: 'No' }, won: false }], ['Budget']);
    expect(chanceByAnswers(weights, { Budget: 'Unknown' })).not.toBe(chanceByAnswers(weights, { Budget: 'No' }));
  });

  it('says nothing where a question was not asked', () => {
    expect(chanceByAnswers(learnAnswers(four, ['Budget']), {})).toBe(0.5);
  });
});
