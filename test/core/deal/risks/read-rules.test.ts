import { readFileSync } from 'node:fs';
import Ajv from 'ajv';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FACTS } from '../../../../src/core/deal/risks/fact';
import { readRiskRules } from '../../../../src/core/deal/risks/read-rules';
import { RISK_MESSAGES } from '../../../../src/core/deal/risks/says';

const file = (name: string) => JSON.parse(readFileSync(new URL(`../../../../assets/${name}`, import.meta.url), 'utf8'));
const SHIPPED = file('risk-rules.json');
const SCHEMA = file('risk-rules.schema.json');
const schemaAccepts = new Ajv({ strict: false }).compile(SCHEMA);

const RULE = {
  id: 'pushed',
  version: 1,
  severity: 'low',
  when: { fact: 'pushes', is: '>', than: 1 },
  says: { text: 'Pushed {pushes} times' },
};
const rules = (...all: unknown[]) => ({ format: 1, economicBuyerRoles: [], rules: all });
const refused = (input: unknown) => {
  const result = readRiskRules(input);
  return result.ok ? [] : result.problem.map(({ path, because }) => [path, because.key]);
};

describe('the rules shipped', () => {
  it('are read, and the schema for editors accepts them too', () => {
    expect(readRiskRules(SHIPPED)).toMatchObject({ ok: true });
    expect(schemaAccepts(SHIPPED)).toBe(true);
  });

  it('are about ten, each with a name of its own', () => {
    const ids = SHIPPED.rules.map(({ id }: { id: string }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toEqual(
      expect.arrayContaining(['silence', 'overdue', 'pushed', 'single-threaded', 'no-next-step', 'no-economic-buyer']),
    );
  });

  it('and the schema knows the same facts and sentences as the reader', () => {
    expect(SCHEMA.definitions.fact.anyOf[0].enum.sort()).toEqual(Object.keys(FACTS).sort());
    expect(SCHEMA.definitions.says.oneOf[1].properties.message.enum.sort()).toEqual(Object.keys(RISK_MESSAGES).sort());
  });
});

describe('a file of rules that is not one is refused, with the place and the reason', () => {
  it('a good one is not', () => {
    expect(refused(rules(RULE))).toEqual([]);
    expect(refused(rules({ ...RULE, when: { fact: 'field:Legal_Review__c', is: '=', than: 'Open' } }))).toEqual([]);
  });

  it.each([
    ['nothing', null, '', 'deal_rules_not_an_object'],
    ['a later format', { ...rules(), format: 2 }, 'format', 'deal_rules_not_one_of'],
    ['no roles', { format: 1, rules: [] }, 'economicBuyerRoles', 'deal_rules_missing_key'],
    ['an entry nobody knows', rules({ ...RULE, gate: true }), 'rules[0].gate', 'deal_rules_unknown_key'],
    ['a severity nobody knows', rules({ ...RULE, severity: 'fatal' }), 'rules[0].severity', 'deal_rules_not_one_of'],
    ['an id with blanks', rules({ ...RULE, id: 'my rule' }), 'rules[0].id', 'deal_rules_bad_id'],
    ['an id used twice', rules(RULE, RULE), 'rules[1].id', 'deal_rules_id_twice'],
    [
      'a fact nobody knows, deep inside',
      rules({ ...RULE, when: { all: [{ not: { any: [{ fact: 'mood', is: '=', than: 'good' }] } }] } }),
      'rules[0].when.all[0].not.any[0].fact',
      'deal_rules_no_such_fact',
    ],
    ['an empty all', rules({ ...RULE, when: { all: [] } }), 'rules[0].when.all', 'deal_rules_too_short'],
    [
      'days compared with words',
      rules({ ...RULE, when: { fact: 'pushes', is: '=', than: 'many' } }),
      'rules[0].when.than',
      'deal_rules_kinds_differ',
    ],
    [
      'a stage greater than another',
      rules({ ...RULE, when: { fact: 'stage', is: '>', than: 'Propose' } }),
      'rules[0].when.is',
      'deal_rules_no_order',
    ],
    [
      'a stage one and a half times over',
      rules({ ...RULE, when: { fact: 'stage', is: '=', than: { fact: 'type', times: 1.5 } } }),
      'rules[0].when.than.times',
      'deal_rules_no_order',
    ],
    [
      'a fact nobody knows in the words',
      rules({ ...RULE, says: { text: 'Hm {mood}' } }),
      'rules[0].says.text',
      'deal_rules_no_such_fact',
    ],
    [
      'a sentence nobody wrote',
      rules({ ...RULE, says: { message: 'constructor', with: [] } }),
      'rules[0].says.message',
      'deal_rules_no_such_message',
    ],
    [
      'a sentence with a place left open',
      rules({ ...RULE, says: { message: 'deal_risk_pushed', with: ['pushes'] } }),
      'rules[0].says.with',
      'deal_rules_places',
    ],
    [
      'a number that is none',
      rules({ ...RULE, when: { fact: 'pushes', is: '>', than: Number.NaN } }),
      'rules[0].when.than',
      'deal_rules_wrong_kind',
    ],
  ])('%s', (_, input, path, key) => {
    expect(refused(input)).toContainEqual([path, key]);
  });

  it('a hundred thousand conditions inside one another do not bring it down', () => {
    const deep = (levels: number) => {
      let when: unknown = RULE.when;
      for (let level = 0; level < levels; level++) when = { not: when };
      return rules({ ...RULE, when });
    };
    expect(refused(deep(100_000))).toEqual([['', 'deal_rules_too_deep']]);
    expect(refused(deep(10))).toEqual([]);
  });

  it('__proto__ is an entry that nobody knows', () => {
    const planted = JSON.parse('{"format":1,"economicBuyerRoles":[],"rules":[],"__proto__":{"ok":true}}');
    expect(refused(planted)).toContainEqual(['__proto__', 'deal_rules_unknown_key']);
  });
});

describe('laws', () => {
  it('whatever it is handed, it answers; what it accepts, the schema accepts', () => {
    const mess = fc.letrec((tie) => ({
      one: fc.oneof(
        { maxDepth: 3 },
        fc.anything({ maxDepth: 2 }),
        fc.record(
          {
            all: fc.array(tie('one')),
            fact: fc.constantFrom('pushes', 'stage', 'x'),
            is: fc.constantFrom('>', '='),
            than: fc.oneof(fc.integer(), tie('one')),
          },
          { requiredKeys: [] },
        ),
      ),
    })).one;
    fc.assert(
      fc.property(mess, (when) => {
        const input = rules({ ...RULE, when });
        if (readRiskRules(input).ok) expect(schemaAccepts(JSON.parse(JSON.stringify(input)))).toBe(true);
      }),
    );
  });
});
