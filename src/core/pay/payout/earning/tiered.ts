import { type Decimal, ONE, ZERO } from '../../../value/decimal';
import { phrase } from '../../../value/phrase';
import type { Bonus, Commission } from '../../plan/component';
import { exact } from '../../plan/exact';
import { fits } from '../crediting/condition';
import type { Entry, MeasureState } from '../crediting/measure-state';
import { rampStepOn } from '../crediting/service';
import { moneyAnswer } from '../words';
import { type Part, type Work, WorkLine } from '../work';
import { type Band, bandAt, bandsOf, below, inUnits } from './band';
import { type Floor, type Move, portionsByMove, portionsOf, ratesAt, reaches } from './climb';
import { gateStanding } from './gate';
import { type Reading, readAxis, stateOf } from './reading';
import { targetOf } from './target';
import { baseRule, missingMeasure, noQuota, tierRule } from './tier-words';

/** What a tiered component's figures are multiplied by at the end: `target / quota` is divided once, last. */
type Scale = { readonly times: Decimal; readonly over: Decimal };

type Setting = {
  readonly component: Commission | Bonus;
  readonly work: Work;
  readonly axis: Reading;
  readonly pays: MeasureState;
  readonly bands: readonly Band[];
  readonly planBands: readonly Band[];
  readonly floor: Floor | null;
  readonly scale: Scale;
  readonly target: Decimal;
  readonly toDate: boolean;
};

/** Works out a commission or a bonus: base rate, tiers of every method, threshold, scope. */
export function earnTiered(component: Commission | Bonus, work: Work): WorkLine {
  const paysId = component.kind === 'commission' ? component.pays : component.axis.measure;
  const toDate = component.scope === 'year-to-date';
  const own = component.axis ?? { measure: paysId };
  const axis = readAxis({ ...own, window: toDate ? 'year-to-date' : (own.window ?? 'period') }, work);
  const pays = stateOf(paysId, work);
  const line = (amount: Decimal, attribute: (() => Map<string, Decimal>) | null = null): WorkLine =>
    new WorkLine(
      component.id,
      'component',
      component,
      amount,
      () => (component.tiers === undefined ? baseRule(component) : tierRule(component)),
      attribute,
    );
  if (axis.state.absent || pays.absent) {
    return without(line(ZERO), missingMeasure(axis.state.absent ? axis.state : pays));
  }
  const scale = scaleOf(component, work, pays, toDate);
  let { planBands, bands } = bandsFor(component, work, axis);
  let { unit } = axis;
  if (unit === null && component.withoutQuota === 'base-rate') {
    planBands = baseBand(component);
    bands = planBands;
    unit = ONE;
  }
  if (unit === null || scale === null) return without(line(ZERO), noQuota(unit === null ? axis.state : pays));
  const setting: Setting = {
    component,
    work,
    axis,
    pays,
    bands,
    planBands,
    floor: floorOf(component, unit),
    scale,
    target: targetSoFar(component, work, axis, toDate),
    toDate,
  };
  return component.scope === 'transaction' ? eachDealOnItsOwn(setting, line) : allTogether(setting, line);
}

/** Target pay of the period, or of as many periods as the year's quota to date holds. */
function targetSoFar(component: Commission | Bonus, work: Work, { state }: Reading, toDate: boolean): Decimal {
  const target = targetOf(component, work.plan, work.inputs) ?? ZERO;
  const [one, all] = [state.quota.amount, state.quotaToDate.amount];
  return toDate && one !== null && all !== null ? target.times(all).div(one) : target;
}

function without(line: WorkLine, noAnswer: WorkLine['noAnswer']): WorkLine {
  line.noAnswer = noAnswer;
  return line;
}

type MakeLine = (amount: Decimal, attribute?: (() => Map<string, Decimal>) | null) => WorkLine;

