import { describe, expect, test } from 'vitest';
import { instantOf } from '../../../../../src/core/value/instant';
import { ifGiven, missing } from '../../../../../src/core/value/known';
import { toClosedDeal } from '../../../../../src/crm/salesforce/to-core/deal/closed-deal';

const AS = {
  asOf: instantOf(Date.UTC(2026, 10, 24)),
  currency: 'USD',
  zone: 'Asia/Tokyo',
  stages: missing('not-yet-read'),
} as unknown as Parameters<typeof toClosedDeal>[1];

const row = (history: readonly (readonly [at: string, stage: string, probability: number])[]) => ({
  Id: '006R0000005hDFYIA2',
  Name: 'Acme - 200 seats',
  OwnerId: '0055i000000YOs1AAG',
  Owner: { Name: 'Yuki Sato', ManagerId: null },
  StageName: 'Closed Won',
  IsClosed: true,
  IsWon: true,
  Amount: 125000,
  CloseDate: '2026-10-20',
  CreatedDate: '2026-08-01T00:00:00.000+0000',
  OpportunityHistories: {
    totalSize: history.length,
    done: true,
    records: history.map(([CreatedDate, StageName, Probability], n) => ({
      Id: `008${n}`,
      CreatedDate,
      StageName,
      Probability,
      Amount: 125000,
      CloseDate: '2026-10-20',
      ForecastCategory: 'Pipeline',
    })),
  },
});
const stages = (deal: ReturnType<typeof toClosedDeal>) =>
  (deal ? (ifGiven(deal.history) ?? []) : []).map(({ stage }) => ifGiven(stage));

describe('what a closed deal teaches', () => {
  // 08:00 in Tokyo on the 20th is still the 19th in UTC.
  test('never holds its own end, on whatever day by UTC that was recorded', () => {
    const deal = toClosedDeal(
      row([
        ['2026-08-01T00:00:00.000+0000', 'Engaging', 40],
        ['2026-10-19T23:00:00.000+0000', 'Closed Won', 100],
      ]),
      AS,
    );
    expect(stages(deal)).toEqual(['Engaging']);
  });

  test('nor the end it had before it was opened again', () => {
    const deal = toClosedDeal(
      row([
        ['2026-08-01T00:00:00.000+0000', 'Engaging', 40],
        ['2026-09-01T00:00:00.000+0000', 'Closed Won', 100],
        ['2026-09-02T00:00:00.000+0000', 'Engaging', 40],
        ['2026-10-25T00:00:00.000+0000', 'Closed Won', 100],
      ]),
      AS,
    );
    expect(stages(deal)).toEqual(['Engaging', 'Engaging']);
  });
});
