import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { createClient } from '@hey-api/openapi-ts';
import { validate } from '@readme/openapi-parser';
import { answerSchemas } from '#contracts';
import { AS_RECORDED, nameFieldOf } from '#read-models';
import { HEADINGS } from '../exports/headings.ts';
import { isWritten } from '../exports/parts.ts';
import { FOR_PROGRAMS } from '../exports/table.ts';
import { PASSWORD, startApi, startPostgres, type TestApi, type TestPostgres } from '#support';

const run = promisify(execFile);

let postgres: TestPostgres;
let api: TestApi;
let url: string;
let document: Record<string, unknown>;
let folder: string;

beforeAll(async () => {
  postgres = await startPostgres();
  api = await startApi(postgres);
  await api.app.listen(0, '127.0.0.1');
  url = await api.app.getUrl();
  document = (await (await fetch(`${url}/api/openapi.json`)).json()) as Record<string, unknown>;
  folder = await mkdtemp(join(tmpdir(), 'kheo-client-'));
});

afterAll(async () => {
  await api?.stop();
  await postgres?.stop();
  await rm(folder, { recursive: true, force: true });
});

describe('the document of the API', () => {
  it('is valid OpenAPI 3.1, and would not be with a reference to nothing', async () => {
    const text = JSON.stringify(document);
    const judge = (json: string) => validate(JSON.parse(json) as Parameters<typeof validate>[0]);
    expect(await judge(text)).toMatchObject({ valid: true });
    const broken = text.replace('#/components/schemas/CitationBody', '#/components/schemas/');
    expect(await judge(broken)).toMatchObject({ valid: false });
  });

  it('makes a client that compiles and works, and that refuses what the API would', async () => {
    await createClient({ input: document, output: join(folder, 'client'), logs: { level: 'silent', file: false } });
    await writeFile(join(folder, 'package.json'), '{ "type": "module" }');
    await writeFile(join(folder, 'use.ts'), PROGRAM);
    await writeFile(join(folder, 'misuse.ts'), PROGRAM.replace("kind: 'COMMUNE'", "kind: 'LANG'"));
    await compile('use.ts');
    await expect(compile('misuse.ts')).rejects.toMatchObject({ stdout: expect.stringContaining('"LANG"') as string });

    const unitId = await api.unit('Tỉnh A', 'PROVINCE');
    await api.person('admin', { role: 'SYSTEM_ADMIN', unitId });
    const { stdout } = await run(process.execPath, [join(folder, 'use.js'), url, PASSWORD, unitId]);
    expect(JSON.parse(stdout)).toEqual({
      names: ['Tỉnh A', 'Xã Mới'],
      refused: { status: 403, code: 'forbidden' },
      signedOut: 204,
    });
  });
});

describe('the lists that are taken out as files', () => {
  it('have a way to write each column that holds more than a text', () => {
    const holdsMore = (schema: Schema): boolean =>
      [schema, ...(schema.anyOf ?? [])].some(
        (each) =>
          each.$ref !== undefined ||
          each.properties !== undefined ||
          (each.items !== undefined && holdsMore(each.items)),
      );
    const columns = listed().flatMap((row) => Object.entries(propertiesOf(row)));
    const more = columns.filter(([column, schema]) => !FOR_PROGRAMS.test(column) && holdsMore(schema));
    expect(more.length).toBeGreaterThan(5);
    expect(more.filter(([column]) => !isWritten(column))).toEqual([]);
  });

  it('have the same columns in each row: the first of them tell which a file has', () => {
    const sometimes = listed().flatMap((row) => {
      const kinds = kindsOf(row);
      return Object.keys(propertiesOf(row)).filter(
        (column) => !kinds.every(({ required }) => required?.includes(column)),
      );
    });
    expect(sometimes).toEqual([]);
  });

  it('have a heading for each of their columns', () => {
    const all = listed().flatMap((row) => Object.keys(propertiesOf(row)));
    const columns = new Set(all.filter((column) => !FOR_PROGRAMS.test(column)));
    expect(columns.size).toBeGreaterThan(100);
    expect([...columns].filter((column) => HEADINGS[column] === undefined)).toEqual([]);
    expect(Object.keys(HEADINGS).filter((column) => !columns.has(column))).toEqual([]);
  });
});

describe('the texts of the document', () => {
  it('are days, instants or times of a form that is told, wherever their names say so', () => {
    const times = /(At|On|Deadline)$|^(asOf|at|on|from|until|since|cutoff)$/u;
    const named = schemasIn(document).flatMap(({ properties = {} }) => Object.entries(properties));
    const asked = schemasIn(document).flatMap(({ name, schema }) =>
      typeof name === 'string' && schema !== undefined ? [[name, schema] as const] : [],
    );
    const told = [...named, ...asked].filter(([name, schema]) => times.test(name) && typeof schema === 'object');
    expect(told.length).toBeGreaterThan(200);
    const formless = told.filter(([, schema]) => isFormless(schema));
    expect([...new Set(formless.map((each) => JSON.stringify(each)))]).toEqual([]);
  });

  it('and all else has a shape that something can have', () => {
    expect(schemasIn(document).filter(({ not }) => not !== undefined)).toEqual([]);
  });
});

describe('what is named by id', () => {
  it('is named by name beside it, in every answer', () => {
    expect(Object.entries(answerSchemas).flatMap(([name, schema]) => namelessIn(name, schema))).toEqual([]);
  });
});

