import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dealSnapshot } from '../../../../src/core/deal/changes/snapshot';
import { whatChanged } from '../../../../src/core/deal/changes/what-changed';
import { dealPosition } from '../../../../src/core/deal/process-level/matrix';
import { readRiskRules } from '../../../../src/core/deal/risks/read-rules';
import { risksOf } from '../../../../src/core/deal/risks/risks';
import { saidAndShown } from '../../../../src/core/deal/said-and-shown/said-and-shown';
import type { Dossier } from '../../../../src/core/model/dossier';
import { addDays, civilDate } from '../../../../src/core/value/civil-date';
import { explained } from '../../../../src/core/value/explained';
import { type Known, type MissingReason, missing } from '../../../../src/core/value/known';
import { moneyOf } from '../../../../src/core/value/money';
import { phrase, textFigure } from '../../../../src/core/value/phrase';
import { anyActivities, CLOCK, daysAgo, deal, known, member, row, stage } from '../evidence/a-deal';

const asset = (name: string) =>
  JSON.parse(readFileSync(new URL(`../../../../assets/${name}`, import.meta.url), 'utf8'));
type Message = { message: string; placeholders?: Record<string, { content: string }> };
const CATALOGUE: Record<string, Message> = asset('_locales/en/messages.json');
const rules = readRiskRules(asset('risk-rules.json'));

/** Every phrase inside a value, however deep: its key and how many figures it has. */
function phrasesIn(value: unknown, found = new Map<string, number>()): Map<string, number> {
  if (typeof value !== 'object' || value === null) return found;
  const one = value as { key?: unknown; figures?: unknown };
  if (typeof one.key === 'string' && Array.isArray(one.figures)) found.set(one.key, one.figures.length);
  for (const part of Object.values(value)) phrasesIn(part, found);
  return found;
}

describe('every sentence about a deal', () => {
  const reason = fc.constantFrom<MissingReason>('hidden', 'not-recorded', 'not-yet-read');
  const maybe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<Known<T>> =>
    fc.oneof(
      { weight: 4, arbitrary: value.map(known<T>) },
      { weight: 1, arbitrary: reason.map((why) => missing(why)) },
    );
  const date = fc.integer({ min: -120, max: 150 }).map((days) => addDays(civilDate('2026-06-15'), days));
  const amount = fc.integer({ min: -2, max: 9 }).map((units) => moneyOf(units, 'USD'));
  const stages = fc.constantFrom('Qualify', 'Discover', 'Propose', 'Negotiate');
  const anyDeal = fc
    .record({
      opportunity: fc.record({
        outcome: fc.constantFrom('open', 'open', 'open', 'won'),
        closeDate: maybe(date),
        createdOn: maybe(date),
        amount: maybe(amount),
        probability: maybe(fc.constantFrom(0.1, 0.5, 0.9, 2)),
        nextStep: maybe(fc.constantFrom('a', 'b')),
        stage: maybe(stages.map(stage)),
        forecastCategory: maybe(fc.constantFrom('pipeline', 'best-case', 'commit', 'closed', 'omitted')),
      }),
      activities: maybe(anyActivities),
      committee: maybe(fc.uniqueArray(fc.constantFrom('ann', 'bob', 'cyd')).map((ids) => ids.map((id) => member(id)))),
      history: maybe(
        fc
          .array(
            fc.record({
              ago: fc.integer({ min: 0, max: 200 }),
              stage: stages.map(known<string>),
              closeDate: maybe(date),
              amount: maybe(amount),
            }),
            {
              maxLength: 9,
            },
          )
          .map((all) => all.map(({ ago, ...but }) => row(daysAgo(ago), but))),
      ),
    })
    .map(({ opportunity, ...blocks }) => deal(opportunity as Partial<Dossier['opportunity']>, blocks));

  it('is in the catalogue, with as many places as it has figures', () => {
    if (!rules.ok) throw new Error('rules');
    const learned = {
      wonCycles: known(Array.from({ length: 15 }, (_, index) => index * 12)),
      odds: explained({ low: 0.3, high: 0.6 }, textFigure(''), phrase('value_as_read')),
    };
    const seen = new Map<string, number>();
    fc.assert(
      fc.property(anyDeal, anyDeal, (before, after) => {
        const judged = { dossier: after, clock: CLOCK, learned };
        const said = [
          saidAndShown(after, CLOCK, learned),
          risksOf(rules.value, judged),
          whatChanged(dealSnapshot(before, CLOCK), dealSnapshot(after, CLOCK)),
          dealPosition(after, CLOCK),
        ];
        for (const [key, figures] of phrasesIn(said)) {
          if (seen.get(key) === figures) continue;
          seen.set(key, figures);
          const message = CATALOGUE[key] ?? CATALOGUE[`${key}_other`];
          expect(message, key).toBeDefined();
          expect(Object.keys(message?.placeholders ?? {}), key).toHaveLength(figures);
        }
      }),
      { numRuns: 400 },
    );
    expect(seen.size).toBeGreaterThan(100);
  });
});
