import type { CompanyDossier } from '../../src/core/model/company';
import type { Dossier } from '../../src/core/model/dossier';
import type { RecordKey, RecordRef } from '../../src/core/model/record-ref';
import { type Instant, instantOf } from '../../src/core/value/instant';
import { given, missing } from '../../src/core/value/known';

export const at = instantOf(Date.UTC(2026, 10, 24));
export const key = (id: string, user = '005A', organisation = '00DA'): RecordKey => ({
  crm: 'salesforce',
  organisation,
  user,
  id,
});
export const ref = (id: string): RecordRef => ({
  crm: 'salesforce',
  host: 'acme.lightning.force.com',
  kind: 'opportunity',
  id,
});
export const dossier = (id: string, name = id, asOf: Instant = at): Dossier => ({
  ref: ref(id),
  opportunity: {
    id,
    name,
    outcome: 'open',
    account: missing('not-recorded'),
    owner: missing('not-recorded'),
    stage: missing('not-recorded'),
    forecastCategory: missing('not-recorded'),
    amount: missing('hidden'),
    closeDate: missing('not-recorded'),
    createdOn: missing('not-recorded'),
    probability: missing('not-recorded'),
    nextStep: given('Call', { kind: 'crm', field: 'Opportunity.NextStep' }, at),
    type: missing('not-recorded'),
    products: missing('feature-off'),
    fields: {},
  },
  account: missing('not-recorded'),
  family: missing('not-recorded'),
  credits: missing('not-recorded'),
  committee: missing('not-recorded'),
  activities: missing('not-recorded'),
  history: missing('not-recorded'),
  competitors: missing('not-recorded'),
  lookalikes: missing('not-recorded'),
  quotes: missing('not-recorded'),
  team: missing('not-recorded'),
  stages: missing('not-recorded'),
  asOf,
});

export const company = (id: string): CompanyDossier => ({
  ref: { ...ref(id), kind: 'account' },
  account: {
    id,
    name: id,
    parentId: missing('not-recorded'),
    industry: missing('hidden'),
    website: missing('not-recorded'),
    country: missing('not-recorded'),
    annualRevenue: missing('not-recorded'),
    employees: missing('not-recorded'),
    identifiers: {},
    fiscalYearStartMonth: missing('not-recorded'),
  },
  family: missing('hidden'),
  lookalikes: missing('not-yet-read'),
  asOf: at,
});
