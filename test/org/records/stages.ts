import { recordId } from '../id';
import type { Row } from '../table';
import { instant } from './calendar';

const stage = (
  n: number,
  ApiName: string,
  ForecastCategory: string,
  DefaultProbability: number,
  IsClosed: boolean,
  IsWon: boolean,
) => ({
  Id: recordId('01J', n),
  ApiName,
  MasterLabel: ApiName,
  IsActive: true,
  SortOrder: n,
  IsClosed,
  IsWon,
  ForecastCategory,
  ForecastCategoryName: ForecastCategory === 'BestCase' ? 'Best Case' : ForecastCategory,
  DefaultProbability,
  Description: null,
});

/** The set's four stages; Salesforce names the closed ones. */
export const STAGES = {
  prospecting: stage(1, 'Prospecting', 'Pipeline', 10, false, false),
  engaging: stage(2, 'Engaging', 'BestCase', 50, false, false),
  won: stage(3, 'Closed Won', 'Closed', 100, true, true),
  lost: stage(4, 'Closed Lost', 'Omitted', 0, true, false),
} as const;

export function stageRows(since: string): Row[] {
  return Object.values(STAGES).map((row) => ({
    ...row,
    IsDeleted: false,
    CreatedDate: instant(since),
    LastModifiedDate: instant(since),
    SystemModstamp: instant(since),
  }));
}
