import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { createGenerator } from 'ts-json-schema-generator';
import type { Schema } from 'ts-json-schema-generator';
import { PERSONAL } from '#contracts';
import { currentVersion } from '#event-store';
import type { EventType } from '#domain';

/** One event type as outsiders see it. */
export interface DescribedEvent {
  /** Folder of the domain: `registration`. */
  readonly workflow: string;
  readonly type: string;
  readonly version: number;
  /** JSON Schema of the event's `data`. */
  readonly schema: Schema;
}

const domain = 'libs/domain';

/** Every event of the domain, read from the types themselves. */
export function describeEvents(): DescribedEvent[] {
  const generator = createGenerator({
    path: `${domain}/**/events.ts`,
    tsconfig: 'tsconfig.json',
    skipTypeCheck: true,
    jsDoc: 'extended',
    expose: 'none',
    topRef: false,
    // An event grows by optional fields: who reads it passes over what they do not know.
    additionalProperties: true,
  });
  return readdirSync(domain)
    .sort()
    .flatMap(eventUnions)
    .flatMap(({ workflow, union }) =>
      members(generator.createSchema(union)).flatMap((member) => events(workflow, member)),
    );
}

interface EventUnion {
  readonly workflow: string;
  readonly union: string;
}

/** An `events.ts` exports the union of events of one kind of stream; a folder names its own and those of its parts. */
function eventUnions(workflow: string): EventUnion[] {
  const front = readIfThere(join(domain, workflow, 'index.ts'));
  const files = [...front.matchAll(/'\.\/((?:[\w-]+\/)?events\.ts)'/g)].map(([, file = '']) => file);
  return files
    .flatMap((file) => [...readIfThere(join(domain, workflow, file)).matchAll(/^export type (\w+Event) =/gm)])
    .map(([, union = '']) => ({ workflow, union }));
}

function members(union: Schema): Schema[] {
  return ((union.anyOf ?? [union]) as Schema[]).map((member) => ({ ...member, definitions: union.definitions ?? {} }));
}

function events(workflow: string, member: Schema): DescribedEvent[] {
  const { type: name, data } = member.properties as { readonly type: Schema; readonly data: Schema };
  const types = (name.enum ?? [name.const]) as string[];
  return types.map((type) => {
    const version = currentVersion(type as EventType);
    return {
      workflow,
      type,
      version,
      schema: marked(titled(`${type} v${version}`, data, member), PERSONAL[type] ?? []),
    };
  });
}

function titled(title: string, data: Schema, { definitions = {} }: Schema): Schema {
  const shared = Object.keys(definitions).length > 0 ? { definitions } : {};
  return { $schema: 'http://json-schema.org/draft-07/schema#', title, ...data, ...shared };
}

const NOT_TOLD = 'Dữ liệu cá nhân: null với ai không được nhận · Personal data: null for who is not to have it';

/** The schema with its personal fields marked: each may be null. */
function marked(schema: Schema, paths: readonly string[]): Schema {
  return paths.reduce((rest, path) => markedAt(rest, path.split('/'), rest.definitions ?? {}), schema);
}

type Definitions = NonNullable<Schema['definitions']>;

function markedAt(schema: Schema, path: readonly string[], definitions: Definitions): Schema {
  const [first, ...rest] = path;
  if (schema.$ref !== undefined) return markedAt(inlined(schema.$ref, definitions), path, definitions);
  if (schema.anyOf !== undefined)
    return { ...schema, anyOf: schema.anyOf.map((each) => markedAt(each as Schema, path, definitions)) };
  if (first === undefined) return { ...schema, type: ['string', 'null'], description: NOT_TOLD };
  if (first === '*') return { ...schema, items: markedAt(schema.items as Schema, rest, definitions) };
  const field = schema.properties?.[first];
  if (field === undefined) return schema;
  return { ...schema, properties: { ...schema.properties, [first]: markedAt(field as Schema, rest, definitions) } };
}

/** What a reference means, in its place: elsewhere the same may be told. */
function inlined(ref: string, definitions: Definitions): Schema {
  return definitions[decodeURIComponent(ref.split('/').at(-1) ?? '')] as Schema;
}

function readIfThere(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

/** Schemas of versions that are no longer written, but stand in logs: they stay as they were published. */
export function earlierSchemas(current: readonly DescribedEvent[]): DescribedEvent[] {
  return current.flatMap((event) =>
    Array.from({ length: event.version - 1 }, (_, index) => index + 1).map((version) => ({
      ...event,
      version,
      schema: JSON.parse(readFileSync(`libs/contracts/schemas/${event.type}.v${version}.json`, 'utf8')) as Schema,
    })),
  );
}
