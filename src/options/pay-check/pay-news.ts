import type { PayCheck, PayCheckProblem } from '../../messages/cards/pay-check';
import type { PageClient } from '../../messages/port';
import { tableOf } from '../table';

/** A file larger than this is no commission statement. */
export const LARGEST_STATEMENT = 5_000_000;

export type ChosenTable = Pick<File, 'name' | 'size' | 'text'>;

/** How a commission statement fared. */
export type PayNews =
  | { readonly ended: 'checked'; readonly fileName: string; readonly found: PayCheck }
  | { readonly ended: 'refused'; readonly fileName: string; readonly problem: PayCheckProblem }
  | { readonly ended: 'too-large'; readonly fileName: string }
  | { readonly ended: 'not-a-table'; readonly fileName: string };

/** Reads a file of comma, semicolon or tab separated values and has it held against the plan's own statement. */
export async function payNews(background: Pick<PageClient, 'call'>, file: ChosenTable): Promise<PayNews> {
  const fileName = file.name;
  if (file.size > LARGEST_STATEMENT) return { ended: 'too-large', fileName };
  try {
    const rows = await tableOf(await file.text());
    const answer = await background.call('checkPay', { fileName, rows });
    return answer.ok
      ? { ended: 'checked', fileName, found: answer.value }
      : { ended: 'refused', fileName, problem: answer.problem };
  } catch {
    return { ended: 'not-a-table', fileName };
  }
}
