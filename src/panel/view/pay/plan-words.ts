import type { CompPlan } from '../../../core/pay/plan/plan';
import { type Figure, phrase, phraseFigure, textFigure } from '../../../core/value/phrase';

/** The plan by its name, called a plan unless the name does. */
export function planName({ name }: Pick<CompPlan, 'name'>): Figure {
  return /plan$/i.test(name.trim()) ? textFigure(name) : phraseFigure(phrase('panel_plan_named', textFigure(name)));
}

/** The version as plans write it, marked as one where it is a bare number: 2 as v2, v2 and "spring" as they are. */
export function planVersion({ version }: Pick<CompPlan, 'version'>): Figure {
  return /^\d/.test(version) ? phraseFigure(phrase('panel_plan_version', textFigure(version))) : textFigure(version);
}
