import type { ClosedDeal } from '../../../model/closed-deal';
import { type CivilDate, dayNumber, daysBetween } from '../../../value/civil-date';
import { ifGiven, isGiven } from '../../../value/known';
import { pushesIn } from '../../evidence/pushes';
import { dayOf, momentsOf } from './moment';
import type { Trace } from './trace';

/** The trace a closed deal leaves; `undefined` where it was closed before it was created. */
export function traceOf(deal: ClosedDeal): Trace | undefined {
  const [from, end] = [dayNumber(deal.createdOn), dayNumber(deal.closedOn)];
  if (end < from) return undefined;
  const said = ifGiven(deal.amount);
  const amount = said && said.minor >= 0 ? said : undefined;
  const roles = ifGiven(deal.roles);
  const acts = ifGiven(deal.buyerActs);
  const history = ifGiven(deal.history);
  return {
    o: deal.outcome === 'won' ? 'w' : deal.outcome === 'lost' ? 'l' : 'n',
    u: deal.owner.id,
    t: ifGiven(deal.teamId) ?? null,
    p: ifGiven(deal.product) ?? null,
    a: amount?.minor ?? null,
    c: amount?.currency ?? null,
    f: from,
    e: end,
    s: history ? stages(history, deal) : null,
    k: history ? pushesBefore(history, deal) : null,
    r: roles ? [...new Set(roles.flatMap(({ role }) => (isGiven(role) ? [role.value] : [])))] : null,
    g: acts ? gaps(acts, deal) : null,
    m: momentsOf(deal),
  };
}

type History = Extract<ClosedDeal['history'], { readonly value: unknown }>['value'];

/** Only what was so before the deal ended: the rows of its last day are its end. */
function before(history: History, { closedOn }: ClosedDeal): History {
  return history.filter(({ at }) => dayOf(at) < closedOn);
}

function stages(history: History, deal: ClosedDeal): Trace['s'] {
  const path: [string, number][] = [];
  const rows = before(history, deal).filter(({ stage }) => isGiven(stage));
  rows.forEach((row, index) => {
    const stage = ifGiven(row.stage);
    const next = rows[index + 1];
    const until = next ? dayOf(next.at) : deal.closedOn;
    const days = Math.max(0, daysBetween(dayOf(row.at), until));
    const last = path.at(-1);
    if (stage === undefined) return;
    if (last?.[0] === stage) last[1] += days;
    else path.push([stage, days]);
  });
  return path;
}

function pushesBefore(history: History, deal: ClosedDeal): number | null {
  const rows = before(history, deal);
  return rows.some(({ closeDate }) => isGiven(closeDate)) ? pushesIn(rows).length : null;
}

function gaps(acts: readonly CivilDate[], { createdOn, closedOn }: ClosedDeal): number[] {
  const within = acts.filter((on) => on >= createdOn && on <= closedOn).sort();
  return within.slice(1).map((on, index) => daysBetween(within[index] ?? on, on));
}
