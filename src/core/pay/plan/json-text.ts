import { countFigure, phrase, textFigure } from '../../value/phrase';
import { ok, problem, type Result } from '../../value/result';
import type { PlanProblem } from './problem';

/** Larger than any plan that a person writes. */
const LONGEST = 1_000_000;
const DEEPEST = 64;

class Slip extends Error {
  constructor(readonly at: number) {
    super('not JSON');
  }
}

/**
 * Reads JSON strictly and says where it is not JSON, by line and column, the same in every browser. A field that stands twice is
 * refused as well: `JSON.parse` would silently take the last.
 */
export function readJson(text: string): Result<unknown, PlanProblem> {
  if (text.length > LONGEST) return problem({ path: '', because: phrase('pay_plan_file_long') });
  const twice: string[] = [];
  try {
    const end = skip(text, value(text, skip(text, text.charCodeAt(0) === 0xfeff ? 1 : 0), '', twice, 0));
    if (end < text.length) throw new Slip(end);
    const [first] = twice;
    if (first !== undefined) return problem({ path: first, because: phrase('pay_plan_field_twice') });
    return ok(JSON.parse(text.charCodeAt(0) === 0xfeff ? text.slice(1) : text));
  } catch (error) {
    const at = error instanceof Slip ? error.at : 0;
    const lines = text.slice(0, at).split('\n');
    const column = (lines[lines.length - 1] ?? '').length + 1;
    const because =
      at >= text.length
        ? phrase('pay_plan_json_ends', countFigure(lines.length))
        : phrase(
            'pay_plan_not_json',
            countFigure(lines.length),
            countFigure(column),
            textFigure(text.slice(at, at + 12).split('\n')[0] ?? ''),
          );
    return problem({ path: '', because });
  }
}

function skip(text: string, from: number): number {
  let at = from;
  while (at < text.length && ' \t\r\n'.includes(text[at] as string)) at += 1;
  return at;
}

/** The index after the value that begins at `at`. */
function value(text: string, at: number, path: string, twice: string[], depth: number): number {
  if (depth > DEEPEST) throw new Slip(at);
  const first = text[at];
  if (first === '{') return members(text, at, path, twice, depth);
  if (first === '[') return elements(text, at, path, twice, depth);
  if (first === '"') return string(text, at);
  const found = /^(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)/.exec(text.slice(at, at + 400));
  if (found === null) throw new Slip(at);
  return at + found[0].length;
}

function string(text: string, from: number): number {
  for (let at = from + 1; at < text.length; at += 1) {
    const letter = text[at] as string;
    if (letter === '"') return at + 1;
    if (letter < ' ') throw new Slip(at);
    if (letter !== '\\') continue;
    const sequence = /^\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/.exec(text.slice(at, at + 6));
    if (sequence === null) throw new Slip(at);
    at += sequence[0].length - 1;
  }
  throw new Slip(text.length);
}

function members(text: string, from: number, path: string, twice: string[], depth: number): number {
  const names = new Set<string>();
  let at = skip(text, from + 1);
  if (text[at] === '}') return at + 1;
  for (;;) {
    if (text[at] !== '"') throw new Slip(at);
    const end = string(text, at);
    const name = String(JSON.parse(text.slice(at, end)));
    const here = path === '' ? name : `${path}.${name}`;
    if (names.has(name)) twice.push(here);
    names.add(name);
    at = skip(text, end);
    if (text[at] !== ':') throw new Slip(at);
    at = skip(text, value(text, skip(text, at + 1), here, twice, depth + 1));
    if (text[at] === '}') return at + 1;
    if (text[at] !== ',') throw new Slip(at);
    at = skip(text, at + 1);
  }
}

function elements(text: string, from: number, path: string, twice: string[], depth: number): number {
  let at = skip(text, from + 1);
  if (text[at] === ']') return at + 1;
  for (let index = 0; ; index += 1) {
    at = skip(text, value(text, at, `${path}[${index}]`, twice, depth + 1));
    if (text[at] === ']') return at + 1;
    if (text[at] !== ',') throw new Slip(at);
    at = skip(text, at + 1);
  }
}