/** Ids of what has no name: it is told whole beside them, or has a number, or is of the system alone. */
const NAMELESS = new Set([
  ...['id', 'appointmentId', 'bookId', 'commandId', 'correctionId', 'correlationId', 'dutyId', 'eventId', 'itemId'],
  ...['evidenceId', 'lastEventId', 'messageId', 'modelId', 'reportId', 'secondFactorId'],
  // Not ids: what proved who acts, the kind of body that signs, counts by form, models that replicate one.
  ...['provenBy', 'signedBy', 'commendedBy', 'replicatedBy'],
]);

/** Where an object names something by an id alone. */
const namelessIn = (path: string, { properties = {}, items, anyOf = [] }: Schema): readonly string[] => {
  const here = Object.keys(properties).filter((field) => /(Id|By|To)$/u.test(field) && !NAMELESS.has(field));
  const alone = here.filter((field) => !((nameFieldOf(field)?.[1] ?? '') in properties));
  const told = Object.entries(properties).filter(([field]) => !AS_RECORDED.includes(field));
  return [
    ...alone.map((field) => `${path}.${field}`),
    ...told.flatMap(([field, schema]) => namelessIn(`${path}.${field}`, schema)),
    ...[items, ...anyOf].flatMap((schema) => (schema === undefined ? [] : namelessIn(path, schema))),
  ];
};

/** Everything in the document that may be a schema. */
const schemasIn = (value: unknown): readonly Schema[] =>
  typeof value !== 'object' || value === null ? [] : [value, ...Object.values(value).flatMap(schemasIn)];

/** Any text will do for it, as far as the schema tells. */
const isFormless = ({ type, format, pattern, enum: values, const: value, anyOf = [], items }: Schema): boolean => {
  if ([format, pattern, values, value].some((each) => each !== undefined)) return false;
  if (anyOf.length > 0) return anyOf.some(isFormless);
  return [type].flat().includes('string') || (items !== undefined && isFormless(items));
};

interface Schema {
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly pattern?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly not?: object;
  /** Of a parameter. */
  readonly name?: unknown;
  readonly schema?: Schema;
  readonly $ref?: string;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
}

/** The rows of everything that is also answered as a file. */
const listed = (): readonly Schema[] => {
  type Answer = Readonly<Record<string, { readonly schema: Schema } | undefined>>;
  const paths = document['paths'] as Readonly<
    Record<string, { readonly get?: { readonly responses: Readonly<Record<string, { readonly content?: Answer }>> } }>
  >;
  return Object.values(paths).flatMap(({ get }) => {
    const content = get?.responses['200']?.content;
    if (content?.['text/csv'] === undefined) return [];
    const { items, groups } = propertiesOf(content['application/json']?.schema ?? {});
    return (items ?? groups)?.items ?? [];
  });
};

/** Of which kinds an object may be. */
const kindsOf = (schema: Schema): readonly Schema[] => {
  const { schemas } = document['components'] as { readonly schemas: Readonly<Record<string, Schema>> };
  const { $ref, anyOf = [] } = schema;
  const more = [...anyOf, ...($ref === undefined ? [] : [schemas[$ref.split('/').at(-1) ?? ''] ?? {}])];
  return more.length === 0 ? [schema] : more.flatMap(kindsOf);
};

const propertiesOf = (schema: Schema): Readonly<Record<string, Schema>> =>
  Object.assign({}, ...kindsOf(schema).map(({ properties }) => properties)) as Readonly<Record<string, Schema>>;

/** Throws what the compiler says. */
const compile = (file: string) => {
  const settings = ['--module', 'nodenext', '--target', 'es2024', '--lib', 'es2024,dom,dom.iterable', '--strict'];
  const tsc = resolve('node_modules/typescript-7/bin/tsc');
  return run(process.execPath, [tsc, ...settings, '--skipLibCheck', file], { cwd: folder });
};

/** What a program of somebody else would say with the client made of the document. */
const PROGRAM = `
import { client } from './client/client.gen.js';
import { sessionSignIn, sessionSignOut, unitsCreate, unitsQueriesList } from './client/index.js';

declare const process: { readonly argv: readonly string[] };
const [, , baseUrl = '', password = '', parentId = ''] = process.argv;
client.setConfig({ baseUrl });
const headers = { 'X-Kheo-Client': 'generated' };

const signedIn = await sessionSignIn({ body: { username: 'admin', password } });
client.setConfig({ headers: { cookie: signedIn.response?.headers.getSetCookie()[0]?.split(';')[0] ?? '' } });

const unit = { name: 'Xã Mới', kind: 'COMMUNE', from: '2026-01-01' } as const;
const made = await unitsCreate({ headers, body: { ...unit, parentId } });
const refused = await unitsCreate({ headers, body: { ...unit, parentId: '00000000-0000-5000-8000-000000000000' } });
const seen = { 'X-Kheo-Wait-For': made.data?.position ?? 0 };
const list = await unitsQueriesList({ headers: seen });
const ended = await sessionSignOut({ headers });
console.log(
  JSON.stringify({
    names: list.data?.items.map(({ name }) => name),
    refused: { status: refused.response?.status, code: refused.error?.code },
    signedOut: ended.response?.status,
  }),
);
`;
