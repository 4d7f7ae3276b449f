import { phrase, textFigure } from '../../value/phrase';
import { isFactName, kindOf } from './fact';
import type { Condition, Operand, RiskRules, RuleProblem, Says } from './rule';
import { PLACE, RISK_MESSAGES } from './says';

/** What is well formed in a file of rules and still makes no sense: a comparison of days with words, a name used twice. */
export function checkRules({ rules }: RiskRules): RuleProblem[] {
  const problems: RuleProblem[] = [];
  const ids = new Set<string>();
  rules.forEach(({ id, when, says }, index) => {
    const path = `rules[${index}]`;
    if (ids.has(id)) problems.push({ path: `${path}.id`, because: phrase('deal_rules_id_twice', textFigure(id)) });
    ids.add(id);
    checkCondition(when, `${path}.when`, problems);
    checkSays(says, `${path}.says`, problems);
  });
  return problems;
}

function checkCondition(condition: Condition, path: string, problems: RuleProblem[]): void {
  if ('all' in condition) {
    condition.all.forEach((part, index) => {
      checkCondition(part, `${path}.all[${index}]`, problems);
    });
  } else if ('any' in condition) {
    condition.any.forEach((part, index) => {
      checkCondition(part, `${path}.any[${index}]`, problems);
    });
  } else if ('not' in condition) checkCondition(condition.not, `${path}.not`, problems);
  else if (!('missing' in condition)) {
    const left = kindOf(condition.fact);
    const right = kindOfOperand(condition.than);
    if (left !== undefined && right !== undefined && left !== right) {
      problems.push({ path: `${path}.than`, because: phrase('deal_rules_kinds_differ', textFigure(condition.fact)) });
    } else if (condition.is !== '=' && condition.is !== '!=' && [left, right].some(notANumber)) {
      problems.push({ path: `${path}.is`, because: phrase('deal_rules_no_order', textFigure(condition.fact)) });
    }
    if (typeof condition.than === 'object' && condition.than.times !== undefined && notANumber(right)) {
      problems.push({
        path: `${path}.than.times`,
        because: phrase('deal_rules_no_order', textFigure(condition.than.fact)),
      });
    }
  }
}

function notANumber(kind: ReturnType<typeof kindOf>): boolean {
  return kind !== undefined && kind !== 'number';
}

function kindOfOperand(than: Operand): ReturnType<typeof kindOf> {
  if (typeof than === 'object') return kindOf(than.fact);
  if (typeof than === 'number') return 'number';
  return typeof than === 'boolean' ? 'flag' : 'text';
}

function checkSays(says: Says, path: string, problems: RuleProblem[]): void {
  if ('text' in says) {
    for (const [, name = ''] of says.text.matchAll(PLACE)) {
      if (!isFactName(name)) {
        problems.push({
          path: `${path}.text`,
          because: phrase('deal_rules_no_such_fact', textFigure(name.slice(0, 80))),
        });
      }
    }
    return;
  }
  const message = Object.hasOwn(RISK_MESSAGES, says.message) ? RISK_MESSAGES[says.message] : undefined;
  if (!message) {
    problems.push({ path: `${path}.message`, because: phrase('deal_rules_no_such_message', textFigure(says.message)) });
  } else if (says.with.length !== message.places) {
    problems.push({ path: `${path}.with`, because: phrase('deal_rules_places', textFigure(says.message)) });
  }
}
