import type { Rep } from '../../../core/model/person';
import { ifGiven, type Known, mapKnown, missing } from '../../../core/value/known';
import { block, missingBlock } from '../../known';
import type { CrmFacts } from '../../port';
import type { Client } from '../api/client';
import { isId, type Row } from '../api/rows';
import { dayArgument } from '../api/values';
import type { Employee, Organisation } from '../set-up';
import { setUpOf } from '../set-up';
import { toPeriods } from '../to-core/periods';
import { toStages } from '../to-core/stages';
import { zoneOf } from '../zone';

/** Fiscal years before today's that a book may look back on. */
const YEARS_BACK = 2;

/** What the company's database is like. What may not be read is unknown, and takes nothing else with it. */
export async function readOrganisation(client: Client, facts: CrmFacts): Promise<Organisation> {
  const { context } = setUpOf(facts.setUp);
  const company = isId(context.company) ? context.company : null;
  const since = dayArgument(`${Number(client.now().slice(0, 4)) - YEARS_BACK}-01-01`);
  const own = ['company', '=', company];
  const [companies, currencies, employees, years, state] = await Promise.all([
    client.read(
      'company.company',
      company === null ? [] : [company],
      ['rec_name', 'currency', 'currency.code', 'timezone'],
      context,
    ),
    client.find('currency.currency', { where: [], fields: ['code'] }, context),
    client.find(
      'company.employee',
      { where: [own], fields: ['rec_name', 'party', 'supervisor'], order: [['id', 'ASC']] },
      context,
    ),
    client.find(
      'account.fiscalyear',
      { where: [own, ['end_date', '>=', since]], fields: ['name', 'start_date', 'end_date'] },
      context,
    ),
    client.call('model.sale.opportunity.fields_get', [['state'], context]),
  ]);
  const at = client.now();
  const [home] = companies.ok ? companies.value : [];
  return {
    readAt: at,
    company: home && typeof home.rec_name === 'string' ? { id: Number(home.id), name: home.rec_name } : null,
    zone: zoneOf(home?.timezone),
    currencies: Object.fromEntries(
      (currencies.ok ? currencies.value : []).flatMap(({ id, code }) => (isCode(code) ? [[String(id), code]] : [])),
    ),
    currency: codeOf(home),
    employees: employees.ok
      ? block(employees.value.flatMap(toEmployee), 'company.employee', at)
      : missingBlock(employees.problem, 'company.employee', at),
    stages: block(toStages(state.ok ? selectionIn(state.value.body) : [], at), 'sale.opportunity.state', at),
    periods: years.ok ? toPeriods(years.value) : [],
  };
}

/** The user as a rep: the employee that he or she works as; somebody who is none sells nothing. */
export function viewerIn(organisation: Organisation, facts: CrmFacts): Known<Rep> {
  const { employee } = setUpOf(facts.setUp).context;
  if (!isId(employee)) return missing('not-recorded', { kind: 'crm', field: 'res.user.employee' }, organisation.readAt);
  const found = ifGiven(organisation.employees)?.find(({ id }) => id === employee);
  return mapKnown(organisation.employees, () => repOf(employee, found?.name));
}

/** Whom the user manages, at any depth: those whose supervisor he or she is, and theirs. */
export function managedBy(organisation: Organisation, facts: CrmFacts): Known<readonly Rep[]> {
  const { employee } = setUpOf(facts.setUp).context;
  return mapKnown(organisation.employees, (all) => (isId(employee) ? below(employee, all) : []));
}

/** Those below an employee. A ring of supervisors ends where it began. */
export function below(employee: number, all: readonly Employee[]): readonly Rep[] {
  const found = new Map<number, Rep>();
  const add = (of: number) => {
    for (const { id, name, supervisor } of all) {
      if (supervisor !== of || id === employee || found.has(id)) continue;
      found.set(id, repOf(id, name));
      add(id);
    }
  };
  add(employee);
  return [...found.values()];
}

export function repOf(id: number, name: string | undefined): Rep {
  return { id: String(id), name: name ?? String(id) };
}

function toEmployee({ id, rec_name: name, party, supervisor }: Row): Employee[] {
  return isId(id) && typeof name === 'string'
    ? [{ id, name, party: isId(party) ? party : null, supervisor: isId(supervisor) ? supervisor : null }]
    : [];
}

function codeOf(company: Row | undefined): string | null {
  const currency = company?.['currency.'];
  const code = typeof currency === 'object' && currency !== null ? (currency as Row).code : undefined;
  return isCode(code) ? code : null;
}

function isCode(value: unknown): value is string {
  return typeof value === 'string' && /^[A-Z]{3}$/.test(value);
}

/** `{state: {selection: [[name, label], …]}}`, where the selection is a list or its text. */
function selectionIn(body: unknown): unknown {
  const state = typeof body === 'object' && body !== null ? (body as Row).state : undefined;
  const selection = typeof state === 'object' && state !== null ? (state as Row).selection : undefined;
  if (typeof selection !== 'string') return selection;
  try {
    return JSON.parse(selection);
  } catch {
    return [];
  }
}
