import type { Schema } from 'ts-json-schema-generator';
import type { DescribedEvent } from './event-schemas.ts';
import { reference, table } from './page.ts';
import type { Page } from './page.ts';

/** The catalogue of events for people. */
export function eventsPage(events: readonly DescribedEvent[]): Page {
  const workflows = [...new Set(events.map(({ workflow }) => workflow))];
  return reference('events.md', 'Sự kiện · Events', '`libs/domain/*/events.ts`', [
    'Mỗi sự kiện còn có phong bì: ai, với vai trò nào, ghi lúc nào, có hiệu lực ngày nào, theo lệnh nào. · Around each event is its envelope: who, in which role, recorded when, effective when, by which command.',
    'JSON Schema của mỗi loại: `libs/contracts/schemas/`, `GET /api/schemas/{type}/{version}`. · The JSON Schema of each type is there.',
    ...workflows.flatMap((workflow) => [
      `## ${workflow}`,
      ...events.filter((event) => event.workflow === workflow).map(section),
    ]),
  ]);
}

/** The same for programs: one JSON Schema a type and version, and the module that finds them. */
export function schemaFiles(events: readonly DescribedEvent[]): Page[] {
  const files = events.map(({ type, version, schema }) => ({
    path: `libs/contracts/schemas/${name(type, version)}.json`,
    content: `${JSON.stringify(schema, null, 2)}\n`,
  }));
  return [...files, { path: 'libs/contracts/schemas/index.ts', content: indexModule(events) }];
}

function indexModule(events: readonly DescribedEvent[]): string {
  const imports = events.map(
    ({ type, version }) => `import ${type}V${version} from './${name(type, version)}.json' with { type: 'json' };`,
  );
  const entries = events.map(({ type, version }) => `  '${name(type, version)}': ${type}V${version},`);
  const lines = ['export const schemas: Readonly<Record<string, object>> = {', ...entries, '};'];
  return ['// Generated from libs/domain; run `npm run docs` to renew.', ...imports, '', ...lines, ''].join('\n');
}

function name(type: string, version: number): string {
  return `${type}.v${version}`;
}

function section({ type, version, schema }: DescribedEvent): string {
  const required = new Set(schema.required);
  const rows = Object.entries(schema.properties ?? {}).map(([field, of]) => [
    required.has(field) ? `\`${field}\`` : `\`${field}\`?`,
    typeof of === 'object' ? shape(of) : '',
    typeof of === 'object' ? (of.description ?? '') : '',
  ]);
  return [`### ${type} v${version}`, table(['Trường · Field', 'Kiểu · Type', 'Nghĩa · Meaning'], rows)].join('\n\n');
}

/** A type in a few words; the schema has all of it. */
function shape(schema: Schema): string {
  if (schema.$ref !== undefined) return schema.$ref.replace('#/definitions/', '');
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum !== undefined) return schema.enum.map((value) => JSON.stringify(value)).join(' | ');
  if (schema.anyOf !== undefined) return [...new Set(schema.anyOf.map((part) => shape(part as Schema)))].join(' | ');
  if (schema.type === 'array') return `${shape((schema.items ?? {}) as Schema)}[]`;
  if (schema.type === 'object') return fields(schema);
  return String(schema.format ?? schema.type ?? 'any');
}

function fields(schema: Schema): string {
  const names = Object.keys(schema.properties ?? {});
  return names.length > 0 ? `{ ${names.join(', ')} }` : 'object';
}
