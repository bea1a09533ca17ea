import { extname } from 'node:path';
import { openList, REGISTRATION_COLUMNS, UNIT_COLUMNS, type ListFile, type RowOutcome } from '#papers';
import type { ApiClient } from './client/api-client.ts';
import { importRegistrations, readTarget, readUnits } from './import/import-registrations.ts';
import { importUnits } from './import/import-units.ts';
import { resultText, type ImportSummary, type RowResult } from './import/rows.ts';

export interface ImportRequest {
  readonly kind: 'units' | 'registrations';
  readonly file: string;
  /** Where the returned file goes; beside the list when absent. */
  readonly out?: string;
  readonly dryRun: boolean;
  /** For registrations: the cycle, and the unit of rows that name none. */
  readonly cycleId?: string;
  readonly unitId?: string;
}

export interface ImportReport {
  readonly summary: ImportSummary;
  /** The headings of columns that were not used. */
  readonly ignored: readonly string[];
  /** The returned file: the list with the column that says what became of each row. */
  readonly out: string;
}

/**
 * Imports a list through the public API and gives the same file back with a result for each row. Rows that fail hold
 * nobody else back. Throws `UnusableFile` when nothing of the list can be used.
 */
export const runImport = async (
  request: ImportRequest,
  client: ApiClient,
  onProgress: (done: number, total: number) => void,
): Promise<ImportReport> => {
  const list = await openList(request.file, request.kind === 'units' ? UNIT_COLUMNS : REGISTRATION_COLUMNS);
  const options = { client, dryRun: request.dryRun, onProgress };
  const { summary, results } =
    request.kind === 'units'
      ? await importUnits(list, await readUnits(client), options)
      : await importRegistrations(list, await readTarget(client, request.cycleId ?? '', request.unitId), options);
  const out = request.out ?? returnedName(request.file);
  await saveResults(list, out, results, request.dryRun);
  return { summary, ignored: list.ignored, out };
};

const saveResults = (list: ListFile, out: string, results: ReadonlyMap<number, RowResult>, dryRun: boolean) => {
  const outcomeOf = (result: RowResult): RowOutcome => ({
    text: resultText(result, dryRun),
    good: result.kind !== 'failed',
  });
  return list.save(out, new Map([...results].map(([line, result]) => [line, outcomeOf(result)])));
};

/** `danh-sach.xlsx` → `danh-sach.ket-qua.xlsx`; a returned file is written over. */
const returnedName = (file: string): string => {
  const extension = extname(file);
  const stem = file.slice(0, file.length - extension.length).replace(/\.ket-qua$/u, '');
  return `${stem}.ket-qua${extension}`;
};
