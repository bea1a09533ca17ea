import asyncApiDocument from './asyncapi/asyncapi.json' with { type: 'json' };
import refusals from './refusals/refusals.json' with { type: 'json' };
import answers from './answers/answers.json' with { type: 'json' };
import { schemas } from './schemas/index.ts';

/** A JSON Schema: draft-07 for the `data` of an event type. */
export type JsonSchema = object;

/**
 * The schema of an event's `data` as consumers may rely on it: fields may be added, none changes its meaning or goes
 * away within a version. Undefined when there is no such type or version.
 */
export function schemaFor(type: string, version: number): JsonSchema | undefined {
  const name = `${type}.v${version}`;
  return Object.hasOwn(schemas, name) ? schemas[name] : undefined;
}

/** Every event type and version that has a schema. */
export const describedEvents: readonly { readonly type: string; readonly version: number }[] = Object.keys(schemas).map(
  (name) => {
    const [type = '', version = ''] = name.split('.v');
    return { type, version: Number(version) };
  },
);

export { PERSONAL, withoutPersonal } from './personal.ts';

/** The schemas of what the API answers, by name. */
export const answerSchemas: Readonly<Record<string, JsonSchema>> = answers;

/** The AsyncAPI 3.0 document of the feed and of webhooks. */
export const asyncApi: object = asyncApiDocument;

/** The reasons with which a command may be refused, by its type; and a route without one, as `Controller.method`. */
export const refusalCodes: Readonly<Record<string, readonly string[]>> = refusals;
