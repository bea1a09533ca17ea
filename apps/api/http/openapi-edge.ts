import type { OpenAPIObject } from '@nestjs/swagger';
import { refusalCodes } from '#contracts';
import { ROLES } from './access/access.ts';
import { ACTING_HEADER } from './access/acting-header.ts';
import { PERSON_HEADER } from './access/person-header.ts';
import { COMMAND } from './command-route.ts';
import { ALWAYS, headersNamed, type Headers } from './openapi-headers.ts';
import { PROBLEMS, type ProblemCode } from './problem/problem-table.ts';

type Paths = OpenAPIObject['paths'];
type Operation = NonNullable<Paths[string]['get']>;
type Responses = Operation['responses'];

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;

/** RFC 9457, as every refusal is answered. */
export const problemSchemas: NonNullable<OpenAPIObject['components']>['schemas'] = {
  Problem: {
    type: 'object',
    required: ['type', 'title', 'status', 'detail', 'code', 'instance', 'traceId', 'errors'],
    properties: {
      type: { type: 'string' },
      title: { type: 'string' },
      status: { type: 'integer' },
      detail: { type: 'string', description: 'A sentence for people, in the language asked for' },
      code: { type: 'string', description: 'Stable and machine-readable: the reason' },
      instance: { type: 'string' },
      traceId: { type: 'string' },
      errors: {
        type: 'array',
        items: {
          type: 'object',
          required: ['pointer', 'code', 'message'],
          properties: { pointer: { type: 'string' }, code: { type: 'string' }, message: { type: 'string' } },
        },
      },
    },
  },
};

/** The paths with what the edge adds to every answer: with which reasons it may be refused, and the headers it carries. */
export const withAnswersOfEdge = (paths: Paths): Paths =>
  Object.fromEntries(
    Object.entries(paths).map(([path, item]) => {
      const told = METHODS.flatMap((method) => {
        const operation = item[method];
        return operation === undefined ? [] : [[method, toldWhole(operation, { path, method })] as const];
      });
      return [path, { ...item, ...Object.fromEntries(told) }];
    }),
  );

interface Route {
  readonly path: string;
  readonly method: (typeof METHODS)[number];
}

const toldWhole = (operation: Operation, route: Route): Operation => {
  const answered = Object.entries(operation.responses).map(([status, response]) => {
    const headers =
      response !== undefined && '$ref' in response
        ? {}
        : { ...response?.headers, ...headersOf(operation, route, status) };
    return [status, Object.keys(headers).length === 0 ? response : { ...response, headers }] as const;
  });
  return { ...operation, responses: { ...refusalsOf(operation, route), ...Object.fromEntries(answered) } as Responses };
};

/** What is no file to be kept. */
const SHOWN = ['application/json', 'text/plain', 'text/html', 'text/event-stream'];

/** Only who made something is told where it is; only what a command did has a revision. */
const headersOf = (operation: Operation, { path }: Route, status: string): Headers => {
  const { content = {} } = operation.responses[status] as { readonly content?: object };
  const types = Object.keys(content);
  if (types.includes('text/event-stream')) return headersNamed(['Cache-Control']);
  return headersNamed([
    ...ALWAYS,
    ...of(isCommand(operation), 'ETag'),
    ...of(path.startsWith('/api/'), 'X-Kheo-Position'),
    ...of(status === '201', 'Location'),
    ...of(!types.every((type) => SHOWN.includes(type)), 'Content-Disposition'),
  ]);
};

/** Its answer is a command's: with a revision to compare. */
const isCommand = (operation: Operation): boolean =>
  COMMAND in operation || JSON.stringify(operation.responses).includes('/CommandAnswer"');

const headersTaken = ({ parameters = [] }: Operation): readonly string[] =>
  parameters.flatMap((each) => ('in' in each && each.in === 'header' ? [each.name] : []));

/** The refusals of a route by status, each with the codes it may have. */
const refusalsOf = (operation: Operation, route: Route): Responses => {
  const byStatus = Map.groupBy(codesOf(operation, route), (code) => PROBLEMS[code].status);
  return Object.fromEntries(
    [...byStatus].map(([status, codes]) => [
      status,
      {
        description: codes.map((code) => `\`${code}\`: ${PROBLEMS[code].en}`).join('\n\n'),
        headers: headersNamed([
          ...ALWAYS,
          'Content-Language',
          'Vary',
          ...of(status === 429 || status === 503 || codes.includes('concurrency-conflict'), 'Retry-After'),
        ]),
        content: {
          'application/problem+json': {
            schema: {
              allOf: [
                { $ref: '#/components/schemas/Problem' },
                { type: 'object', properties: { code: { type: 'string', enum: codes } } },
              ],
            },
          },
        },
      },
    ]),
  );
};

/** Why any route turns somebody away, as far as its description tells: what it takes, and from whom. */
const edgeCodes = (operation: Operation, { path, method }: Route): readonly ProblemCode[] => {
  const { security = [], parameters = [], requestBody } = operation;
  const takes = headersTaken(operation);
  const isGuarded = security.length > 0;
  const changes = method !== 'get';
  return [
    ...of(isGuarded, 'not-signed-in', 'second-factor-needed', 'too-many-requests', 'dry-run-not-offered'),
    ...of(ROLES in operation, 'role-not-allowed'),
    ...of(takes.includes(PERSON_HEADER.name), 'another-person-signed-in'),
    ...of(takes.includes(ACTING_HEADER.name), 'acting-as-ended', 'acting-as-not-begun', 'acting-as-not-yours'),
    ...of(
      security.some((each) => 'bearer' in each),
      'forbidden',
    ),
    ...of(isGuarded && changes, 'client-header-missing'),
    ...of(parameters.length > 0 || requestBody !== undefined, 'malformed'),
    ...of(changes, 'bad-json', 'body-too-large', 'unsupported-media-type'),
    ...of(path.includes('{'), 'not-found'),
    ...of(takes.includes('X-Kheo-Wait-For'), 'read-model-behind'),
    ...of(true, 'unavailable', 'internal'),
  ];
};

const of = <Each extends string>(isSo: boolean, ...all: readonly Each[]): readonly Each[] => (isSo ? all : []);

const codesOf = (operation: Operation, route: Route): readonly ProblemCode[] => {
  const { operationId = '', [COMMAND]: command } = operation as Operation & { readonly [COMMAND]?: string };
  const own = refusalCodes[command ?? operationId.replace('_', 'Controller.')] ?? [];
  const known = own.filter((code): code is ProblemCode => code in PROBLEMS);
  const codes = [...edgeCodes(operation, route), ...known];
  return [...new Set(codes)].sort();
};
