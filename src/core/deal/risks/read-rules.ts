import * as v from 'valibot';
import { type Phrase, phrase, textFigure } from '../../value/phrase';
import { ok, problem, type Result } from '../../value/result';
import { checkRules } from './check-rules';
import { type FactName, isFactName } from './fact';
import { COMPARISONS, type Condition, type RiskRules, type RuleProblem, SEVERITIES } from './rule';

/** Levels of JSON that a file may have: room for conditions ten deep in one another. */
const DEEPEST = 24;
const MOST_PROBLEMS = 20;

/**
 * Reads a file of risk rules. Whatever is not a rule of this language is refused, with the place and the reason; nothing is
 * guessed and nothing half understood takes effect.
 *
 * @param input - the file's JSON, parsed
 * @returns the rules, or up to twenty problems
 */
export function readRiskRules(input: unknown): Result<RiskRules, readonly RuleProblem[]> {
  if (deeperThan(input, DEEPEST)) return problem([{ path: '', because: phrase('deal_rules_too_deep') }]);
  const parsed = v.safeParse(RulesFile, input);
  if (!parsed.success) return problem(parsed.issues.slice(0, MOST_PROBLEMS).map(toProblem));
  const problems = checkRules(parsed.output);
  return problems.length > 0 ? problem(problems.slice(0, MOST_PROBLEMS)) : ok(parsed.output);
}

const text = (longest: number) => v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(longest));
const Fact = v.custom<FactName>((name) => typeof name === 'string' && isFactName(name), 'fact');
const Finite = v.pipe(v.number(), v.finite());

const Operand = v.lazy((input) =>
  typeof input === 'object' && input !== null
    ? v.strictObject({ fact: Fact, times: v.exactOptional(Finite) })
    : v.union([Finite, v.string(), v.boolean()]),
);

const Conditions: v.GenericSchema<readonly Condition[]> = v.pipe(
  v.array(v.lazy(() => When)),
  v.minLength(1),
  v.maxLength(50),
);

const When: v.GenericSchema<Condition> = v.lazy((input) => {
  if (has(input, 'all')) return v.strictObject({ all: Conditions });
  if (has(input, 'any')) return v.strictObject({ any: Conditions });
  if (has(input, 'not')) return v.strictObject({ not: When });
  if (has(input, 'missing')) return v.strictObject({ missing: Fact });
  return v.strictObject({ fact: Fact, is: v.picklist(COMPARISONS), than: Operand });
});

const Says = v.lazy((input) =>
  has(input, 'text')
    ? v.strictObject({ text: text(300) })
    : v.strictObject({ message: text(80), with: v.pipe(v.array(Fact), v.maxLength(9)) }),
);

const RulesFile: v.GenericSchema<unknown, RiskRules> = v.strictObject({
  $schema: v.exactOptional(v.string()),
  format: v.literal(1),
  economicBuyerRoles: v.pipe(v.array(text(80)), v.maxLength(100)),
  rules: v.pipe(
    v.array(
      v.strictObject({
        id: v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]{0,59}$/)),
        version: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
        severity: v.picklist(SEVERITIES),
        when: When,
        says: Says,
        source: v.exactOptional(text(300)),
      }),
    ),
    v.maxLength(200),
  ),
});

function toProblem(issue: v.BaseIssue<unknown>): RuleProblem {
  return { path: pathOf(issue), because: because(issue) };
}

function because(issue: v.BaseIssue<unknown>): Phrase {
  const got = textFigure(issue.received.slice(0, 80));
  if (issue.message === 'fact') return phrase('deal_rules_no_such_fact', got);
  switch (issue.type) {
    case 'strict_object':
      if (issue.expected === 'never') return phrase('deal_rules_unknown_key');
      return issue.received === 'undefined'
        ? phrase('deal_rules_missing_key')
        : phrase('deal_rules_not_an_object', got);
    case 'picklist':
    case 'literal':
      return phrase('deal_rules_not_one_of', got, textFigure(issue.expected ?? ''));
    case 'min_length':
      return phrase('deal_rules_too_short');
    case 'max_length':
      return phrase('deal_rules_too_long');
    case 'regex':
      return phrase('deal_rules_bad_id', got);
    default:
      return phrase('deal_rules_wrong_kind', got, textFigure(issue.expected ?? ''));
  }
}

/** Where in the file, the way it is written in JavaScript. */
function pathOf({ path }: v.BaseIssue<unknown>): string {
  return (path ?? []).reduce((so, { key }) => {
    if (typeof key === 'number') return `${so}[${key}]`;
    return so === '' ? String(key) : `${so}.${String(key)}`;
  }, '');
}

function has(input: unknown, key: string): boolean {
  return typeof input === 'object' && input !== null && Object.hasOwn(input, key);
}

/** Whether a value is nested deeper than so many levels; looks no further than that, whatever it is handed. */
function deeperThan(input: unknown, levels: number): boolean {
  if (typeof input !== 'object' || input === null) return false;
  if (levels === 0) return true;
  return Object.values(input).some((part) => deeperThan(part, levels - 1));
}
