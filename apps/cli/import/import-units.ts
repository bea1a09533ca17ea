import { fold } from '#domain';
import { deriveId } from '#engine';
import { UNIT_KIND_NAMES, UNIT_KINDS, type ListFile, type ListRow } from '#papers';
import { importId } from './import-id.ts';
import { failed, importRows, problemText, resultOf, type ImportOptions, type RowResult } from './rows.ts';

/**
 * Establishes the units of a list, parents before children. A row is known by its unit code: the same row again changes
 * nothing, a changed name renames the unit, a changed parent moves it, both from the row's date.
 *
 * @param known unit ids by folded name and by administrative code, for parents that stand outside the list
 */
export const importUnits = (list: ListFile, known: ReadonlyMap<string, string>, options: ImportOptions) => {
  const codes = new Set(list.rows.map((row) => fold(row.cells.code ?? '')));
  const parentOf = (row: ListRow): string | undefined => {
    const parent = fold(row.cells.parent ?? '');
    return codes.has(parent) ? unitIdOf(parent) : known.get(parent);
  };
  const results = new Map<string, RowResult['kind']>();
  return importRows(
    { ...list, rows: parentsFirst(list.rows) },
    options,
    () => 'in order',
    async (row) => {
      const parent = fold(row.cells.parent ?? '');
      const above = codes.has(parent) ? (results.get(parent) ?? 'failed') : undefined;
      const result = await importRow(row, { id: parentOf(row), above }, options);
      results.set(fold(row.cells.code ?? ''), result.kind);
      return result;
    },
  );
};

const unitIdOf = (foldedCode: string): string => deriveId(importId(`unit|${foldedCode}`), 'unit');

/** Rows in an order in which a parent stands before its children; rows in a circle keep their place and are refused later. */
const parentsFirst = (rows: readonly ListRow[]): readonly ListRow[] => {
  const byCode = new Map(rows.map((row) => [fold(row.cells.code ?? ''), row]));
  const ordered = new Set<ListRow>();
  const visit = (row: ListRow, path: ReadonlySet<ListRow>): void => {
    if (ordered.has(row) || path.has(row)) return;
    const parent = byCode.get(fold(row.cells.parent ?? ''));
    if (parent !== undefined) visit(parent, new Set([...path, row]));
    ordered.add(row);
  };
  for (const row of rows) visit(row, new Set());
  return [...ordered];
};

interface KnownUnit {
  readonly name: string;
  readonly parentId?: string | null;
  readonly revision: number;
}

/** The unit above a row, and what became of its own row where it stands in the list. */
interface Above {
  readonly id: string | undefined;
  readonly above: RowResult['kind'] | undefined;
}

const importRow = async (row: ListRow, { id: parentId, above }: Above, options: ImportOptions): Promise<RowResult> => {
  const { code = '', name = '', kind = '', parent = '', adminUnitCode = '' } = row.cells;
  const from = isoDate(row.cells.from ?? '');
  const unitKind = UNIT_KINDS[fold(kind)];
  const problems = [
    ...(code === '' ? ['Cột "Mã đơn vị": bắt buộc'] : []),
    ...(name === '' ? ['Cột "Tên đơn vị": bắt buộc'] : []),
    ...(unitKind === undefined ? [`Cột "Loại": không có "${kind}" trong danh mục (${UNIT_KIND_NAMES})`] : []),
    ...(parentId === undefined ? [`Cột "Đơn vị cấp trên": không tìm thấy "${parent}"`] : []),
    ...(above === 'failed' ? [`Cột "Đơn vị cấp trên": "${parent}" chưa nhập được`] : []),
    ...(from === undefined ? ['Cột "Hiệu lực từ": ghi ngày/tháng/năm'] : []),
  ];
  if (problems.length > 0) return failed(problems.join(' · '));
  const commandId = importId(`unit|${fold(code)}`);
  const id = deriveId(commandId, 'unit');
  const existing = await options.client.get<KnownUnit>(`/api/units/${id}`);
  if (existing.ok) return changeUnit(id, existing.body, { name, parentId, from }, options);
  if (existing.problem.status !== 404) return failed(problemText(existing.problem));
  // The parent of a dry run may exist only in the list: what can be said without it has been said.
  if (options.dryRun && above === 'created') return { kind: 'created' };
  const body = { name, kind: unitKind, parentId, from, ...(adminUnitCode === '' ? {} : { adminUnitCode }) };
  return resultOf(
    await options.client.post('/api/units', body, { idempotencyKey: commandId, dryRun: options.dryRun }),
    'created',
  );
};

const changeUnit = async (
  id: string,
  unit: KnownUnit,
  wanted: { readonly name: string; readonly parentId: string | undefined; readonly from: string | undefined },
  options: ImportOptions,
): Promise<RowResult> => {
  const acts = [
    ...(unit.name === wanted.name ? [] : [{ path: 'rename', body: { name: wanted.name, from: wanted.from } }]),
    ...(unit.parentId === wanted.parentId
      ? []
      : [{ path: 'move', body: { parentId: wanted.parentId, from: wanted.from } }]),
  ];
  for (const { path, body } of acts) {
    const answer = await options.client.post(`/api/units/${id}/${path}`, body, { dryRun: options.dryRun });
    if (!answer.ok) return failed(problemText(answer.problem));
  }
  return { kind: acts.length > 0 ? 'changed' : 'unchanged' };
};

/** `02/03/2026`, `2/3/2026` or `2026-03-02` as `2026-03-02`; undefined when it is none of them. */
const isoDate = (text: string): string | undefined => {
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(text);
  if (iso !== null) return text;
  const vietnamese = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/u.exec(text);
  if (vietnamese === null) return undefined;
  const [, day = '', month = '', year = ''] = vietnamese;
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
};
