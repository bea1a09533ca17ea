import { Controller, Inject, Param, Post, Req, Res, StreamableFile } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiBody, ApiConsumes, ApiOperation, ApiTags } from '@nestjs/swagger';
import { DOCUMENT_KINDS, evidence, type Rejected } from '#domain';
import { MAX_FILE_BYTES, type ReceivedFile } from '#evidence';
import { isPaperShownTo } from '#read-models';
import type { FastifyReply } from 'fastify';
import {
  evidenceUseCase,
  seesEvidence,
  type Answered,
  type EvidenceAsk,
  type Rejection,
  type Sending,
} from '#use-cases';
import { toRefusal } from '../http/answer/answer.interceptor.ts';
import { RunCommand } from '../commands/run-command.ts';
import { May } from '../http/access/access.ts';
import { HowSent, Me } from '../http/access/asking.ts';
import type { KnownRequest } from '../http/access/principal.ts';
import { attachment } from '../http/attachment.ts';
import { AnswersCommand, IdParam, TakesCommand } from '../http/command-route.ts';
import { readFileForm } from '../http/file-form.ts';
import { Refusal } from '../http/problem/problem.ts';
import { Reader } from '../reading/reader.ts';
import type { Answers } from '../reading/answers.ts';
import { Reads } from '../reading/reads.ts';
import { recordAltered } from './altered-file.ts';
import { EvidenceFields } from './evidence.dto.ts';
import { PDF, PREVIEWED, shownAs } from './preview.ts';

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
    const form = { fields: EvidenceFields, maxBytes: MAX_FILE_BYTES, texts: 4 };
    const [fields, file] = await readFileForm(request, form, async (given, content) => {
      const refused = await this.refusal({ ...sent, type: 'AddEvidence', data: { ...given, sha256: '', size: 0 } });
      if (refused !== undefined && refused.reason !== 'already-added') throw toRefusal(refused);
      const received = await this.reader.ports.files.receive(content);
      if (received === 'too-large')
        throw new Refusal('file-too-large', { params: { mebibytes: MAX_FILE_BYTES / 2 ** 20 } });
      if (received.size > 0) return received;
      await received.discard();
      throw new Refusal('file-empty', { pointer: '/file' });
    });
    try {
      const data = { ...fields, sha256: file.sha256, size: file.size };
      return await this.keepAndRecord({ ...sent, type: 'AddEvidence', data }, file);
    } finally {
      await file.discard();
    }
  }

  /** A file is named only when it will be recorded; for a key that has its file already the engine answers as it did. */
  private async keepAndRecord(ask: EvidenceAsk, file: ReceivedFile): Promise<Answered> {
    const refused = await this.refusal(ask);
    if (refused === undefined) await file.keep();
    else if (refused.reason !== 'already-added') return refused;
    return this.commands.execute(new RunCommand(evidenceUseCase, ask));
  }

  private async refusal(ask: EvidenceAsk): Promise<Rejected<Rejection> | undefined> {
    const tried = await this.commands.execute(new RunCommand(evidenceUseCase, { ...ask, dryRun: true }));
    return tried.kind === 'rejected' ? tried : undefined;
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
    const { fileName, bytes } = await this.read(id, me, reply);
    return new StreamableFile(bytes, { type: 'application/octet-stream', disposition: attachment(fileName) });
  }

  @Reads(
    ':id/preview',
    'Xem ngay trong trình duyệt: PDF, ảnh PNG, JPEG, WebP · To be shown in the browser: PDF, PNG, JPEG, WebP',
    Object.fromEntries(PREVIEWED.map((type) => [type, { schema: { type: 'string', format: 'binary' } }])),
  )
  async preview(
    @Param() { id }: IdParam,
    @Me() me: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const { fileName, bytes } = await this.read(id, me, reply);
    const type = shownAs(bytes);
    if (type === undefined) throw new Refusal('preview-not-offered');
    if (type === PDF) void reply.header('content-security-policy', VIEWED);
    return new StreamableFile(bytes, { type, disposition: attachment(fileName, 'inline') });
  }

  /** Whatever is in it, a browser runs nothing of it. */
  private async read(id: string, me: string, reply: FastifyReply) {
    const { sha256, fileName } = await this.visible(id, me);
    const bytes = await this.reader.ports.files.read(sha256);
    if (bytes === 'altered') {
      await recordAltered(this.reader.ports, id);
      throw new Refusal('evidence-altered');
    }
    void reply
      .header('x-content-type-options', 'nosniff')
      .header('content-security-policy', "default-src 'none'; sandbox");
    return { fileName, bytes };
  }

  private async visible(id: string, me: string): Promise<Answers['Evidence']> {
    const { reader } = this;
    const { state } = await reader.ports.engine.load(`evidence-${id}`, evidence.decider);
    const file = reader.found(state.status === 'NONE' ? undefined : state);
    const seen = (await seesEvidence(reader.ports, me, file)) || (await this.isPaperOfTheirs(id, me));
    return reader.found(seen ? file : undefined);
  }

  /** Who sees a decision sees its signed paper. */
  private async isPaperOfTheirs(evidenceId: string, me: string): Promise<boolean> {
    const shown = await this.reader.decisionReader(me);
    const { value } = await this.reader.ask(['decision-book', 'register', 'commendation-book'], (db) =>
      isPaperShownTo(db, { evidenceId, ...shown }),
    );
    return value;
  }
}

/** Browsers show no PDF in a sandbox: their viewer is one itself. */
const VIEWED = "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'";
