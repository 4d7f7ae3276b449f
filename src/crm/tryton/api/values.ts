import * as v from 'valibot';

const Decimal = v.object({ __class__: v.literal('Decimal'), decimal: v.string() });
const Day = v.object({ year: v.number(), month: v.number(), day: v.number() });
const CivilDay = v.object({ __class__: v.literal('date'), ...Day.entries });
const Moment = v.object({
  __class__: v.literal('datetime'),
  ...Day.entries,
  hour: v.number(),
  minute: v.number(),
  second: v.number(),
  microsecond: v.number(),
});

/** A moment as Tryton writes it, UTC to the microsecond: what a record's past is asked for by. */
export type Moment = v.InferOutput<typeof Moment>;

/** Exact decimals as text, so that nothing is lost on the way to money. `undefined` for anything else. */
export function decimalText(value: unknown): string | undefined {
  const parsed = v.safeParse(Decimal, value);
  return parsed.success ? parsed.output.decimal : undefined;
}

/** `YYYY-MM-DD`; months count from 1. */
export function dayText(value: unknown): string | undefined {
  const parsed = v.safeParse(CivilDay, value);
  return parsed.success ? day(parsed.output) : undefined;
}

export function momentOf(value: unknown): Moment | undefined {
  const parsed = v.safeParse(Moment, value);
  return parsed.success ? parsed.output : undefined;
}

/** To the millisecond, in UTC. */
export function momentText(value: unknown): string | undefined {
  const moment = momentOf(value);
  if (!moment) return undefined;
  const { hour, minute, second, microsecond } = moment;
  const time = [hour, minute, second].map((part) => two(part)).join(':');
  return `${day(moment)}T${time}.${String(Math.floor(microsecond / 1000)).padStart(3, '0')}Z`;
}

/** A day as an argument of a question. */
export function dayArgument(date: string): unknown {
  const [year, month, day] = date.split('-').map(Number);
  return { __class__: 'date', year, month, day };
}

/** A moment, UTC in ISO form, as an argument. */
export function momentArgument(at: string): Moment {
  const time = new Date(at);
  return {
    __class__: 'datetime',
    year: time.getUTCFullYear(),
    month: time.getUTCMonth() + 1,
    day: time.getUTCDate(),
    hour: time.getUTCHours(),
    minute: time.getUTCMinutes(),
    second: time.getUTCSeconds(),
    microsecond: time.getUTCMilliseconds() * 1000,
  };
}

function day({ year, month, day }: v.InferOutput<typeof Day>): string {
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
}

const two = (part: number) => String(part).padStart(2, '0');
