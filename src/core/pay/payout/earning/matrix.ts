import { type Decimal, ZERO } from '../../../value/decimal';
import { explained } from '../../../value/explained';
import { phrase, textFigure } from '../../../value/phrase';
import type { Matrix, MatrixSide } from '../../plan/component';
import { exact } from '../../plan/exact';
import { exactShare, inUnit } from '../words';
import { type Work, WorkLine } from '../work';
import { readAxis, stateOf } from './reading';
import { targetOf } from './target';
import { missingMeasure, noQuota } from './tier-words';

/** Payout from two measures at once. Below the first row or column nothing pays; beyond the last the last pays. */
export function earnMatrix(component: Matrix, work: Work): WorkLine {
  const line = new WorkLine(component.id, 'component', component, ZERO, () => phrase('pay_rule_matrix'));
  const rows = readAxis(component.rows, work);
  const columns = readAxis(component.columns, work);
  for (const { state, unit } of [rows, columns]) {
    if (!state.absent && unit !== null) continue;
    line.noAnswer = state.absent ? missingMeasure(state) : noQuota(state);
    return line;
  }
  const row = place(component.rows, rows.x, rows.unit);
  const column = place(component.columns, columns.x, columns.unit);
  const cell = row === null || column === null ? ZERO : cellAt(component, row, column);
  line.amount = cell.times(cellOf(component, work));
  line.notes.push(() => ({
    name: phrase('pay_term_cell'),
    of: explained(
      cell.toNumber(),
      component.cell === 'amount' ? inUnit(cell, 'money', work.plan.currency) : exactShare(cell),
      component.between === 'linear' ? phrase('pay_rule_matrix_linear') : phrase('pay_rule_matrix_cell'),
      [rows, columns].map(({ state }) => ({
        name: textTerm(state.of.name ?? state.of.id),
        of: explained(
          state.axis.toNumber(),
          inUnit(state.axis, state.unit, work.plan.currency),
          phrase('pay_rule_counted'),
        ),
      })),
    ),
  }));
  return line;
}

const textTerm = (name: string) => phrase('pay_named', textFigure(name));

function cellOf(component: Matrix, work: Work): Decimal {
  if (component.cell === 'payout') return targetOf(component, work.plan, work.inputs) ?? ZERO;
  if (component.cell === 'rate' && component.of !== undefined) return stateOf(component.of, work).base;
  return exact(1);
}

/** The last edge reached, and how far it is to the next (0..1). */
type Place = { readonly index: number; readonly along: Decimal };

function place(side: MatrixSide, x: Decimal, unit: Decimal | null): Place | null {
  if (unit === null) return null;
  const edges = side.from.map((edge) => exact(edge).times(unit));
  const owns = side.boundary !== 'lower-tier';
  let index = edges.length - 1;
  while (index >= 0 && !(owns ? x.gte(edges[index] as Decimal) : x.gt(edges[index] as Decimal))) index -= 1;
  const from = edges[index];
  const to = edges[index + 1];
  if (from === undefined) return null;
  return { index, along: to === undefined ? ZERO : x.minus(from).div(to.minus(from)) };
}

function cellAt(component: Matrix, row: Place, column: Place): Decimal {
  const cell = (r: number, c: number): Decimal => {
    const cells = component.cells[Math.min(r, component.cells.length - 1)] ?? [];
    return exact(cells[Math.min(c, cells.length - 1)] ?? 0);
  };
  const at = cell(row.index, column.index);
  if (component.between !== 'linear') return at;
  const mix = (a: Decimal, b: Decimal, along: Decimal): Decimal => a.plus(b.minus(a).times(along));
  const low = mix(at, cell(row.index, column.index + 1), column.along);
  const high = mix(cell(row.index + 1, column.index), cell(row.index + 1, column.index + 1), column.along);
  return mix(low, high, row.along);
}
