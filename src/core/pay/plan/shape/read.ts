import { parseCivilDate } from '../../../value/civil-date';
import { Decimal } from '../../../value/decimal';
import { countFigure, listFigure, type Phrase, phrase, textFigure } from '../../../value/phrase';
import { isDecimalText } from '../exact';
import type { PlanProblem } from '../problem';
import { nearest } from './nearest';
import { type Field, type ObjectShape, PATTERNS, type Shape } from './shape';

/** Every way in which JSON is not of a shape, each with its place. Empty: it is. */
export function problemsOf(json: unknown, shape: Shape, path = ''): PlanProblem[] {
  const problems: PlanProblem[] = [];
  walk(json, shape, path, problems, 0);
  return problems;
}

/** Nothing a person writes is deeper than this. */
const DEEPEST = 24;

function walk(json: unknown, shape: Shape, path: string, out: PlanProblem[], depth: number): undefined {
  const say: Say = (because) => {
    out.push({ path, because });
    return undefined;
  };
  if (depth > DEEPEST) return say(phrase('pay_plan_too_deep'));
  switch (shape.is) {
    case 'text':
      return text(json, shape, say);
    case 'yes-no':
      if (typeof json !== 'boolean') say(phrase('pay_plan_not_yes_no', seen(json)));
      return;
    case 'literal':
      return literal(json, shape, say);
    case 'whole':
      return whole(json, shape, say);
    case 'number':
      return number(json, shape, say);
    case 'choice':
      return choice(json, shape.of, say);
    case 'list':
      if (!Array.isArray(json)) return say(phrase('pay_plan_not_list', seen(json)));
      if (json.length < (shape.least ?? 0)) return say(phrase('pay_plan_list_empty'));
      json.forEach((each, index) => {
        walk(each, shape.of(), `${path}[${index}]`, out, depth + 1);
      });
      return;
    case 'table':
      if (!isObject(json)) return say(phrase('pay_plan_not_object', seen(json)));
      for (const [key, each] of Object.entries(json)) walk(each, shape.of(), join(path, key), out, depth + 1);
      return;
    case 'kinds': {
      if (!isObject(json)) return say(phrase('pay_plan_not_object', seen(json)));
      const kind = json[shape.by];
      const of = typeof kind === 'string' && Object.hasOwn(shape.of, kind) ? shape.of[kind] : undefined;
      if (kind === undefined) return say(phrase('pay_plan_field_missing', textFigure(shape.by)));
      if (of === undefined)
        return walk(kind, { is: 'choice', of: Object.keys(shape.of) }, join(path, shape.by), out, depth + 1);
      return object(json, of, path, out, depth);
    }
    case 'either':
      return walk(json, isObject(json) ? shape.object : shape.plain, path, out, depth + 1);
    default:
      if (!isObject(json)) return say(phrase('pay_plan_not_object', seen(json)));
      return object(json, shape, path, out, depth);
  }
}

function object(
  json: Readonly<Record<string, unknown>>,
  shape: ObjectShape,
  path: string,
  out: PlanProblem[],
  depth: number,
): undefined {
  for (const [name, field] of Object.entries(shape.fields)) {
    const value = Object.hasOwn(json, name) ? json[name] : undefined;
    if (value !== undefined) walk(value, field.of, join(path, name), out, depth + 1);
    else if (field.needed) out.push({ path, because: phrase('pay_plan_field_missing', textFigure(name)) });
  }
  for (const name of Object.keys(json)) {
    if (!Object.hasOwn(shape.fields, name))
      out.push({ path: join(path, name), because: unknownField(name, shape.fields) });
  }
  const standing = (names: readonly string[]): readonly string[] => names.filter((name) => json[name] !== undefined);
  const names = (of: readonly string[]) => listFigure(of.map(textFigure));
  if (shape.one !== undefined) {
    const found = standing(shape.one);
    if (found.length === 0) out.push({ path, because: phrase('pay_plan_one_of_missing', names(shape.one)) });
    if (found.length > 1) out.push({ path, because: phrase('pay_plan_one_of_several', names(found)) });
  }
  if (shape.any !== undefined && standing(shape.any).length === 0) {
    out.push({ path, because: phrase('pay_plan_any_of_missing', names(shape.any)) });
  }
}

