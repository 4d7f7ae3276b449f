import { readdirSync, readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { checkExamples } from '../../../src/core/pay/examples';
import { parseCompPlanText, planWarnings } from '../../../src/core/pay/parse-plan';
import { planSchema } from '../../../src/core/pay/plan/shape/json-schema';

const folder = new URL('../../../assets/plans/', import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
const schema = JSON.parse(readFileSync(new URL('../../../assets/comp-plan.schema.json', import.meta.url), 'utf8'));

const validate = new Ajv2020({ allowUnionTypes: true }).compile(schema);

describe('the plans that come with the extension', () => {
  it('are the four', () => {
    expect(files.sort()).toEqual([
      'account-executive.json',
      'new-hire.json',
      'sales-manager.json',
      'year-to-date.json',
    ]);
  });

  it.each(files)('%s is taken by the schema and by the reader, and its examples agree with the engine', (name) => {
    const text = readFileSync(new URL(name, folder), 'utf8');
    expect(validate(JSON.parse(text)), JSON.stringify(validate.errors)).toBe(true);
    const plan = parseCompPlanText(text);
    if (!plan.ok) throw new Error(JSON.stringify(plan.problem));
    expect(plan.value.examples.length).toBeGreaterThanOrEqual(3);
    expect(checkExamples(plan.value)).toEqual([]);
    expect(planWarnings(plan.value)).toEqual([]);
  });

  it.each(files)('%s is refused when one of its own figures is a cent off', (name) => {
    const json = JSON.parse(readFileSync(new URL(name, folder), 'utf8'));
    json.examples[0].expect.total = Number((json.examples[0].expect.total + 0.01).toFixed(2));
    const plan = parseCompPlanText(JSON.stringify(json));
    expect(plan.ok).toBe(false);
    expect(!plan.ok && plan.problem.map(({ path, because }) => [path, because.key])).toEqual([
      ['examples[0].expect.total', 'pay_plan_example_differs'],
    ]);
  });
});

describe('the published schema', () => {
  it('is the one that the reader goes by', () => {
    expect(schema).toEqual(JSON.parse(JSON.stringify(planSchema())));
  });
});
