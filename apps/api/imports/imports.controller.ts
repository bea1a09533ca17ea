import { Body, Controller, Inject, Param, Post, Query, Req, Res, StreamableFile } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { isOfPeople, organization, registration, type Actor, type Role } from '#domain';
import { authorize, holdsAny, rightsAt, seesAllUnits } from '#identity';
import { IMPORT_KINDS, type Import, type ImportKind } from '#imports';
import { UnusableFile } from '#papers';
import { cycleOf, importActions, type Sending } from '#use-cases';
import { May, SignedIn } from '../http/access/access.ts';
import { callerOf, HowSent, Me } from '../http/access/asking.ts';
import { headerOf, malformed } from '../http/access/headers.ts';
import type { KnownRequest } from '../http/access/principal.ts';
import { attachment } from '../http/attachment.ts';
import { AnswersNothing, IdParam, TakesCommand } from '../http/command-route.ts';
import { readFileForm } from '../http/file-form.ts';
import { languageOf } from '../http/problem/language.ts';
import { Refusal } from '../http/problem/problem.ts';
import { NoFields } from '../http/validation/validate.ts';
import type { Answers } from '../reading/answers.ts';
import { PageQuery } from '../reading/list-query.ts';
import { Reader } from '../reading/reader.ts';
import { Actions, Lists, Reads, Tells } from '../reading/reads.ts';
import { importAnswer, rowOutcome } from './import-texts.ts';
import { returnedList } from './returned-list.ts';
import { ImportFields, ImportRowsQuery } from './imports.dto.ts';

/** Bytes of the largest list: 20 MiB, some 100,000 rows of a workbook. */
const MAX_LIST_BYTES = 20 * 1024 * 1024;

/** Who may send a list of each kind, for some unit; for which is settled row by row. */
const ROLES: Readonly<Record<ImportKind, readonly Actor['role'][]>> = {
  units: organization.unit.rights.EstablishUnit,
  registrations: registration.rights.DraftRegistration,
};

@ApiTags('imports')
@Controller('api/imports')
export class ImportsController {
  @Inject(Reader) private readonly reader: Reader;

