import { planShape } from './plan-shape';
import { DECIMAL, type ObjectShape, PATTERNS, type Shape } from './shape';

type Json = { readonly [key: string]: unknown };

/** The published JSON Schema (draft 2020-12) of a comp plan, made from the shape that the reader uses. */
export function planSchema(): Json {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Comp plan',
    description: 'What is counted, what is paid for it, and worked examples that the engine must agree with.',
    ...schemaOf(planShape),
  };
}

function schemaOf(shape: Shape): Json {
  switch (shape.is) {
    case 'text':
      return shape.pattern === undefined || shape.pattern === 'any'
        ? { type: 'string', minLength: 1, maxLength: shape.most ?? 200 }
        : { type: 'string', pattern: PATTERNS[shape.pattern] };
    case 'yes-no':
      return { type: 'boolean' };
    case 'literal':
      return { type: shape.bound === true ? ['string', 'number'] : ['string', 'number', 'boolean'] };
    case 'whole':
      return {
        type: 'integer',
        ...(shape.least !== undefined && { minimum: shape.least }),
        ...(shape.most !== undefined && { maximum: shape.most }),
      };
    case 'number':
      return numberSchema(shape);
    case 'choice':
      return { enum: shape.of };
    case 'list':
      return { type: 'array', items: schemaOf(shape.of()), ...(shape.least ? { minItems: shape.least } : {}) };
    case 'table':
      return { type: 'object', additionalProperties: schemaOf(shape.of()) };
    case 'kinds':
      return {
        type: 'object',
        required: [shape.by],
        properties: { [shape.by]: { enum: Object.keys(shape.of) } },
        allOf: Object.entries(shape.of).map(([kind, of]) => ({
          if: { properties: { [shape.by]: { const: kind } }, required: [shape.by] },
          // biome-ignore lint/suspicious/noThenProperty: `then` is a keyword of JSON Schema
          then: schemaOf(of),
        })),
      };
    case 'either':
      return { anyOf: [schemaOf(shape.plain), schemaOf(shape.object)] };
    default:
      return objectSchema(shape);
  }
}

function numberSchema(shape: Extract<Shape, { is: 'number' }>): Json {
  const plain = {
    type: 'number',
    ...(shape.least !== undefined && { minimum: shape.least }),
    ...(shape.above !== undefined && { exclusiveMinimum: shape.above }),
    ...(shape.most !== undefined && { maximum: shape.most }),
  };
  const text = { type: 'string', pattern: DECIMAL };
  return { anyOf: shape.or === undefined ? [plain, text] : [plain, text, { const: shape.or }] };
}

function objectSchema(shape: ObjectShape): Json {
  const needed = Object.entries(shape.fields)
    .filter(([, field]) => field.needed)
    .map(([name]) => name);
  return {
    type: 'object',
    properties: Object.fromEntries(
      Object.entries(shape.fields).map(([name, field]) => [name, { description: field.about, ...schemaOf(field.of) }]),
    ),
    required: needed,
    additionalProperties: false,
    ...(shape.one && { oneOf: shape.one.map((name) => ({ required: [name] })) }),
    ...(shape.any && { anyOf: shape.any.map((name) => ({ required: [name] })) }),
  };
}
