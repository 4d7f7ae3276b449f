import { dryRun } from '../../core/deal/risks/dry-run';
import type { Judged } from '../../core/deal/risks/facts';
import { readRiskRules } from '../../core/deal/risks/read-rules';
import type { Risk } from '../../core/deal/risks/risks';
import type { RiskRules, RuleProblem } from '../../core/deal/risks/rule';
import { phrase } from '../../core/value/phrase';
import { ok, problem, type Result } from '../../core/value/result';
import type { RulesInForce, RulesTrial, TriedRisk } from '../../messages/cards/risk-rules';
import type { ChosenFile } from '../../messages/page-and-background';
import type { Store } from '../../store/store';

export type RuleBookParts = {
  readonly store: Pick<Store, 'setting' | 'keepSetting'>;
  /** The text of the rules that come with the extension. */
  readonly shipped: () => Promise<string>;
  readonly deals: () => Promise<readonly Judged[]>;
};

/** The risk rules in force, and how an administrator changes them. */
export type RuleBook = {
  readonly inForce: () => Promise<RulesInForce | null>;
  readonly tryOut: (file: ChosenFile) => Promise<Result<RulesTrial, readonly RuleProblem[]>>;
  readonly activate: (file: ChosenFile | null) => Promise<Result<RulesInForce | null, readonly RuleProblem[]>>;
};

const SETTING = 'risk-rules';

/** Changes that are shown one by one; the counts are over all. */
const MOST_SHOWN = 200;

const NO_RULES: RiskRules = { format: 1, economicBuyerRoles: [], rules: [] };

export function ruleBook({ store, shipped, deals }: RuleBookParts): RuleBook {
  const ours = async (): Promise<RulesInForce | null> => {
    try {
      const rules = rulesIn(await shipped());
      return rules.ok ? { fileName: null, rules: rules.value } : null;
    } catch {
      return null;
    }
  };
  const inForce = async () => {
    const own = ownFile(await store.setting(SETTING));
    const rules = own && rulesIn(own.text);
    // A file that an older release took and this one does not understand must not take the shipped rules away too.
    return own && rules?.ok ? { fileName: own.fileName, rules: rules.value } : ours();
  };
  return {
    inForce,
    async tryOut({ text }) {
      const rules = rulesIn(text);
      if (!rules.ok) return rules;
      const [now, judged] = await Promise.all([inForce(), deals()]);
      const { changes, byRule, deals: count } = dryRun(rules.value, now?.rules ?? NO_RULES, judged);
      return ok({
        rules: rules.value,
        deals: count,
        changed: changes.length,
        changes: changes.slice(0, MOST_SHOWN).map(({ name, gains, loses, altered }) => ({
          name,
          gains: gains.map(named),
          loses: loses.map(named),
          altered: altered.map(({ before, after }) => ({ before: named(before), after: named(after) })),
        })),
        byRule,
      });
    },
    async activate(file) {
      if (file === null) {
        await store.keepSetting(SETTING, null);
        return ok(await ours());
      }
      const rules = rulesIn(file.text);
      if (!rules.ok) return rules;
      await store.keepSetting(SETTING, { fileName: file.fileName, text: file.text });
      return ok({ fileName: file.fileName, rules: rules.value });
    },
  };
}

function rulesIn(text: string): Result<RiskRules, readonly RuleProblem[]> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return problem([{ path: '', because: phrase('deal_rules_not_json') }]);
  }
  return readRiskRules(json);
}

function ownFile(kept: unknown): ChosenFile | null {
  if (typeof kept !== 'object' || kept === null) return null;
  const { fileName, text } = kept as { readonly [K in keyof ChosenFile]?: unknown };
  return typeof fileName === 'string' && typeof text === 'string' ? { fileName, text } : null;
}

function named({ rule, severity, says }: Risk): TriedRisk {
  return { rule, severity, says };
}
