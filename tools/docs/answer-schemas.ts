import { createGenerator, type Schema } from 'ts-json-schema-generator';
import { AS_RECORDED, namesBeside } from '#read-models';
import { INSTANT_OR_DAY } from '../../apps/api/http/validation/instant.ts';
import { TIME_OF_DAY } from '../../apps/api/regulations/reminders.dto.ts';
import type { Page } from './page.ts';

const source = 'apps/api/reading/answers.ts';

/** The JSON Schemas of what the API answers, by name, read from the types themselves. */
export function answerSchemas(): Page {
  const { properties = {}, definitions = {} } = createGenerator({
    path: source,
    tsconfig: 'tsconfig.json',
    skipTypeCheck: true,
    jsDoc: 'extended',
    expose: 'none',
    topRef: false,
    additionalProperties: false,
  }).createSchema('Answers');
  const shared = Object.keys(definitions);
  if (shared.length > 0) throw new Error(`${source}: a schema that refers to itself: ${shared.join(', ')}`);
  return { path: 'libs/contracts/answers/answers.json', content: `${JSON.stringify(exact(properties), null, 2)}\n` };
}

/** What the names of the contract say of a text. */
const FORMATS: readonly (readonly [name: RegExp, format: string])[] = [
  [/^id$|Ids?$/u, 'uuid'],
  [/On$|Deadline$|^(on|from|until|cutoff|since)$/u, 'date'],
  [/At$/u, 'date-time'],
  [/^email$/u, 'email'],
];

/** What the names of the contract say a text is made of. */
const HASH = { pattern: '^[0-9a-f]{64}$' } as const;

/** The parts of quiet hours are times of the day, not days. */
const TIMES = { type: 'string', pattern: TIME_OF_DAY.source } as const;

/** Measured, or counted by a unit; every other number is whole. */
const FRACTIONAL: readonly string[] = ['value', 'lagSeconds', 'oldestQueuedSeconds'];

type Properties = NonNullable<Schema['properties']>;

/** The schemas with what the types of the language cannot say: which texts are ids, days, instants; which numbers are whole. */
const exact = (properties: Properties): Properties =>
  Object.fromEntries(
    Object.entries(properties).map(([name, schema]) => [
      name,
      typeof schema === 'boolean' ? schema : named(name, schema),
    ]),
  );

function named(name: string, schema: Schema): Schema {
  const { type, properties, items, anyOf } = schema;
  const format = schema.format ?? FORMATS.find(([pattern]) => pattern.test(name))?.[1];
  const isText = [type].flat().includes('string') && schema.enum === undefined && schema.const === undefined;
  return {
    ...schema,
    ...(name === 'asOf' && isText ? INSTANT_OR_DAY : {}),
    ...(format !== undefined && isText ? { format } : {}),
    ...(/sha256$/iu.test(name) && isText ? HASH : {}),
    ...(type === undefined || FRACTIONAL.includes(name) ? {} : { type: whole(type) }),
    ...(properties === undefined || AS_RECORDED.includes(name) ? {} : partsOf(properties, schema.required ?? [])),
    ...(name === 'quietHours' ? { properties: { from: TIMES, until: TIMES } } : {}),
    ...(isSchema(items) ? { items: named(name, items) } : {}),
    ...(anyOf === undefined ? {} : { anyOf: anyOf.map((each) => (isSchema(each) ? named(name, each) : each)) }),
  };
}

const NAME: Schema = { type: ['string', 'null'] };

/** What tells the names of what a field holds: one, or one each. */
function namesOf(field: Properties[string] | undefined): Schema {
  if (field === undefined || !isSchema(field)) return NAME;
  const types = [field, ...(field.anyOf ?? [])].flatMap((each) => (isSchema(each) ? [each.type].flat() : []));
  if (!types.includes('array')) return NAME;
  return { type: types.includes('null') ? ['array', 'null'] : 'array', items: NAME };
}

/** The parts of an object, and beside each id of something with a name the field that tells it. */
const partsOf = (properties: Properties, required: readonly string[]): Pick<Schema, 'properties' | 'required'> => {
  const names = namesBeside(Object.keys(properties));
  const added: Properties = Object.fromEntries(names.map(([field, , told]) => [told, namesOf(properties[field])]));
  const always = names.filter(([field]) => required.includes(field)).map(([, , told]) => told);
  return {
    properties: { ...exact(properties), ...added },
    ...(required.length > 0 ? { required: [...required, ...always] } : {}),
  };
};

const isSchema = (value: unknown): value is Schema => typeof value === 'object' && !Array.isArray(value);

const whole = (type: NonNullable<Schema['type']>): NonNullable<Schema['type']> => {
  const types = [type].flat().map((each) => (each === 'number' ? 'integer' : each));
  return Array.isArray(type) ? types : (types[0] ?? type);
};
