import type { Readable } from 'node:stream';
import { Controller, Inject, Param, Post, Req, Res, StreamableFile } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiBody, ApiConsumes, ApiOperation, ApiTags } from '@nestjs/swagger';
import { DOCUMENT_KINDS, evidence, type DocumentKind } from '#domain';
import type { FastifyReply } from 'fastify';
import { evidenceUseCase, seenBy, type Answered, type Sending } from '#use-cases';
import { RunCommand } from '../commands/run-command.ts';
import { May } from '../http/access/access.ts';
import { HowSent, Me } from '../http/access/asking.ts';
import type { KnownRequest } from '../http/access/principal.ts';
import { AnswersCommand, IdParam, TakesCommand } from '../http/command-route.ts';
import { Refusal } from '../http/problem/problem.ts';
import { IdField, OneOf, Text } from '../http/validation/fields.ts';
import { validate } from '../http/validation/validate.ts';
import { Reader } from '../reading/reader.ts';
import type { Answers } from '../reading/answers.ts';
import { Reads } from '../reading/reads.ts';

/** The text parts that come before the file. */
class EvidenceFields {
  @IdField() unitId: string;
  @OneOf(DOCUMENT_KINDS) kind: DocumentKind;
  @Text({ max: 255 }) fileName: string;
  @Text({ max: 100 }) mediaType: string;
}

@ApiTags('evidence')
@Controller('api/evidence')
export class EvidenceController {
  @Inject(Reader) private readonly reader: Reader;
  @Inject(CommandBus) private readonly commands: CommandBus;

  @Post()
  @May(...evidence.rights.AddEvidence)
  @ApiOperation({
    summary:
      'Thêm một tệp, tối đa 10 MiB; `unitId` và `kind` đứng trước · Add a file of at most 10 MiB; `unitId` and `kind` come before it',
  })
  @TakesCommand('Idempotency-Key', 'X-Kheo-Client')
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: {
      type: 'object',
      required: ['unitId', 'kind', 'file'],
      properties: {
        unitId: { type: 'string', format: 'uuid' },
        kind: { type: 'string', enum: [...DOCUMENT_KINDS] },
        file: { type: 'string', format: 'binary' },
      },
    },
  })
  @AnswersCommand(201)
  async add(@Req() request: KnownRequest, @HowSent() sent: Sending): Promise<Answered> {
    const { fields, content } = await readParts(request);
    const stored = await this.reader.ports.files.put(content);
    if (stored === 'too-large') throw new Refusal('file-too-large');
    return this.commands.execute(
      new RunCommand(evidenceUseCase, { ...sent, type: 'AddEvidence', data: { ...fields, ...stored } }),
    );
  }

  @Reads(':id', 'Thông tin về một tệp · What is known of a file', 'Evidence')
  one(@Param() { id }: IdParam, @Me() me: string): Promise<Answers['Evidence']> {
    return this.visible(id, me);
  }

  @Reads(':id/content', 'Nội dung tệp, để tải về · The file itself, as an attachment', {
    'application/octet-stream': { schema: { type: 'string', format: 'binary' } },
  })
  async content(
    @Param() { id }: IdParam,
    @Me() me: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const file = await this.visible(id, me);
    void reply
      .header('x-content-type-options', 'nosniff')
      .header('content-security-policy', "default-src 'none'; sandbox");
    return new StreamableFile(this.reader.ports.files.read(file.sha256), {
      type: 'application/octet-stream',
      disposition: `attachment; filename*=UTF-8''${encodeURIComponent(file.fileName)}`,
      length: file.size,
    });
  }

  private async visible(id: string, me: string): Promise<Answers['Evidence']> {
    const { ports } = this.reader;
    const stream = `evidence-${id}`;
    return this.reader.found(await seenBy(ports, me, stream, evidence.decider, ({ unitId }) => unitId)).state;
  }
}

const readParts = async (
  request: KnownRequest,
): Promise<{ readonly fields: EvidenceFields; readonly content: Readable }> => {
  if (!request.isMultipart()) throw new Refusal('unsupported-media-type');
  const file = await request.file();
  if (file === undefined) throw new Refusal('file-missing', { faults: [{ pointer: '/file', code: 'required' }] });
  const given: Record<string, unknown> = Object.create(null) as Record<string, unknown>;
  for (const [name, part] of Object.entries(file.fields)) {
    if (name === file.fieldname) continue;
    given[name] = part !== undefined && 'value' in part ? part.value : part;
  }
  const validated = validate(EvidenceFields, { ...given, fileName: file.filename, mediaType: file.mimetype });
  if (validated.kind === 'invalid') {
    file.file.resume();
    throw new Refusal('malformed', { faults: validated.faults });
  }
  return { fields: validated.value, content: file.file };
};