function allTogether(setting: Setting, line: MakeLine): WorkLine {
  const { component, bands, floor, axis, pays, toDate } = setting;
  const x = axis.x;
  const current = reaches(floor, x) ? bandAt(bands, x) : -1;
  const heights = ratesAt(bands, x, current);
  const periodOnly = toDate && component.payment === 'period-only';
  const constant = isConstant(axis.state);
  const opening = toDate && !constant ? pays.earlier : ZERO;
  const simple = axis.state === pays && pays.same && !hasOwnRates(setting);
  const start = constant && !simple ? x : periodOnly ? opening : ZERO;
  const moves = (): Move[] => movesOf(setting, !toDate || periodOnly || constant ? null : opening);
  const spread =
    simple && pays.unit !== 'share'
      ? portionsOf(bands, start, toDate ? x : pays.axis, floor)
      : portionsByMove(bands, start, moves(), floor);
  const levels = periodOnly ? newLevels(setting, heights.levels, opening) : heights.levels;
  const parts = partsOf(setting, spread.portions, heights.rates, levels);
  const under = heights.underRate.times(spread.under);
  const amount = sumOf(parts).plus(scaled(under, setting));
  const made = line(amount, () => {
    const from = constant && !simple ? x : opening;
    return payByDeal(setting, portionsByMove(bands, from, movesOf(setting, null), floor).each, heights);
  });
  made.ladder = {
    measure: axis.state,
    by: axis.by,
    plan: setting.planBands,
    current,
    parts,
    pays: bands[0]?.by ?? null,
  };
  made.underPay = scaled(under, setting);
  if (!under.eq(0)) made.notes.push(() => underNote(scaled(under, setting), setting));
  noteUnknown(made, setting);
  return made;
}

/** Sums for levels that the period itself has reached; what the year had reached before is not paid again. */
function newLevels(setting: Setting, levels: readonly Decimal[], opening: Decimal): readonly Decimal[] {
  const { bands, floor } = setting;
  const before = ratesAt(bands, opening, reaches(floor, opening) ? bandAt(bands, opening) : -1).levels;
  return levels.map((level, index) => level.minus(before[index] ?? ZERO));
}

function eachDealOnItsOwn(setting: Setting, line: MakeLine): WorkLine {
  const { bands, floor } = setting;
  const byDeal = new Map<string, Decimal>();
  const portions: Decimal[] = bands.map(() => ZERO);
  const amounts: Decimal[] = bands.map(() => ZERO);
  let underPay = ZERO;
  let highest = -1;
  for (const [id, moves] of transactions(setting)) {
    const x = positionOf(setting, moves);
    const current = reaches(floor, x) ? bandAt(bands, x) : -1;
    highest = Math.max(highest, current);
    const heights = ratesAt(bands, x, current);
    const one = { id, axis: isConstant(setting.axis.state) ? ZERO : x, base: baseOf(moves) };
    const spread = portionsByMove(bands, isConstant(setting.axis.state) ? x : ZERO, [one], floor);
    const parts = partsOf(setting, spread.portions, heights.rates, heights.levels);
    parts.forEach((part, index) => {
      portions[index] = (portions[index] as Decimal).plus(part.portion);
      amounts[index] = (amounts[index] as Decimal).plus(part.amount);
    });
    const under = scaled(heights.underRate.times(spread.under), setting);
    underPay = underPay.plus(under);
    byDeal.set(id, sumOf(parts).plus(under));
  }
  const parts = bands.map((_, index) => ({
    band: setting.planBands[index] as Band,
    index,
    portion: portions[index] as Decimal,
    rate: null,
    amount: amounts[index] as Decimal,
  }));
  const made = line(sumOf(parts).plus(underPay), () => byDeal);
  made.ladder = {
    measure: setting.axis.state,
    by: setting.axis.by,
    plan: setting.planBands,
    current: highest,
    parts,
    pays: bands[0]?.by ?? null,
  };
  made.underPay = underPay;
  if (!underPay.eq(0)) made.notes.push(() => underNote(underPay, setting));
  noteUnknown(made, setting);
  return made;
}

/** Deals (or people of a team), each with what it moves. Several product lines of one deal are one transaction. */
function transactions(setting: Setting): Map<string, Move[]> {
  const groups = new Map<string, Move[]>();
  for (const move of movesOf(setting, null)) {
    const group = groups.get(move.id);
    if (group === undefined) groups.set(move.id, [move]);
    else group.push(move);
  }
  return groups;
}

