import type { RuleProblem } from '../../core/deal/risks/rule';
import type { RulesTrial } from '../../messages/cards/risk-rules';
import type { ChosenFile } from '../../messages/page-and-background';
import type { PageClient } from '../../messages/port';

/** A file larger than this is no file of risk rules. */
export const LARGEST_RULES = 300_000;

/** How a file of rules fared, or what is in force since. */
export type RulesNews =
  | { readonly ended: 'tried'; readonly file: ChosenFile; readonly trial: RulesTrial }
  | { readonly ended: 'refused'; readonly fileName: string; readonly problems: readonly RuleProblem[] }
  | { readonly ended: 'too-large'; readonly fileName: string }
  | { readonly ended: 'not-a-file'; readonly fileName: string }
  | { readonly ended: 'in-force'; readonly fileName: string | null };

/** Has a file of rules checked and tried out. */
export async function tried(
  background: Pick<PageClient, 'call'>,
  chosen: Pick<File, 'name' | 'size' | 'text'>,
): Promise<RulesNews> {
  const fileName = chosen.name;
  if (chosen.size > LARGEST_RULES) return { ended: 'too-large', fileName };
  let text: string;
  try {
    text = await chosen.text();
  } catch {
    return { ended: 'not-a-file', fileName };
  }
  const file = { fileName, text };
  const answer = await background.call('importRules', file);
  return answer.ok
    ? { ended: 'tried', file, trial: answer.value }
    : { ended: 'refused', fileName, problems: answer.problem };
}
