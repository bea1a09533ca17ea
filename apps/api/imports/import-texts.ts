import type { Import, ImportedRow, Remark, RowKind } from '#imports';
import { REGISTRATION_COLUMNS, UNIT_COLUMNS, type RowOutcome } from '#papers';
import { REFUSALS, refusalText, type Language, type Sentence } from '#problems';
import type { Answers } from '../reading/answers.ts';

const DONE: Readonly<Record<RowKind, Sentence>> = {
  created: { vi: 'Đã tạo mới', en: 'Created' },
  changed: { vi: 'Đã cập nhật', en: 'Changed' },
  unchanged: { vi: 'Không đổi', en: 'Unchanged' },
  kept: { vi: 'Giữ nguyên', en: 'Kept' },
  failed: { vi: 'LỖI', en: 'ERROR' },
};
const TRIED: Readonly<Record<RowKind, Sentence>> = {
  ...DONE,
  created: { vi: 'Sẽ tạo mới', en: 'Would be created' },
  changed: { vi: 'Sẽ cập nhật', en: 'Would be changed' },
};

/** An import as it is told to people. */
export const importAnswer = (one: Import, language: Language): Answers['Import'] => ({
  id: one.id,
  kind: one.kind,
  fileName: one.fileName,
  size: one.size,
  sheet: one.readSheet ?? one.sheet ?? null,
  cycleId: one.cycleId ?? null,
  unitId: one.unitId ?? null,
  dryRun: one.dryRun,
  personId: one.by.personId,
  status: one.status,
  done: one.done,
  total: one.total ?? null,
  counts: one.counts,
  ignored: one.ignored,
  notices: one.notices.map((notice) => notice[language]),
  createdAt: one.createdAt,
  startedAt: one.startedAt ?? null,
  endedAt: one.endedAt ?? null,
  position: one.position ?? null,
});

/** What became of a row, in one line, and the columns it is about. */
export const rowOutcome = (one: Import, row: ImportedRow, language: Language): RowOutcome => {
  const said = (one.dryRun ? TRIED : DONE)[row.kind][language];
  const remarks = row.remarks.map((remark) => remarkText(one, remark, language));
  const joint = row.kind === 'failed' ? ': ' : ' – ';
  return {
    text: remarks.length === 0 ? said : `${said}${joint}${remarks.join(' · ')}`,
    good: row.kind !== 'failed',
    cells: [...new Set(row.remarks.flatMap(({ keys = [] }) => keys))],
  };
};

const remarkText = (one: Import, remark: Remark, language: Language): string => {
  if (!('reason' in remark)) return remark[language];
  const sentence = refusalText(REFUSALS[remark.reason], remark.params)[language];
  const columns = one.kind === 'units' ? UNIT_COLUMNS : REGISTRATION_COLUMNS;
  const [own] = columns.find(({ key }) => key === remark.keys?.[0])?.headers ?? [];
  const heading = remark.heading ?? own;
  return heading === undefined ? sentence : `${language === 'vi' ? 'Cột' : 'Column'} "${heading}": ${sentence}`;
};