function positionOf(setting: Setting, moves: readonly Move[]): Decimal {
  const { state, x } = setting.axis;
  if (state.of.counts === 'margin-share' && moves[0] !== undefined) {
    const own = state.entries.filter((entry) => entry.id === moves[0]?.id);
    const base = own.reduce((sum, entry) => sum.plus(entry.base), ZERO);
    return base.eq(0) ? ZERO : own.reduce((sum, entry) => sum.plus(entry.axis), ZERO).div(base);
  }
  if (isConstant(state) && state.of.counts !== 'team') return x;
  if (state.of.counts === 'team' && setting.pays !== state) return x;
  return moves.reduce((sum, move) => sum.plus(move.axis), ZERO);
}

function baseOf(moves: readonly Move[]): Decimal {
  return moves.reduce((sum, move) => sum.plus(move.base), ZERO);
}

/** What every deal of the period moves on the axis and adds to what is paid on, in order; the year before it first, where it counts. */
function movesOf(setting: Setting, opening: Decimal | null): Move[] {
  const { axis, pays, work } = setting;
  const moves: Move[] = [];
  if (opening !== null && !opening.eq(0)) moves.push({ id: '', axis: opening, base: opening });
  const constant = isConstant(axis.state);
  if (axis.state === pays) {
    const still = constant && pays.of.counts === 'margin-share';
    for (const entry of pays.entries)
      moves.push({ id: entry.id, axis: still ? ZERO : entry.axis, base: rated(entry, setting) });
    return moves;
  }
  if (constant || pays.of.counts === 'given' || pays.of.counts === 'team') {
    if (!constant) for (const entry of axis.state.entries) moves.push({ id: entry.id, axis: entry.axis, base: ZERO });
    for (const entry of pays.entries) moves.push({ id: entry.id, axis: ZERO, base: rated(entry, setting) });
    return moves;
  }
  const onAxis = new Map(axis.state.entries.map((entry) => [entry.item, entry]));
  const paid = new Map(pays.entries.map((entry) => [entry.item, entry]));
  for (const item of work.items) {
    const moved = onAxis.get(item);
    const base = paid.get(item);
    if (moved === undefined && base === undefined) continue;
    moves.push({
      id: item.deal.id,
      axis: moved?.axis ?? ZERO,
      base: base === undefined ? ZERO : rated(base, setting),
    });
  }
  return moves;
}

/** An axis that deals do not move one by one. */
function isConstant(state: MeasureState): boolean {
  return state.of.counts === 'given' || state.of.counts === 'margin-share';
}

/** Whether deals differ in their rate: by class, or by the month of a ramp. */
function hasOwnRates({ component, work }: Setting): boolean {
  if (component.kind !== 'commission') return false;
  return component.rates !== undefined || rampRates(work);
}

function rampRates(work: Work): boolean {
  return work.plan.ramp?.steps.some((step) => step.rate !== undefined) ?? false;
}

function rated(entry: Entry, { component, work }: Setting): Decimal {
  if (component.kind !== 'commission' || entry.item === null) return entry.base;
  let base = entry.base;
  const { item } = entry;
  if (component.rates !== undefined) {
    const found = component.rates.find((each) => fits(each.where, item) === 'yes');
    base = found === undefined ? ZERO : base.times(exact(found.rate));
  }
  if (!rampRates(work)) return base;
  const step = rampStepOn(work.plan, work.inputs, item.closeDate);
  return step?.rate === undefined ? base : base.times(exact(step.rate));
}

function noteUnknown(line: WorkLine, { component, pays, axis }: Setting): void {
  line.unknown.push(...pays.unknown);
  if (axis.state !== pays) line.unknown.push(...axis.state.unknown);
  if (component.kind !== 'commission' || component.rates === undefined) return;
  for (const { item, id } of pays.entries) {
    if (item === null) continue;
    for (const each of component.rates) {
      const fit = fits(each.where, item);
      if (fit === 'yes') break;
      if (fit !== 'no') line.unknown.push({ dealId: id, field: fit.unknown });
    }
  }
}

function partsOf(
  setting: Setting,
  portions: readonly Decimal[],
  rates: readonly Decimal[],
  levels: readonly Decimal[],
): Part[] {
  return setting.bands.map((band, index) => {
    const portion = portions[index] ?? ZERO;
    const rate = rates[index] ?? ZERO;
    const level = levels[index] ?? ZERO;
    const fixed = band.by === 'payout' ? level.times(setting.target) : level;
    const slope = rate.eq(0) || portion.eq(0) ? ZERO : scaled(rate.times(portion), setting);
    return {
      band: setting.planBands[index] as Band,
      index,
      portion,
      rate: band.family === 'slope' ? rate.times(setting.scale.times).div(setting.scale.over) : null,
      amount: slope.plus(fixed),
    };
  });
}

