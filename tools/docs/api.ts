import { reference, table } from './page.ts';
import type { Page } from './page.ts';

/** As much of an OpenAPI document as the page shows. */
export interface OpenApi {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components?: { readonly schemas?: Readonly<Record<string, ApiSchema>> };
}

interface Operation {
  readonly tags?: readonly string[];
  readonly summary?: string;
  readonly description?: string;
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content?: Readonly<Record<string, { readonly schema?: ApiSchema }>> };
}

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
}

interface ApiSchema {
  readonly $ref?: string;
  readonly type?: string;
  readonly items?: ApiSchema;
  readonly enum?: readonly string[];
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, ApiSchema>>;
  readonly description?: string;
}

interface Route extends Operation {
  readonly method: string;
  readonly path: string;
}

const methods = ['get', 'post', 'put', 'patch', 'delete'];

/** The routes for people. For programs there is the document itself, at `/api/openapi.json`. */
export function apiPage(document: OpenApi): Page {
  const routes = Object.entries(document.paths).flatMap(([path, operations]) =>
    Object.entries(operations)
      .filter(([method]) => methods.includes(method))
      .map(([method, operation]): Route => ({ ...operation, method: method.toUpperCase(), path })),
  );
  const tags = [...new Set(routes.map(tagOf))].sort();
  return reference('api.md', 'API', '`apps/api`', [
    'Bản đầy đủ, khi hệ thống đang chạy: `/api/docs`, `/api/openapi.json`. · In full, while the system runs, at these addresses.',
    ...tags.flatMap((tag) => [
      `## ${tag}`,
      summaryOf(
        routes.filter((route) => tagOf(route) === tag),
        document,
      ),
    ]),
  ]);
}

function tagOf({ tags, path }: Route): string {
  return tags?.[0] ?? path.split('/')[2] ?? path;
}

function summaryOf(routes: readonly Route[], document: OpenApi): string {
  const rows = routes.map((route) => [
    `\`${route.method} ${route.path}\``,
    route.summary ?? route.description ?? '',
    inputOf(route, document),
  ]);
  return table(['Đường dẫn · Route', 'Việc · What', 'Nhận · Takes'], rows);
}

function inputOf({ parameters = [], requestBody }: Route, document: OpenApi): string {
  const query = parameters.filter((parameter) => parameter.in === 'query').map(({ name }) => `\`?${name}\``);
  const schema = requestBody?.content?.['application/json']?.schema;
  return [...query, ...(schema ? fieldsOf(schema, document) : [])].join(', ');
}

function fieldsOf(schema: ApiSchema, document: OpenApi): string[] {
  const name = schema.$ref?.split('/').at(-1);
  const { properties = {}, required = [] } = name ? (document.components?.schemas?.[name] ?? {}) : schema;
  return Object.keys(properties).map((field) => (required.includes(field) ? `\`${field}\`` : `\`${field}\`?`));
}
