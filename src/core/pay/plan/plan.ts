import type { Component, Modifier } from './component';
import type { PlanExample } from './example';
import type { PlanMeasure, PlanPeriod } from './measure';
import type {
  Clawback,
  Conversion,
  Crediting,
  Draw,
  Instalment,
  PlanCap,
  Proration,
  Ramp,
  Rounding,
  TargetPay,
  Windfall,
} from './pay-terms';

/**
 * A comp plan: plain JSON, read and checked. It crosses messages and the store unchanged; the engine turns its numbers into exact
 * decimals. Make one with `parseCompPlan`, never by hand from outside data.
 */
export type CompPlan = {
  readonly $schema?: string;
  /** Version of the language that the plan is written in. */
  readonly language: 1;
  readonly id: string;
  readonly name: string;
  /** Version of the plan itself. */
  readonly version: string;
  readonly note?: string;
  readonly currency: string;
  readonly period: PlanPeriod;
  /** First day it applies, and the first day it no longer does. */
  readonly effective?: { readonly from: string; readonly to?: string };
  readonly targetPay?: TargetPay;
  readonly measures: readonly PlanMeasure[];
  readonly components: readonly Component[];
  /** Scale everything that the components named earn: all but kickers, unless told. */
  readonly modifiers?: readonly (Modifier & { readonly on?: readonly string[] })[];
  readonly caps?: readonly PlanCap[];
  readonly crediting?: Crediting;
  readonly conversion?: Conversion;
  readonly windfall?: Windfall;
  readonly ramp?: Ramp;
  readonly proration?: Proration;
  readonly draw?: Draw;
  readonly clawback?: Clawback;
  readonly instalments?: readonly Instalment[];
  readonly rounding?: Rounding;
  readonly examples: readonly PlanExample[];
};