function payByDeal(
  setting: Setting,
  each: readonly { readonly id: string; readonly portions: readonly Decimal[]; readonly under: Decimal }[],
  heights: { readonly rates: readonly Decimal[]; readonly underRate: Decimal },
): Map<string, Decimal> {
  const pay = new Map<string, Decimal>();
  for (const { id, portions, under } of each) {
    const own = portions.reduce(
      (sum, portion, index) => (portion.eq(0) ? sum : sum.plus(portion.times(heights.rates[index] ?? ZERO))),
      under.times(heights.underRate),
    );
    pay.set(id, (pay.get(id) ?? ZERO).plus(scaled(own, setting)));
  }
  return pay;
}

const scaled = (amount: Decimal, { scale }: Setting): Decimal => {
  const times = scale.times.eq(1) ? amount : amount.times(scale.times);
  return scale.over.eq(1) ? times : times.div(scale.over);
};

const sumOf = (parts: readonly { readonly amount: Decimal }[]): Decimal =>
  parts.reduce((sum, part) => sum.plus(part.amount), ZERO);

/** `target / quota` for a base rate that is worked out from target pay; null without a quota. */
function scaleOf(component: Commission | Bonus, work: Work, pays: MeasureState, toDate: boolean): Scale | null {
  const one = { times: ONE, over: ONE };
  const byTarget =
    component.kind === 'commission'
      ? component.rate === 'target / quota'
      : (component.tiers?.some((tier) => tier.multiplier !== undefined) ?? true);
  if (!byTarget) return one;
  const quota = toDate ? pays.quotaToDate : pays.quota;
  const target = targetOf(component, work.plan, work.inputs);
  if (quota.amount === null || target === null) return null;
  // The year's quota to date stands for as many targets as it holds period quotas.
  const times = toDate && pays.quota.amount !== null ? target.times(quota.amount).div(pays.quota.amount) : target;
  return { times, over: quota.amount };
}

function bandsFor(
  component: Commission | Bonus,
  work: Work,
  axis: Reading,
): { planBands: readonly Band[]; bands: readonly Band[] } {
  let planBands = bandsOf(component);
  for (const gate of component.gates ?? []) {
    if (gate.otherwise !== 'no-accelerator' || gateStanding(gate, work).open) continue;
    const edge = gate.acceleratesFrom === undefined ? atQuota(axis) : exact(gate.acceleratesFrom);
    if (edge !== null) planBands = below(planBands, edge);
  }
  return { planBands, bands: axis.unit === null ? planBands : inUnits(planBands, axis.unit) };
}

/** Where accelerators begin unless told: 100 % of quota. */
function atQuota(axis: Reading): Decimal | null {
  return axis.by === 'attainment' ? ONE : axis.state.quota.amount;
}

const bases = new WeakMap<Commission | Bonus, readonly Band[]>();

/** Without a quota no tier can be told: the base rate (or the first tier's) on everything. */
function baseBand(component: Commission | Bonus): readonly Band[] {
  let bands = bases.get(component);
  if (bands === undefined) {
    const plain = component.kind === 'commission' && component.rate !== undefined;
    const [first] = bandsOf(plain ? { ...component, tiers: [{ from: 0, multiplier: 1 }] } : component);
    bands = first === undefined ? [] : [{ ...first, from: ZERO, to: null }];
    bases.set(component, bands);
  }
  return bands;
}

function floorOf(component: Commission | Bonus, unit: Decimal): Floor | null {
  const { threshold } = component;
  if (threshold === undefined) return null;
  return { at: exact(threshold.at).times(unit), pays: threshold.pays, reached: threshold.reachedAt ?? 'exactly' };
}

function underNote(amount: Decimal, { work }: Setting) {
  return {
    name: phrase('pay_term_below_first_tier'),
    of: moneyAnswer(amount, work.plan.currency, phrase('pay_rule_below_first_tier')),
  };
}
