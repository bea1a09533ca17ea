import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Controller, Inject, Query, Res, StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { IMPORT_KINDS, type ImportKind } from '#imports';
import {
  exampleList,
  REGISTRATION_COLUMNS,
  REGISTRATION_EXAMPLES,
  UNIT_COLUMNS,
  UNIT_EXAMPLES,
  type Example,
} from '#papers';
import { cycleOf, regulationOf } from '#use-cases';
import { attachment } from '../http/attachment.ts';
import { IdField, OneOf } from '../http/validation/fields.ts';
import { Reader } from '../reading/reader.ts';
import { Reads } from '../reading/reads.ts';

class ExampleQuery {
  @OneOf(IMPORT_KINDS, { optional: true, description: '`registrations` when absent' }) kind?: ImportKind;
  @IdField({ optional: true, description: 'Offers the fields and programmes of its regulation' }) cycleId?: string;
}

const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const NAMES: Readonly<Record<ImportKind, string>> = {
  units: 'vi-du-don-vi.xlsx',
  registrations: 'vi-du-mo-hinh.xlsx',
};

@ApiTags('imports')
@Controller('api/imports/example')
export class ExampleListController {
  @Inject(Reader) private readonly reader: Reader;

  @Reads(
    '',
    'Tệp Excel mẫu: các cột, cách ghi, giá trị được nhận · A workbook to begin a list with: columns, how they are written, the values that are taken',
    { [WORKBOOK]: { schema: { type: 'string', format: 'binary' } } },
  )
  async example(
    @Query() { kind = 'registrations', cycleId }: ExampleQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const example = kind === 'units' ? UNITS : await this.models(cycleId);
    void reply.header('x-content-type-options', 'nosniff');
    return new StreamableFile(await written(example), { type: WORKBOOK, disposition: attachment(NAMES[kind]) });
  }

  private async models(cycleId: string | undefined): Promise<Example> {
    if (cycleId === undefined) return MODELS;
    const rules = await this.reader.ports.rules.current();
    const cycle = this.reader.found(cycleOf(rules, cycleId));
    const { fields, programmeTags } = this.reader.found(regulationOf(rules, cycle.regulationId)).content;
    const allowed = {
      field: fields.map(({ name }) => name),
      programmeTags: programmeTags.map(({ name }) => name),
    };
    return { ...MODELS, allowed };
  }
}

const UNITS: Example = { columns: UNIT_COLUMNS, rows: UNIT_EXAMPLES };
const MODELS: Example = { columns: REGISTRATION_COLUMNS, rows: REGISTRATION_EXAMPLES };

const written = async (example: Example): Promise<Buffer> => {
  const folder = await mkdtemp(join(tmpdir(), 'kheo-example-'));
  try {
    const path = join(folder, 'example.xlsx');
    await exampleList(path, example);
    return await readFile(path);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};
