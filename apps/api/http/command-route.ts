import { applyDecorators, HttpCode, Post } from '@nestjs/common';
import { ApiExtension, ApiHeader, ApiNoContentResponse, ApiOperation, ApiProperty, ApiResponse } from '@nestjs/swagger';
import { RunsDry } from './access/dry-run.ts';
import { OwnPosition } from './answer/own-position.ts';
import { COMMANDS, type OfferedCommand } from './command-catalogue.ts';
import { IdField } from './validation/fields.ts';

/** The answer to a command. */
class CommandAnswer {
  @ApiProperty({ type: 'string', format: 'uuid' })
  id: string;
  @ApiProperty({ type: 'integer', description: 'Revision of the stream after the command; also the ETag' })
  revision: number;
  @ApiProperty({ type: 'integer', description: 'Position of the last event in the log' })
  position: number;
  @ApiProperty({ type: 'string', format: 'uuid' })
  commandId: string;
  @ApiProperty({ type: 'array', items: { type: 'string' } })
  events: readonly string[];
}

/** The `:id` of a path. */
export class IdParam {
  @IdField()
  id: string;
}

const text = (description: string, more: object = {}) =>
  ({ description, schema: { type: 'string', ...more } }) as const;

/** The language of sentences for people. */
export const LANGUAGE_HEADER = {
  name: 'Accept-Language',
  required: false,
  description: 'Language of the sentences: `vi` unless told',
  schema: { type: 'string', examples: ['vi', 'en'] },
} as const;

const COMMAND_HEADERS = [
  {
    name: 'Idempotency-Key',
    required: false,
    ...text("The command's id: the same key is the same command for ever", { format: 'uuid' }),
  },
  {
    name: 'If-Match',
    required: false,
    ...text('Revision in quotes, or several: refuse when somebody acted meanwhile; `*` for any'),
  },
  { name: 'X-Kheo-Client', required: true, ...text('Any value: shows that no foreign page sends this') },
  {
    name: 'X-Kheo-Dry-Run',
    required: false,
    ...text('`true`: make every check, record nothing', { enum: ['true', 'false'] }),
  },
  LANGUAGE_HEADER,
] as const;

type CommandHeader = (typeof COMMAND_HEADERS)[number]['name'];

/** The headers a command takes: all of them, or those that are named. Only a route that takes `X-Kheo-Dry-Run` is asked so. */
export const TakesCommand = (...names: readonly CommandHeader[]): MethodDecorator =>
  applyDecorators(
    ...(names.length === 0 || names.includes('X-Kheo-Dry-Run') ? [RunsDry()] : []),
    ...COMMAND_HEADERS.filter(({ name }) => names.length === 0 || names.includes(name)).map((each) => ApiHeader(each)),
    ...(names.length === 0 ? [] : [ApiHeader(LANGUAGE_HEADER)]),
  );

/** How an accepted command is answered. */
export const AnswersCommand = (status: 200 | 201): MethodDecorator =>
  applyDecorators(
    HttpCode(status),
    OwnPosition(),
    ApiResponse({ status, description: status === 201 ? 'Created' : 'Done', type: CommandAnswer }),
  );

/** A request that is done and has nothing to tell. */
export const AnswersNothing = (headers: Parameters<typeof ApiNoContentResponse>[0] = {}): MethodDecorator =>
  applyDecorators(HttpCode(204), ApiNoContentResponse({ description: 'Done', ...headers }));

/** The cookie by which somebody is known from now on, or no longer. */
export const SETS_COOKIE = { headers: { 'Set-Cookie': text('The session: `kheo_session`') } } as const;

/** Where the document says which command a route gives. */
export const COMMAND = 'x-kheo-command';

/** The route of a command where the catalogue says: it creates at the collection itself, or acts on what the path names. */
export const CommandRoute = (
  type: OfferedCommand,
  access: MethodDecorator,
  answers?: MethodDecorator,
): MethodDecorator => {
  const [path, summary] = COMMANDS[type];
  return applyDecorators(
    Post(path === '' ? path : `:id/${path}`),
    access,
    ApiOperation({ summary }),
    ApiExtension(COMMAND, type),
    TakesCommand(),
    answers ?? AnswersCommand(path === '' ? 201 : 200),
  );
};
