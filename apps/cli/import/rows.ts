import type { ListFile, ListRow } from '#papers';
import type { Answer, ApiClient, CommandAnswer, Problem } from '../client/api-client.ts';

/** What became of one row. */
export type RowResult =
  { readonly kind: 'created' | 'changed' | 'unchanged' } | { readonly kind: 'failed'; readonly message: string };

export interface ImportSummary {
  readonly created: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly failed: number;
}

export interface ImportOptions {
  readonly client: ApiClient;
  readonly dryRun: boolean;
  /** Called after each row with how many are done of how many. */
  readonly onProgress: (done: number, total: number) => void;
}

const PARALLEL = 8;

/** Runs `act` on every row, several at a time, and counts what became of them. Rows of one `group` go one after another, in order. */
export const importRows = async (
  list: ListFile,
  options: ImportOptions,
  groupOf: (row: ListRow) => string,
  act: (row: ListRow) => Promise<RowResult>,
): Promise<{ readonly summary: ImportSummary; readonly results: ReadonlyMap<number, RowResult> }> => {
  const groups = [...Map.groupBy(list.rows, groupOf).values()];
  const results = new Map<number, RowResult>();
  const worker = async (): Promise<void> => {
    for (let group = groups.shift(); group !== undefined; group = groups.shift()) {
      for (const row of group) {
        results.set(row.line, unreadable(row) ?? lostLetters(row) ?? (await act(row)));
        options.onProgress(results.size, list.rows.length);
      }
    }
  };
  await Promise.all(Array.from({ length: PARALLEL }, worker));
  const count = (kind: RowResult['kind']) => [...results.values()].filter((result) => result.kind === kind).length;
  const summary = {
    created: count('created'),
    changed: count('changed'),
    unchanged: count('unchanged'),
    failed: count('failed'),
  };
  return { summary, results };
};

const unreadable = ({ faults }: ListRow): RowResult | undefined =>
  faults.length === 0 ? undefined : failed(faults.map(({ cell, vi }) => `Ô ${cell} ${vi}`).join(' · '));

/** U+FFFD stands where a program read the list in the wrong encoding: what stood there cannot be known. */
const lostLetters = ({ cells }: ListRow): RowResult | undefined => {
  const cell = Object.values(cells).find((text) => text.includes('\uFFFD'));
  return cell === undefined
    ? undefined
    : failed(`Ô "${cell}" có chữ đã mất (U+FFFD): hãy lưu lại danh sách từ bản gốc dạng "CSV UTF-8"`);
};

export const failed = (message: string): RowResult => ({ kind: 'failed', message });

/** The sentence for the result column. */
export const resultText = (result: RowResult, dryRun: boolean): string => {
  switch (result.kind) {
    case 'created':
      return dryRun ? 'Sẽ tạo mới' : 'Đã tạo mới';
    case 'changed':
      return dryRun ? 'Sẽ cập nhật' : 'Đã cập nhật';
    case 'unchanged':
      return 'Không đổi';
    case 'failed':
      return `LỖI: ${result.message}`;
  }
};

/** What the server answered, as the result of a row. */
export const resultOf = (answer: Answer<CommandAnswer>, kind: 'created' | 'changed'): RowResult =>
  answer.ok ? { kind } : failed(problemText(answer.problem));

/** A refusal in one line: the sentence, then each field with its rule. */
export const problemText = (problem: Problem): string =>
  [problem.detail, ...problem.errors.map((error) => `${error.pointer}: ${error.message}`)].join(' · ');
