import { deriveId } from '#engine';
import { fold } from '#domain';
import { REGISTRATION_TEXTS, SUBJECT_TYPES, UnusableFile, type ListFile, type ListRow } from '#papers';
import type { ApiClient } from '../client/api-client.ts';
import { failed, importRows, problemText, resultOf, type ImportOptions, type RowResult } from './rows.ts';
import { importId } from './import-id.ts';

/** What the list's words mean in one cycle. */
export interface RegistrationTarget {
  readonly cycleId: string;
  /** The unit of rows that name none. */
  readonly unitId?: string;
  /** Unit ids by folded name and by administrative code. */
  readonly units: ReadonlyMap<string, string>;
  /** Codes by folded code and folded name, from the regulation in force. */
  readonly fields: ReadonlyMap<string, string>;
  readonly programmeTags: ReadonlyMap<string, string>;
}

/**
 * Registers the models of a list as drafts. A row is known by its code, or else by its unit and the model's name: the
 * same row again changes nothing, a changed row revises its draft, a row whose registration has gone further is
 * refused.
 */
export const importRegistrations = (list: ListFile, target: RegistrationTarget, options: ImportOptions) =>
  importRows(
    list,
    options,
    (row) => rowKey(row, target),
    (row) => importRow(row, target, options),
  );

const rowKey = (row: ListRow, target: RegistrationTarget): string =>
  [target.cycleId, fold(row.cells.unit ?? ''), fold(row.cells.row ?? '') || fold(row.cells.name ?? '')].join('|');

const importRow = async (row: ListRow, target: RegistrationTarget, options: ImportOptions): Promise<RowResult> => {
  const read = readForm(row, target);
  if ('problems' in read) return failed(read.problems.join(' · '));
  const { unitId, form } = read;
  const commandId = importId(`registration|${rowKey(row, target)}|${unitId}`);
  const id = deriveId(commandId, 'registration');
  const existing = await options.client.get<{ readonly dossier: { readonly form: object }; readonly revision: number }>(
    `/api/registrations/${id}`,
  );
  if (!existing.ok && existing.problem.status !== 404) return failed(problemText(existing.problem));
  if (!existing.ok) {
    const body = { cycleId: target.cycleId, unitId, form };
    const command = { idempotencyKey: commandId, dryRun: options.dryRun };
    return resultOf(await options.client.post('/api/registrations', body, command), 'created');
  }
  if (sameForm(existing.body.dossier.form, form)) return { kind: 'unchanged' };
  const command = { ifMatch: existing.body.revision, dryRun: options.dryRun };
  return resultOf(await options.client.post(`/api/registrations/${id}/revise`, { form }, command), 'changed');
};

type Form = Readonly<Record<string, string | readonly string[]>>;

const readForm = (
  row: ListRow,
  target: RegistrationTarget,
): { readonly unitId: string; readonly form: Form } | { readonly problems: readonly string[] } => {
  const problems: string[] = [];
  const lookUp = (words: ReadonlyMap<string, string>, text: string, column: string): string => {
    const found = words.get(fold(text));
    if (found === undefined) problems.push(`Cột "${column}": không có "${text}" trong danh mục`);
    return found ?? '';
  };
  const { name = '', unit = '', subjectType = '', field = '', programmeTags = '' } = row.cells;
  if (name === '') problems.push('Cột "Tên mô hình": bắt buộc');
  if (unit === '' && target.unitId === undefined) problems.push('Cột "Đơn vị": bắt buộc');
  const unitId = unit === '' ? (target.unitId ?? '') : lookUp(target.units, unit, 'Đơn vị');
  const tags = programmeTags
    .split(/[;,]/u)
    .map((tag) => tag.trim())
    .filter((tag) => tag !== '');
  const form: Form = {
    name,
    subjectType: lookUp(new Map(Object.entries(SUBJECT_TYPES)), subjectType, 'Loại'),
    field: lookUp(target.fields, field, 'Lĩnh vực'),
    programmeTags: tags.map((tag) => lookUp(target.programmeTags, tag, 'Chương trình gắn với')),
    ...Object.fromEntries(
      REGISTRATION_TEXTS.flatMap((key) => {
        const text = row.cells[key] ?? '';
        return text === '' ? [] : [[key, text]];
      }),
    ),
  };
  return problems.length > 0 ? { problems } : { unitId, form };
};

const sameForm = (left: object, right: object): boolean => canonical(left) === canonical(right);

const canonical = (form: object): string => JSON.stringify(Object.entries(form).sort(([a], [b]) => (a < b ? -1 : 1)));

/** Asks the server what the list's words mean in a cycle. Throws {@link UnusableFile} when the cycle cannot be read. */
export const readTarget = async (client: ApiClient, cycleId: string, unitId?: string): Promise<RegistrationTarget> => {
  const cycle = await client.get<{ readonly regulationId: string }>(`/api/cycles/${cycleId}`);
  if (!cycle.ok) throw new UnusableFile(problemText(cycle.problem), cycle.problem.code);
  const regulation = await client.get<{
    readonly content: Record<'fields' | 'programmeTags', readonly { readonly code: string; readonly name: string }[]>;
  }>(`/api/regulations/${cycle.body.regulationId}`);
  if (!regulation.ok) throw new UnusableFile(problemText(regulation.problem), regulation.problem.code);
  const words = (list: readonly { readonly code: string; readonly name: string }[]) =>
    new Map(
      list.flatMap(
        ({ code, name }) =>
          [
            [fold(code), code],
            [fold(name), code],
          ] as const,
      ),
    );
  return {
    cycleId,
    ...(unitId === undefined ? {} : { unitId }),
    units: await readUnits(client),
    fields: words(regulation.body.content.fields),
    programmeTags: words(regulation.body.content.programmeTags),
  };
};

interface UnitRow {
  readonly id: string;
  readonly name: string;
  readonly adminUnitCode?: string | null;
}

/** Every unit by folded name and by administrative code. A name that two units bear names neither. */
export const readUnits = async (client: ApiClient): Promise<ReadonlyMap<string, string>> => {
  const units = new Map<string, string>();
  const ambiguous = new Set<string>();
  for (let after: string | null | undefined = ''; after !== null && after !== undefined;) {
    const query: string = after === '' ? '' : `&after=${encodeURIComponent(after)}`;
    const page = await client.get<{ readonly items: readonly UnitRow[]; readonly next?: string | null }>(
      `/api/units?limit=200${query}`,
    );
    if (!page.ok) throw new UnusableFile(problemText(page.problem), page.problem.code);
    for (const unit of page.body.items) {
      const name = fold(unit.name);
      if (units.has(name)) ambiguous.add(name);
      units.set(name, unit.id);
      if (typeof unit.adminUnitCode === 'string') units.set(unit.adminUnitCode, unit.id);
    }
    after = page.body.next;
  }
  for (const name of ambiguous) units.delete(name);
  return units;
};