  @Post()
  @May(...ROLES.units, ...ROLES.registrations)
  @ApiOperation({
    summary:
      'Nhập một danh sách .xlsx hoặc .csv, tối đa 20 MiB; các trường đứng trước tệp · Import a list of at most 20 MiB; the fields come before the file',
  })
  @TakesCommand('Idempotency-Key', 'X-Kheo-Client', 'X-Kheo-Dry-Run')
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: {
      type: 'object',
      required: ['kind', 'file'],
      properties: {
        kind: { type: 'string', enum: [...IMPORT_KINDS] },
        dryRun: { type: 'string', enum: ['true', 'false'] },
        cycleId: { type: 'string', format: 'uuid', description: 'Of registrations, and required there' },
        unitId: { type: 'string', format: 'uuid', description: 'The unit of rows that name none' },
        sheet: { type: 'string', maxLength: 100, description: 'The first one that can be seen when absent' },
        file: { type: 'string', format: 'binary' },
      },
    },
  })
  @Tells('Import', 201)
  async add(
    @Req() request: KnownRequest,
    @HowSent() sent: Sending,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Answers['Import']> {
    const { ports } = this.reader;
    const by = callerOf(request);
    const form = { fields: ImportFields, maxBytes: MAX_LIST_BYTES, texts: 5 };
    const [fields, file] = await readFileForm(request, form, async (given, content) => {
      await this.refuse(given, sent, by.personId);
      const received = await ports.files.receive(content, MAX_LIST_BYTES);
      if (received === 'too-large')
        throw new Refusal('file-too-large', { params: { mebibytes: MAX_LIST_BYTES / 2 ** 20 } });
      return received;
    });
    await file.keep();
    const { kind, fileName, dryRun, mediaType: _mediaType, ...where } = fields;
    const asked = {
      ...{ kind, fileName, ...where, sha256: file.sha256, size: file.size },
      dryRun: dryRun === 'true' || sent.dryRun === true,
      by: { personId: by.personId, ...proofOf(by), ...under(request) },
    };
    const added = await ports.imports.add(sent.idempotencyKey ?? ports.newId(), asked);
    if (added === 'another') throw new Refusal('idempotency-key-reused');
    reply.header('location', `/api/imports/${added.id}`);
    return importAnswer(added, spokenBy(request));
  }

  @Lists('', 'Các lần nhập của tôi, mới nhất trước · My imports, the newest first', 'Import')
  async list(@Query() query: PageQuery, @Me() me: string, @Req() request: KnownRequest) {
    const of = (await this.holdsAtRoot(me, READERS)) ? {} : { personId: me };
    return this.reader.list<Answers['Import'], PageQuery>({ name: 'imports', of: [] }, query, async (_db, page) => {
      const { items, next } = await this.reader.ports.imports.list(of, page);
      return { items: items.map((one) => importAnswer(one, spokenBy(request))), next };
    });
  }

  @Reads(':id', 'Một lần nhập: đến đâu, kết quả ra sao · An import: how far, and what came of it', 'Import')
  async one(@Param() { id }: IdParam, @Me() me: string, @Req() request: KnownRequest): Promise<Answers['Import']> {
    return importAnswer(await this.visible(id, me), spokenBy(request));
  }

  @Actions('ImportActions')
  async actions(@Param() { id }: IdParam, @Me() me: string): Promise<Answers['ImportActions']> {
    const { status, by } = await this.visible(id, me);
    const isOver = status !== 'QUEUED' && status !== 'RUNNING';
    const { reader } = this;
    return reader.told(await importActions(reader.ports, me, { sentBy: by.personId, isOver }));
  }

  @Reads(':id/rows', 'Kết quả từng dòng · What became of each row', 'ImportRows')
  async rows(
    @Param() { id }: IdParam,
    @Query() query: ImportRowsQuery,
    @Me() me: string,
    @Req() request: KnownRequest,
  ): Promise<Answers['ImportRows']> {
    const one = await this.visible(id, me);
    const { items, next } = await this.reader.ports.imports.rows(id, query);
    const language = spokenBy(request);
    return {
      items: items.map((row) => {
        const { text, cells = [] } = rowOutcome(one, row, language);
        return { line: row.line, outcome: row.kind, text, cells };
      }),
      next,
    };
  }

  @Reads(':id/file', 'Danh sách đã gửi, có thêm cột kết quả · The list as it was sent, with a column of results', {
    'application/octet-stream': { schema: { type: 'string', format: 'binary' } },
  })
  async file(
    @Param() { id }: IdParam,
    @Me() me: string,
    @Req() request: KnownRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const one = await this.visible(id, me);
    const bytes = await returnedList(this.reader.ports.importer, one, spokenBy(request)).catch((error: unknown) => {
      throw error instanceof UnusableFile ? new Refusal('list-unusable') : error;
    });
    void reply
      .header('x-content-type-options', 'nosniff')
      .header('content-security-policy', "default-src 'none'; sandbox");
    return new StreamableFile(bytes, {
      type: 'application/octet-stream',
      disposition: attachment(returnedName(one.fileName)),
    });
  }

  @Post(':id/cancel')
  @AnswersNothing()
  @SignedIn()
  @ApiOperation({
    summary: 'Dừng một lần nhập; các dòng đã nhập giữ nguyên · Stop an import; what was imported stays',
  })
  @TakesCommand('X-Kheo-Client')
  async cancel(@Param() { id }: IdParam, @Body() _nothing: NoFields, @Me() me: string): Promise<void> {
    const { by } = await this.visible(id, me);
    if (by.personId !== me && !(await this.holdsAtRoot(me, STOPPERS)))
      throw new Refusal('role-not-allowed', { params: { roles: STOPPERS } });
    if (!(await this.reader.ports.imports.cancel(id))) throw new Refusal('import-over');
  }

  /** Who may send no such list, or for no such unit or cycle, is told before the file is taken. */
  private async refuse({ kind, dryRun, cycleId, unitId }: ImportFields, sent: Sending, me: string): Promise<void> {
    const { directory, rules } = this.reader.ports;
    if (dryRun === 'false' && sent.dryRun === true) throw malformed('/dryRun', 'malformed');
    const now = await directory.current();
    const roles = ROLES[kind];
    if (!holdsAny(now, me, roles, this.reader.now))
      throw new Refusal('role-not-allowed', { params: { roles: roles.filter(isOfPeople) } });
    if (unitId !== undefined) {
      const right = authorize(now, { personId: me, roles, unitId, at: this.reader.now });
      if (right === 'not-yours') throw new Refusal('not-found');
      if (right === 'forbidden') throw new Refusal('role-not-allowed', { params: { roles: roles.filter(isOfPeople) } });
    }
    if (kind === 'units') return;
    if (cycleId === undefined) throw new Refusal('malformed', { faults: [{ pointer: '/cycleId', code: 'required' }] });
    const cycle = cycleOf(await rules.current(), cycleId);
    if (cycle === undefined) throw new Refusal('cycle-unknown', { pointer: '/cycleId' });
    if (cycle.status !== 'OPEN')
      throw new Refusal('cycle-not-open', { pointer: '/cycleId', params: { cycle: cycle.name } });
  }

  /** One's own, or any for who administers or audits the root. */
  private async visible(id: string, me: string): Promise<Import> {
    const one = this.reader.found(await this.reader.ports.imports.find(id));
    return this.reader.found(one.by.personId === me || (await this.holdsAtRoot(me, READERS)) ? one : undefined);
  }

  private async holdsAtRoot(me: string, roles: readonly Role[]): Promise<boolean> {
    const directory = await this.reader.directory();
    return rightsAt(directory, me, this.reader.now).some(
      (held) => roles.includes(held.role) && seesAllUnits(directory, held),
    );
  }
}

/** Who, appointed to the root, sees the lists of everybody, and who stops them as well. */
const STOPPERS: readonly Role[] = ['SYSTEM_ADMIN'];
const READERS: readonly Role[] = [...STOPPERS, 'AUDITOR'];

const spokenBy = (request: KnownRequest) => languageOf(headerOf(request, 'accept-language'));

const under = ({ acting }: KnownRequest): Pick<Import['by'], 'appointmentId'> =>
  acting === undefined ? {} : { appointmentId: acting.appointmentId };

const proofOf = ({ accountId, provenBy }: ReturnType<typeof callerOf>) => ({
  ...(accountId === undefined ? {} : { accountId }),
  ...(provenBy === undefined ? {} : { provenBy }),
});

/** `danh-sach.xlsx` → `danh-sach.ket-qua.xlsx`; a returned file keeps its name. */
const returnedName = (name: string): string => name.replace(/(\.ket-qua)?(\.[^.]+)$/u, '.ket-qua$2');
