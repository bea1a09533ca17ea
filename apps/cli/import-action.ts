import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { UnusableFile } from '#papers';
import { createApiClient, type ApiClient } from './client/api-client.ts';
import { runImport, type ImportRequest } from './import-command.ts';
import { problemText } from './import/rows.ts';
import { progressBar } from './progress.ts';
import { askSecret } from './prompt.ts';

/** The flags as the command line gives them. */
export interface ImportFlags {
  readonly url: string;
  readonly user: string;
  readonly dryRun: boolean;
  readonly out?: string;
  readonly cycle?: string;
  readonly unit?: string;
}

const signIn = async (client: ApiClient, user: string, password: string): Promise<void> => {
  let answer = await client.signIn(user, password);
  if (!answer.ok && answer.problem.code === 'second-factor-required')
    answer = await client.signIn(
      user,
      password,
      await askSecret('KHEO_CODE', 'Mã của ứng dụng xác thực / code of the app: '),
    );
  if (!answer.ok) throw new UnusableFile(problemText(answer.problem), answer.problem.code);
};

/** `kheo import …`: exits with 1 when a row failed. */
export const importAction = async (options: ImportFlags & Pick<ImportRequest, 'kind' | 'file'>): Promise<void> => {
  const client = createApiClient(options.url, { sleep, newId: randomUUID });
  const password = await askSecret('KHEO_PASSWORD', `Mật khẩu của ${options.user} / password: `);
  await signIn(client, options.user, password);
  const { summary, ignored, out } = await runImport(
    {
      kind: options.kind,
      file: options.file,
      dryRun: options.dryRun,
      ...(options.out === undefined ? {} : { out: options.out }),
      ...(options.cycle === undefined ? {} : { cycleId: options.cycle }),
      ...(options.unit === undefined ? {} : { unitId: options.unit }),
    },
    client,
    progressBar(options.dryRun ? 'Đang kiểm tra' : 'Đang nhập'),
  );
  const { created, changed, unchanged, failed } = summary;
  const heading = options.dryRun ? 'Kiểm tra thử, chưa ghi gì' : 'Đã nhập xong';
  process.stdout.write(
    `${heading}: ${String(created)} mới, ${String(changed)} cập nhật, ${String(unchanged)} không đổi, ${String(failed)} lỗi.\n` +
      `Tệp kết quả: ${out}\n${ignoredText(ignored)}`,
  );
  if (failed > 0) process.exitCode = 1;
};

/** What was in the list and went nowhere: a heading may only be misspelt. */
const ignoredText = (headings: readonly string[]): string => {
  if (headings.length === 0) return '';
  const named = headings.map((heading) => `"${heading}"`).join(', ');
  return `Cột không dùng đến: ${named}. Các tên cột được nhận: docs/how-to/import-a-list.md\nColumns that were not used: ${named}. For the headings that are taken see that page.\n`;
};