function unknownField(name: string, fields: Readonly<Record<string, Field>>): Phrase {
  const meant = nearest(name, Object.keys(fields));
  return meant === null
    ? phrase('pay_plan_field_unknown', textFigure(name))
    : phrase('pay_plan_field_unknown_meant', textFigure(name), textFigure(meant));
}

type Say = (because: Phrase) => undefined;

function text(json: unknown, shape: Extract<Shape, { is: 'text' }>, say: Say): undefined {
  if (typeof json !== 'string') return say(phrase('pay_plan_not_text', seen(json)));
  if (shape.pattern === 'date') {
    if (parseCivilDate(json) === undefined) say(phrase('pay_plan_not_date', seen(json)));
  } else if (shape.pattern === 'currency') {
    if (!new RegExp(PATTERNS.currency).test(json)) say(phrase('pay_plan_not_currency', seen(json)));
  } else if (shape.pattern === 'id') {
    if (!new RegExp(PATTERNS.id).test(json)) say(phrase('pay_plan_not_id', seen(json)));
  } else if (json === '') say(phrase('pay_plan_text_empty'));
  else if (json.length > (shape.most ?? 200)) say(phrase('pay_plan_text_long', countFigure(shape.most ?? 200)));
}

function literal(json: unknown, shape: Extract<Shape, { is: 'literal' }>, say: Say): undefined {
  const plain = typeof json === 'string' || (typeof json === 'number' && Number.isFinite(json));
  if (shape.bound === true && !plain) return say(phrase('pay_plan_not_bound', seen(json)));
  if (!plain && typeof json !== 'boolean') say(phrase('pay_plan_not_literal', seen(json)));
}

function whole(json: unknown, shape: Extract<Shape, { is: 'whole' }>, say: Say): undefined {
  if (typeof json !== 'number' || !Number.isSafeInteger(json)) return say(phrase('pay_plan_not_whole', seen(json)));
  if (shape.least !== undefined && json < shape.least)
    return say(phrase('pay_plan_too_small', seen(json), plain(shape.least)));
  if (shape.most !== undefined && json > shape.most) say(phrase('pay_plan_too_large', seen(json), plain(shape.most)));
}

/** A number beyond this is a slip of the keyboard, and more than the engine can add up exactly. */
const LARGEST = 1e12;

function number(json: unknown, shape: Extract<Shape, { is: 'number' }>, say: Say): undefined {
  if (shape.or !== undefined && json === shape.or) return;
  const good = typeof json === 'number' ? Number.isFinite(json) : typeof json === 'string' && isDecimalText(json);
  if (!good || (typeof json !== 'number' && typeof json !== 'string')) {
    const percent = typeof json === 'string' && /^\s*-?\d+(?:[.,]\d+)?\s*%\s*$/.test(json);
    return say(percent ? phrase('pay_plan_not_number_percent', seen(json)) : phrase('pay_plan_not_number', seen(json)));
  }
  const value = new Decimal(json);
  if (value.abs().gt(LARGEST)) return say(phrase('pay_plan_number_huge', seen(json)));
  if (shape.least !== undefined && value.lt(shape.least))
    return say(phrase('pay_plan_too_small', seen(json), plain(shape.least)));
  if (shape.above !== undefined && value.lte(shape.above))
    return say(phrase('pay_plan_not_above', seen(json), plain(shape.above)));
  if (shape.most !== undefined && value.gt(shape.most))
    say(phrase('pay_plan_too_large', seen(json), plain(shape.most)));
}

function choice(json: unknown, of: readonly (string | number)[], say: Say): undefined {
  if ((of as readonly unknown[]).includes(json)) return;
  const words = of.map(String);
  const meant = typeof json === 'string' ? nearest(json, words) : null;
  say(
    meant === null
      ? phrase('pay_plan_not_one_of', seen(json), listFigure(words.map(textFigure)))
      : phrase('pay_plan_not_one_of_meant', seen(json), textFigure(meant)),
  );
}

const plain = (of: number) => textFigure(String(of));

/** What stands there, short enough for a sentence. */
function seen(json: unknown) {
  const written = json === undefined ? 'nothing' : JSON.stringify(json);
  return textFigure(written.length > 60 ? `${written.slice(0, 57)}…` : written);
}

function isObject(json: unknown): json is Readonly<Record<string, unknown>> {
  return typeof json === 'object' && json !== null && !Array.isArray(json);
}

const join = (path: string, name: string): string => (path === '' ? name : `${path}.${name}`);
