import type { FileRow } from '../../core/pay/cross-check/statement-file';
import type { Result } from '../../core/value/result';
import type { PayCheck, PayCheckProblem } from '../../messages/cards/pay-check';
import type { PageAnswers } from '../../messages/port';
import { fileIn, idIn, idOrNoneIn, rulesFileIn, rulesFileOrNoneIn, tableIn } from '../desk/asking/requests';
import type { Glances } from '../desk/glances';
import type { Watchers } from '../desk/watchers';
import type { GoalFiles } from './goal-files';
import type { RuleBook } from './rules';
import type { Shelf } from './shelf';

export type ShelfDesk = {
  readonly shelf: Shelf;
  readonly goals: GoalFiles;
  readonly rules: RuleBook;
  readonly checkPay: (fileName: string, rows: readonly FileRow[]) => Promise<Result<PayCheck, PayCheckProblem>>;
  readonly glances: Pick<Glances, 'clear'>;
  readonly watchers: Pick<Watchers, 'all'>;
};

type Answered =
  | 'plans'
  | 'importPlan'
  | 'activatePlan'
  | 'removePlan'
  | 'checkPay'
  | 'goalsFile'
  | 'useGoals'
  | 'rules'
  | 'importRules'
  | 'activateRules';

/**
 * The answers about what the user has brought along: comp plans, goals, risk rules.
 *
 * @param tellAll - tells every page what it shows once more
 */
export function shelfAnswers(
  { shelf, goals, rules, checkPay, glances, watchers }: ShelfDesk,
  tellAll: () => Promise<void>,
): Pick<PageAnswers, Answered> {
  /** Another plan pays another amount: on the closed tabs, and on every screen. */
  const paysOtherwise = () => Promise.all([glances.clear(), tellAll()]);
  return {
    plans: () => shelf.cards(),
    async importPlan(request) {
      const { fileName, text } = fileIn(request);
      const put = await shelf.put(fileName, text);
      if (put.ok && put.value.active) await paysOtherwise();
      return put;
    },
    async activatePlan(request) {
      await shelf.activate(idOrNoneIn(request));
      await paysOtherwise();
      return shelf.cards();
    },
    async removePlan(request) {
      await shelf.remove(idIn(request));
      await paysOtherwise();
      return shelf.cards();
    },
    async checkPay(request) {
      const { fileName, rows } = tableIn(request);
      return checkPay(fileName, rows);
    },
    goalsFile: () => goals.inForce(),
    async useGoals(request) {
      const used = await goals.use(request === null ? null : tableIn(request));
      await tellAll();
      return used;
    },
    rules: () => rules.inForce(),
    importRules: async (request) => rules.tryOut(rulesFileIn(request)),
    async activateRules(request) {
      const activated = await rules.activate(rulesFileOrNoneIn(request));
      if (activated.ok) for (const { server } of watchers.all()) server?.push('rules', activated.value);
      return activated;
    },
  };
}
