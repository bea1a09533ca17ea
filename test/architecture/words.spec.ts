import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { headingOf } from '../../apps/api/exports/headings.ts';
import en from '../../apps/console/shared/texts/en/index.ts';
import vi from '../../apps/console/shared/texts/vi/index.ts';
import { root } from './tools.ts';

/** One word for one step, as the movement's papers have it; and what offices also say for it. */
const INSTEAD_OF: readonly (readonly [word: string, others: RegExp])[] = [
  ['tiếp nhận', /chấp nhận/iu],
  ['trả lại', /hoàn trả/iu],
  ['minh chứng', /chứng cứ/iu],
  ['bỏ phiếu', /biểu quyết/iu],
  ['thẩm tra', /xác minh/iu],
  ['hủy số', /bỏ số/iu],
  ['phân công', /bổ nhiệm/iu],
  ['cơ quan tham mưu', /cơ quan thường trực/iu],
  // A model itself is called "mô hình, điển hình".
  ['mô hình tiêu biểu', /(?<!mô hình, )điển hình/iu],
];

const texts = ['apps', 'libs', 'docs'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(ts|md)$/u.test(name) && !/\.spec\.ts$/u.test(name))
    .map((name) => join(folder, name)),
);

describe('the words of the product', () => {
  it.each(INSTEAD_OF)('%s is called nothing else', (word, others) => {
    const lines = texts.flatMap((name) =>
      readFileSync(join(root, name), 'utf8')
        .split('\n')
        .map((line) => `${name}: ${line}`),
    );
    expect(lines.filter((line) => others.test(line))).toEqual([]);
    expect(lines.filter((line) => line.toLowerCase().includes(word)).length).toBeGreaterThan(1);
  });
});

/** A column of a list on the screen, and of the file that is made of it. */
const COLUMNS: readonly (readonly [list: Parameters<typeof headingOf>[0], text: string, column: string])[] = [
  ['registrations', 'registrations.columns.name', 'name'],
  ['registrations', 'registrations.columns.unit', 'unitName'],
  ['registrations', 'registrations.columns.cycle', 'cycleName'],
  ['registrations', 'registrations.columns.field', 'fieldName'],
  ['registrations', 'registrations.columns.tags', 'programmeTagNames'],
  ['registrations', 'registrations.columns.subjectType', 'subjectType'],
  ['registrations', 'registrations.columns.status', 'status'],
  ['registrations', 'registrations.columns.since', 'statusSince'],
  ['registrations', 'registrations.columns.due', 'dueOn'],
  ['registrations', 'registrations.columns.submittedOn', 'submittedOn'],
  ['registrations', 'registrations.columns.registeredOn', 'registeredOn'],
  ['registrations', 'registrations.columns.decision', 'documentNumber'],
  ['registrations', 'registrations.columns.decidedOn', 'decidedOn'],
  ['registrations', 'registrations.columns.typical', 'typical'],
  ['registrations', 'registrations.columns.origin', 'originKind'],
  ['registrations', 'registrations.columns.source', 'originName'],
  ['models', 'models.name', 'name'],
  ['models', 'models.unit', 'unitName'],
  ['models', 'models.field', 'fieldName'],
  ['models', 'models.subjectType', 'subjectType'],
  ['models', 'models.year', 'year'],
  ['decisions', 'decisions.number', 'numberText'],
  ['decisions', 'decisions.issuedOn', 'issuedOn'],
  ['decisions', 'decisions.name', 'title'],
  ['decisions', 'decisions.act', 'act'],
  ['decisions', 'decisions.body', 'unitName'],
  ['decisions', 'decisions.itemCount', 'itemCount'],
  ['decisions', 'decisions.status', 'status'],
  ['commendations', 'commendations.recipient', 'recipientName'],
  ['commendations', 'commendations.recipientType', 'recipientType'],
  ['commendations', 'commendations.form', 'form'],
  ['commendations', 'commendations.unit', 'unitName'],
  ['commendations', 'commendations.status', 'status'],
  ['commendations', 'commendations.since', 'statusSince'],
  ['commendations', 'commendations.decision', 'documentNumber'],
  ['reports', 'reports.unit', 'unitName'],
  ['reports', 'reports.receiver', 'receiverName'],
  ['reports', 'reports.due', 'dueOn'],
  ['reports', 'reports.standing', 'standing'],
  ['reports', 'reports.status', 'status'],
  ['reports', 'reports.submittedOn', 'submittedOn'],
  ['audit', 'audit.recorded', 'recordedAt'],
  ['audit', 'audit.who', 'actorName'],
  ['audit', 'audit.what', 'sentence'],
  ['audit', 'audit.document', 'document'],
  ['audit', 'audit.about', 'subjectName'],
];

const textAt = (texts: object, path: string): unknown =>
  path.split('.').reduce<unknown>((within, key) => (within as Readonly<Record<string, unknown>>)[key], texts);

describe('a list that is taken out', () => {
  it.each(COLUMNS)('%s: %s is called in the file as on the screen', (list, text, column) => {
    expect(headingOf(list, column)).toEqual([textAt(vi, text), textAt(en, text)]);
  });
});
