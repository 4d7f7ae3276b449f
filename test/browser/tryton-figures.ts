import type { Tryton } from '../tryton/server';
import { ask, type ClientSession, signIn } from '../tryton/sign-in';

/**
 * What the panel ought to show, read straight from the server: nothing of the product is used. Amounts are whole cents; deals that
 * are won are counted by the sales that were confirmed, which is another table than the one the product reads them from.
 */
type Row = Readonly<Record<string, unknown>>;
type Linked = { readonly id: number; readonly rec_name: string };
type Day = { readonly year: number; readonly month: number; readonly day: number };

const cents = (value: unknown) => Math.round(Number((value as { readonly decimal: string }).decimal) * 100);
const text = ({ year, month, day }: Day) => `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
const dayOf = (value: unknown) => text(value as Day);

export type TrytonFigures = Awaited<ReturnType<typeof figuresOf>>;

/** @param today - by the server's clock, which is the machine's */
export async function figuresOf(tryton: Tryton, today = new Date().toISOString().slice(0, 10)) {
  const admin = await signIn(tryton, 'admin');
  const find = (model: string, where: readonly unknown[], fields: readonly string[]) =>
    ask(tryton, admin, `model.${model}.search_read`, where, 0, null, null, fields) as Promise<readonly Row[]>;
  const month = Math.floor((Number(today.slice(5, 7)) - 1) / 3) * 3 + 1;
  const quarter = `${today.slice(0, 4)}-${String(month).padStart(2, '0')}-01`;
  const [employees, sales, deals, relations, commissions] = await Promise.all([
    find('company.employee', [], ['rec_name', 'party']),
    find('sale.sale', [], ['state', 'sale_date', 'untaxed_amount', 'agent.party']),
    find('sale.opportunity', [], ['state', 'employee', 'party', 'amount', 'party.rec_name', 'end_date']),
    find('party.relation.all', [], ['from_', 'to', 'type.rec_name']),
    find('commission', [], ['agent.party', 'amount', 'date']),
  ]);
  const confirmed = sales.filter(({ state }) => ['confirmed', 'processing', 'done'].includes(String(state)));
  return {
    today,
    quarter,
    employees: employees.map(({ id, rec_name }) => ({ id: Number(id), name: String(rec_name) })),
    deals,
    /** What a rep has sold in the quarter that holds today. */
    won(employee: number): number {
      const party = employees.find(({ id }) => id === employee)?.party;
      return confirmed
        .filter(
          (sale) =>
            (sale['agent.'] as Row | null)?.party === party &&
            sale.sale_date !== null &&
            dayOf(sale.sale_date) >= quarter &&
            dayOf(sale.sale_date) <= today,
        )
        .reduce((sum, { untaxed_amount: amount }) => sum + cents(amount), 0);
    },
    /** What the server's own plan has booked for a rep in the quarter. */
    booked(employee: number): number {
      const party = employees.find(({ id }) => id === employee)?.party;
      return commissions
        .filter((row) => (row['agent.'] as Row).party === party && dayOf(row.date) >= quarter)
        .reduce((sum, { amount }) => sum + cents(amount), 0);
    },
    /** What a rep has open, whenever it is due. */
    open(employee: number): number {
      return deals
        .filter((deal) => deal.employee === employee && isOpen(deal))
        .reduce((sum, { amount }) => sum + (amount === null ? 0 : cents(amount)), 0);
    },
    /** A company with the whole family around it: how much of theirs is open, and how many deals. */
    family(party: number): { readonly companies: number; readonly deals: number; readonly amount: number } {
      const members = new Set([party]);
      for (let before = 0; before !== members.size; ) {
        before = members.size;
        for (const row of relations) {
          const type = (row['type.'] as Linked).rec_name;
          if (/^(Parent|Subsidiary)/.test(type) && members.has(Number(row.from_))) members.add(Number(row.to));
        }
      }
      const theirs = deals.filter((deal) => members.has(Number(deal.party)) && isOpen(deal));
      return {
        companies: members.size,
        deals: theirs.length,
        amount: theirs.reduce((sum, { amount }) => sum + (amount === null ? 0 : cents(amount)), 0),
      };
    },
    /** How often the day on which a deal is expected to close was put off. */
    async pushes(deal: number): Promise<number> {
      const all = (await ask(tryton, admin, 'model.sale.opportunity.history_revisions', [deal])) as [Row, number][];
      const due: string[] = [];
      for (const [moment] of all.reverse()) due.push(await dueAt(tryton, admin, deal, moment));
      return due.filter((day, place) => place > 0 && day > (due[place - 1] ?? day)).length;
    },
  };
}

const isOpen = ({ state }: Row) => ['lead', 'opportunity', 'converted'].includes(String(state));

async function dueAt(tryton: Tryton, as: ClientSession, deal: number, moment: Row): Promise<string> {
  const context = { company: 1, _datetime: moment };
  const [row] = (await ask(tryton, as, 'model.sale.opportunity.read', [deal], ['end_date'], context)) as Row[];
  return row?.end_date ? dayOf(row.end_date) : '';
}

/** The last day of the quarter that begins on a day. */
export function lastDay(quarter: string): string {
  const [year, month] = quarter.split('-').map(Number);
  return new Date(Date.UTC(year ?? 0, (month ?? 0) + 2, 0)).toISOString().slice(0, 10);
}
