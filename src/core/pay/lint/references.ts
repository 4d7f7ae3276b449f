import { phrase, textFigure } from '../../value/phrase';
import type { Component } from '../plan/component';
import type { CompPlan } from '../plan/plan';
import { nearest } from '../plan/shape/nearest';
import type { Findings } from './finding';

/** Every name that the plan uses must stand in it, once. */
export function lintReferences(plan: CompPlan, out: Findings): void {
  const measures = plan.measures.map(({ id }) => id);
  const components = plan.components.map(({ id }) => id);
  unique(measures, (index) => `measures[${index}].id`, out);
  unique(components, (index) => `components[${index}].id`, out);
  components.forEach((id, index) => {
    if (STATEMENT_LINES.includes(id))
      out.error(`components[${index}].id`, phrase('pay_plan_name_taken', textFigure(id)));
  });
  const measure = (path: string, id: string | undefined): void => refer(id, measures, path, 'measure', out);
  plan.components.forEach((component, index) => {
    const here = `components[${index}]`;
    for (const [path, id] of measuresNamed(component)) measure(`${here}.${path}`, id);
    if (component.kind === 'kicker') {
      component.ofPay?.components.forEach((id, each) => {
        refer(id, components, `${here}.ofPay.components[${each}]`, 'component', out);
      });
    }
    if (component.kind === 'objectives') {
      unique(
        component.objectives.map(({ id }) => id),
        (each) => `${here}.objectives[${each}].id`,
        out,
      );
    }
  });
  plan.modifiers?.forEach((modifier, index) => {
    measure(`modifiers[${index}].measure`, modifier.measure);
    modifier.on?.forEach((id, each) => {
      refer(id, components, `modifiers[${index}].on[${each}]`, 'component', out);
    });
  });
  lintExampleNames(plan, measures, components, out);
}

function lintExampleNames(
  plan: CompPlan,
  measures: readonly string[],
  components: readonly string[],
  out: Findings,
): void {
  const objectives = plan.components.flatMap((component) =>
    component.kind === 'objectives' ? component.objectives.map(({ id }) => id) : [],
  );
  plan.examples.forEach(({ given, expect }, index) => {
    const here = `examples[${index}]`;
    const tables = [
      ['given.quotas', given.quotas, measures, 'measure'],
      ['given.measures', given.measures, measures, 'measure'],
      ['given.objectives', given.objectives, objectives, 'objective'],
      ['given.earlier.credit', given.earlier?.credit, measures, 'measure'],
      ['given.earlier.quota', given.earlier?.quota, measures, 'measure'],
      ['given.earlier.paid', given.earlier?.paid, components, 'component'],
      ['expect.components', expect.components, [...components, ...STATEMENT_LINES], 'component'],
      ['expect.attainment', expect.attainment, measures, 'measure'],
      ['expect.quota', expect.quota, measures, 'measure'],
    ] as const;
    for (const [path, named, known, what] of tables) {
      for (const id of Object.keys(named ?? {})) refer(id, known, `${here}.${path}.${id}`, what, out);
    }
  });
}

/** Lines that a statement may have beside its components. */
const STATEMENT_LINES = ['guarantee', 'plan-cap', 'clawback', 'draw', 'draw-repaid', 'rounding'];

/** Names of measures in a component, each with its place. */
function measuresNamed(component: Component): readonly (readonly [path: string, id: string])[] {
  const named: [string, string][] = [];
  if (component.kind === 'commission') named.push(['pays', component.pays]);
  if ('axis' in component && component.axis !== undefined) named.push(['axis.measure', component.axis.measure]);
  if (component.kind === 'matrix') {
    named.push(['rows.measure', component.rows.measure], ['columns.measure', component.columns.measure]);
    if (component.of !== undefined) named.push(['of', component.of]);
  }
  component.gates?.forEach((gate, index) => {
    named.push([`gates[${index}].measure`, gate.measure]);
  });
  component.modifiers?.forEach((modifier, index) => {
    named.push([`modifiers[${index}].measure`, modifier.measure]);
  });
  return named;
}

const UNKNOWN = {
  measure: (id: string) => phrase('pay_plan_no_measure', textFigure(id)),
  component: (id: string) => phrase('pay_plan_no_component', textFigure(id)),
  objective: (id: string) => phrase('pay_plan_no_objective', textFigure(id)),
} as const;

function refer(
  id: string | undefined,
  known: readonly string[],
  path: string,
  what: keyof typeof UNKNOWN,
  out: Findings,
): void {
  if (id === undefined || known.includes(id)) return;
  const meant = nearest(id, known);
  out.error(
    path,
    meant === null ? UNKNOWN[what](id) : phrase('pay_plan_no_name_meant', textFigure(id), textFigure(meant)),
  );
}

function unique(ids: readonly string[], path: (index: number) => string, out: Findings): void {
  ids.forEach((id, index) => {
    if (ids.indexOf(id) < index) out.error(path(index), phrase('pay_plan_name_twice', textFigure(id)));
  });
}
