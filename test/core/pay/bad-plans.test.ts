import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lintPlan } from '../../../src/core/pay/lint/lint';
import { parseCompPlan, parseCompPlanText } from '../../../src/core/pay/parse-plan';
import { BAD_PLANS, goodPlan, type Json } from './bad-plans';

const schema = JSON.parse(readFileSync(new URL('../../../assets/comp-plan.schema.json', import.meta.url), 'utf8'));
const validate = new Ajv2020({ allowUnionTypes: true }).compile(schema);
const messages = JSON.parse(
  readFileSync(new URL('../../../assets/_locales/en/messages.json', import.meta.url), 'utf8'),
) as Record<string, unknown>;

describe('a plan that is wrong', () => {
  it('starts from one that is right', () => {
    expect(parseCompPlan(goodPlan())).toMatchObject({ ok: true });
    expect(validate(goodPlan())).toBe(true);
    expect(BAD_PLANS.length).toBeGreaterThanOrEqual(40);
  });

  it.each(BAD_PLANS)('is refused for $what, at $path', ({ break: change, path, key, shape }) => {
    const plan = goodPlan();
    change(plan);
    const read = parseCompPlan(plan);
    expect(read.ok).toBe(false);
    const found = read.ok ? [] : read.problem.map((each) => `${each.path}: ${each.because.key}`);
    expect(found).toContain(`${path}: ${key}`);
    expect(Object.hasOwn(messages, key), key).toBe(true);
    // A date that no calendar has, a number no ledger holds: the schema's patterns cannot tell.
    if (key !== 'pay_plan_number_huge') expect(validate(plan)).toBe(!shape);
  });

  it('says at which line and column a text is not JSON', () => {
    const at = (text: string) => {
      const read = parseCompPlanText(text);
      return read.ok ? null : read.problem.map(({ because }) => [because.key, ...because.figures.slice(0, 2)]);
    };
    expect(at('{\n  "id": "a",\n  "name" "b"\n}')).toEqual([
      ['pay_plan_not_json', { unit: 'count', count: 3 }, { unit: 'count', count: 10 }],
    ]);
    expect(at('{"id": "a",')).toEqual([['pay_plan_json_ends', { unit: 'count', count: 1 }]]);
    expect(at('{"id": "a", "id": "b"}')).toEqual([['pay_plan_field_twice']]);
    expect(at('not a plan')?.[0]?.[0]).toBe('pay_plan_not_json');
  });

  it('never throws, whatever stands in the file', () => {
    fc.assert(
      fc.property(fc.string(), fc.jsonValue(), (text, json) => {
        expect(parseCompPlanText(text).ok).toBe(false);
        expect(parseCompPlan(json).ok).toBe(false);
      }),
      { numRuns: 300 },
    );
  });

  it('reads JSON exactly as JSON.parse does', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.string({ maxLength: 3 }), fc.nat(), (json, noise, where) => {
        const text = JSON.stringify(json);
        const at = where % (text.length + 1);
        const broken = text.slice(0, at) + noise + text.slice(at);
        const isJson = (() => {
          try {
            JSON.parse(broken);
            return true;
          } catch {
            return false;
          }
        })();
        const read = parseCompPlanText(broken);
        const key = read.ok ? '' : (read.problem[0]?.because.key ?? '');
        const refusedAsJson = ['pay_plan_not_json', 'pay_plan_json_ends'].includes(key);
        expect(refusedAsJson).toBe(!isJson);
      }),
      { numRuns: 500 },
    );
  });
});

describe('what an analyst would remark on a plan that is taken', () => {
  const remarks = (change: (plan: Json) => void) => {
    const plan = goodPlan();
    change(plan);
    return lintPlan(plan).map(({ severity, path, because }) => `${severity} ${path} ${because.key}`);
  };

  it('finds nothing in a plain plan', () => {
    expect(remarks(() => {})).toEqual([]);
  });

  it('names a drop in pay, as in a filed plan whose curve falls from 129.8 % to 120 % at 110 %', () => {
    const found = remarks((plan) => {
      plan.components[1].tiers = [
        { from: 0.9, to: 1.1, payout: { at: 0.5, to: 1.298 } },
        { from: 1.1, payout: 1.2, method: 'retroactive' },
      ];
    });
    expect(found).toContain('warning components[1].tiers[1] pay_plan_pays_less');
  });

  it('names a jump, a cap below target, and tiers above the cap', () => {
    const found = remarks((plan) => {
      plan.components[0].tiers = [
        { from: 0, to: 1, rate: 0.05 },
        { from: 1, rate: 0.08, method: 'retroactive' },
      ];
      plan.components[0].caps = [{ amount: 4000, per: 'period' }];
    });
    expect(found).toContain('warning components[0].tiers[1] pay_plan_jump');
    expect(found).toContain('warning components[0].caps[0] pay_plan_cap_below_quota_pay');
    expect(found).toContain('warning components[0].tiers[1] pay_plan_tier_above_cap');
    expect(
      remarks((plan) => {
        plan.components[1].caps = [{ amount: 900, per: 'period' }];
      }),
    ).toContain('warning components[1].caps[0] pay_plan_cap_below_target');
  });

  it('names a modifier that falls, a matrix that falls, a gate that closes, a tier under the threshold', () => {
    const found = remarks((plan) => {
      plan.modifiers = [
        {
          measure: 'margin',
          steps: [
            { from: 0, to: 1, multiplier: 1.2 },
            { from: 1, multiplier: 1 },
          ],
        },
      ];
      plan.components[2].cells[1][0] = 0.4;
      plan.components[0].gates = [{ measure: 'margin', below: 0.5, otherwise: 'nothing' }];
      plan.components[0].threshold = { at: 0.5, pays: 'everything' };
    });
    expect(found).toEqual(
      expect.arrayContaining([
        'warning modifiers[0].steps[1].multiplier pay_plan_modifier_falls',
        'warning components[2].cells[1][0] pay_plan_matrix_falls',
        'warning components[0].gates[0] pay_plan_gate_closes',
        'warning components[0].tiers[0] pay_plan_tier_under_threshold',
      ]),
    );
  });
});
