import { civilDate, daysBetween } from '../../value/civil-date';
import { currency } from '../../value/currency';
import { money } from '../../value/money';
import {
  dateFigure,
  daysFigure,
  type Figure,
  moneyFigure,
  phrase,
  phraseFigure,
  shareFigure,
  textFigure,
} from '../../value/phrase';
import { CATEGORY_NAMES } from '../said-and-shown/forecast-claim';
import type { Telling } from './field-change';
import type { Seen, Snapshot } from './snapshot';

type Value<F extends keyof Snapshot> = Snapshot[F] extends Seen<infer T> ? T : never;

const moneyOfSeen = (seen: Value<'amount'>): Figure => moneyFigure(money(seen.minor, currency(seen.currency)));
const dateOfSeen = (seen: string): Figure => dateFigure(civilDate(seen));
const category = (seen: Value<'forecastCategory'>): Figure => phraseFigure(CATEGORY_NAMES[seen]);

export const STAGE: Telling<Value<'stage'>> = {
  part: 'stage',
  name: phrase('deal_claim_stage'),
  same: (a, b) => a.name === b.name,
  moved: (from, to) => {
    const figures = [textFigure(from.label), textFigure(to.label)];
    if (from.order === null || to.order === null || from.order === to.order) {
      return { direction: 'neutral', says: phrase('deal_changed_stage', ...figures) };
    }
    return to.order > from.order
      ? { direction: 'better', says: phrase('deal_changed_stage_forward', ...figures) }
      : { direction: 'worse', says: phrase('deal_changed_stage_back', ...figures) };
  },
  set: (to) => phrase('deal_changed_stage_set', textFigure(to.label)),
  cleared: (from) => phrase('deal_changed_stage_cleared', textFigure(from.label)),
};

export const FORECAST: Telling<Value<'forecastCategory'>> = {
  part: 'forecast',
  name: phrase('deal_claim_forecast'),
  same: (a, b) => a === b,
  moved: (from, to) => ({
    direction: 'neutral',
    says: phrase('deal_changed_forecast', category(from), category(to)),
  }),
  set: (to) => phrase('deal_changed_forecast_set', category(to)),
  cleared: (from) => phrase('deal_changed_forecast_cleared', category(from)),
};

export const AMOUNT: Telling<Value<'amount'>> = {
  part: 'amount',
  name: phrase('deal_claim_amount'),
  same: (a, b) => a.minor === b.minor && a.currency === b.currency,
  moved: (from, to) => {
    const figures = [moneyOfSeen(from), moneyOfSeen(to)];
    if (from.currency !== to.currency) {
      return { direction: 'neutral', says: phrase('deal_changed_amount_currency', ...figures) };
    }
    return to.minor > from.minor
      ? { direction: 'better', says: phrase('deal_changed_amount_up', ...figures) }
      : { direction: 'worse', says: phrase('deal_changed_amount_down', ...figures) };
  },
  set: (to) => phrase('deal_changed_amount_set', moneyOfSeen(to)),
  cleared: (from) => phrase('deal_changed_amount_cleared', moneyOfSeen(from)),
};

export const CLOSE_DATE: Telling<Value<'closeDate'>> = {
  part: 'close-date',
  name: phrase('deal_claim_close_date'),
  same: (a, b) => a === b,
  moved: (from, to) => {
    const days = daysBetween(civilDate(from), civilDate(to));
    const figures = [dateOfSeen(from), dateOfSeen(to), daysFigure(Math.abs(days))];
    return days > 0
      ? { direction: 'worse', says: phrase('deal_changed_close_pushed', ...figures) }
      : { direction: 'better', says: phrase('deal_changed_close_pulled', ...figures) };
  },
  set: (to) => phrase('deal_changed_close_set', dateOfSeen(to)),
  cleared: (from) => phrase('deal_changed_close_cleared', dateOfSeen(from)),
};

export const PROBABILITY: Telling<Value<'probability'>> = {
  part: 'probability',
  name: phrase('deal_claim_probability'),
  same: (a, b) => a === b,
  moved: (from, to) => ({
    direction: to > from ? 'better' : 'worse',
    says: phrase('deal_changed_probability', shareFigure(from), shareFigure(to)),
  }),
  set: (to) => phrase('deal_changed_probability_set', shareFigure(to)),
  cleared: (from) => phrase('deal_changed_probability_cleared', shareFigure(from)),
};

export const NEXT_STEP: Telling<Value<'nextStep'>> = {
  part: 'next-step',
  name: phrase('deal_claim_next_step'),
  same: (a, b) => a === b,
  moved: (_, to) => ({ direction: 'neutral', says: phrase('deal_changed_next_step', textFigure(to)) }),
  set: (to) => phrase('deal_changed_next_step_set', textFigure(to)),
  cleared: (from) => phrase('deal_changed_next_step_cleared', textFigure(from)),
};

export const OWNER: Telling<Value<'owner'>> = {
  part: 'owner',
  name: phrase('deal_part_owner'),
  same: (a, b) => a.id === b.id,
  moved: (from, to) => ({
    direction: 'neutral',
    says: phrase('deal_changed_owner', textFigure(from.name), textFigure(to.name)),
  }),
  set: (to) => phrase('deal_changed_owner_set', textFigure(to.name)),
  cleared: (from) => phrase('deal_changed_owner_cleared', textFigure(from.name)),
};
