import { type Decimal, isZero, ONE, ZERO } from '../../../value/decimal';
import { phrase } from '../../../value/phrase';
import type { Bonus, Commission } from '../../plan/component';
import { fits } from '../crediting/condition';
import { moneyAnswer } from '../words';
import { type Work, WorkLine } from '../work';
import { type Band, bandAt } from './band';
import { type Move, passingRates, portionsByMove, portionsOf, ratesAt, reaches } from './climb';
import { baseOf, hasOwnRates, isConstant, movesOf, positionOf, transactions } from './moves';
import { partsOf, payByDeal, scaled, sumOf } from './parts';
import { knowsTheYear, readAxis, stateOf } from './reading';
import { bandsFor, baseBand, floorOf, type Setting, scaleOf, targetSoFar } from './setting';
import { baseRule, missingMeasure, noQuota, tierRule } from './tier-words';

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
  const ofTheYear = [...(toDate || own.window === 'year-to-date' ? [axis.state] : []), ...(toDate ? [pays] : [])];
  const untold = ofTheYear.find((state) => !knowsTheYear(state));
  if (untold !== undefined) return without(line(ZERO), noQuota(untold, true));
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
  const constant = isConstant(setting);
  const opening = toDate && !constant ? pays.earlier : ZERO;
  const simple = axis.state === pays && pays.same && !hasOwnRates(setting);
  const start = constant && !simple ? x : periodOnly ? opening : ZERO;
  const moves = (): Move[] => movesOf(setting, !toDate || periodOnly || constant ? null : opening);
  const spread =
    simple && pays.unit !== 'share'
      ? portionsOf(bands, start, toDate ? x : pays.axis, floor)
      : portionsByMove(bands, start, moves(), floor);
  const levels = periodOnly ? newLevels(setting, heights.levels, opening) : heights.levels;
  const passing = passingRates(bands, heights.rates, current);
  const parts = partsOf(setting, spread.portions, heights.rates, levels, passing);
  const under = heights.underRate.times(spread.under);
  const amount = sumOf(parts).plus(scaled(under, setting));
  const made = line(amount, () => {
    const from = constant && !simple ? x : opening;
    const { each } = portionsByMove(bands, from, movesOf(setting, null), floor);
    return payByDeal(setting, each, { rates: passing, underRate: heights.underRate });
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
  if (!isZero(under)) made.notes.push(() => underNote(scaled(under, setting), setting));
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
    const one = { id, axis: isConstant(setting) ? ZERO : x, base: baseOf(moves) };
    const spread = portionsByMove(bands, isConstant(setting) ? x : ZERO, [one], floor);
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
  if (!isZero(underPay)) made.notes.push(() => underNote(underPay, setting));
  noteUnknown(made, setting);
  return made;
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

function underNote(amount: Decimal, { work }: Setting) {
  return {
    name: phrase('pay_term_below_first_tier'),
    of: moneyAnswer(amount, work.plan.currency, phrase('pay_rule_below_first_tier')),
  };
}
