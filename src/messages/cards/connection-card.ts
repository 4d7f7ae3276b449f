import type { CrmProblem } from '../../core/model/crm-problem';

/** How one host of a CRM is reached. */
export type ConnectionCard = {
  readonly host: string;
  /** The user's name; null where it is not known. */
  readonly user: string | null;
  /** The way that is open just now; null: none is, or none was tried. */
  readonly way: 'session' | 'app' | null;
  readonly problem: CrmProblem | null;
  /** The app that the organisation has approved; null: nobody has told which. */
  readonly client: { readonly clientId: string; readonly from: 'entered' | 'administrator' } | null;
};

export type Connections = {
  readonly cards: readonly ConnectionCard[];
  /** The address that an administrator registers with the app. */
  readonly redirectUrl: string;
};
