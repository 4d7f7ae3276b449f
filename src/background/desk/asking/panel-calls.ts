import type { PageCall } from '../../../messages/page-and-background';
import type { PageAnswers } from '../../../messages/port';

/** All that the panel asks while it stands in somebody else's page. The list of deals, the plans and what is kept are for pages of ours. */
export const PANEL_CALLS = [
  'watch',
  'unwatch',
  'refresh',
  'recheck',
  'connect',
  'present',
  'keep',
  'rules',
  'bookPosition',
  'folded',
  'keepFolded',
  'glance',
  'glanced',
  'dock',
  'openOptions',
  'openConnection',
] as const satisfies readonly PageCall[];

/** The answers that a page in this place gets. @param inside - host of the CRM's tab that it is in; null for a tab of our own */
export function answersIn(inside: string | null, answers: PageAnswers): Partial<PageAnswers> {
  if (inside === null) return answers;
  return Object.fromEntries(PANEL_CALLS.map((call) => [call, answers[call]]));
}
