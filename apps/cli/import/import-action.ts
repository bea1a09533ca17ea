import { randomUUID } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { createApiClient, type ApiClient } from '../client/api-client.ts';
import { Refused } from '../client/refused.ts';
import { progressBar } from '../progress.ts';
import { askSecret } from '../prompt.ts';
import {
  followImport,
  returnedName,
  saveReturned,
  sendList,
  type ImportRequest,
  type ImportStanding,
} from './run-import.ts';

/** Where the server is, and who asks. */
export interface ServerFlags {
  readonly url: string;
  readonly user: string;
}

/** The flags as the command line gives them. */
export interface ImportFlags extends ServerFlags {
  readonly dryRun: boolean;
  readonly out?: string;
  readonly sheet?: string;
  readonly cycle?: string;
  readonly unit?: string;
}

/** Milliseconds between two looks at how far an import is. */
const LOOK_MS = 500;

/** `kheo import units|registrations …`: exits with 1 when a row failed, or nothing of the list could be used. */
export const importAction = async (flags: ImportFlags & Pick<ImportRequest, 'kind' | 'file'>): Promise<void> => {
  await refuseUnusable(flags);
  const client = await signIn(flags);
  const { kind, file, dryRun, sheet, cycle, unit } = flags;
  const sent = await sendList(
    {
      ...{ kind, file, dryRun },
      ...(sheet === undefined ? {} : { sheet }),
      ...(cycle === undefined ? {} : { cycleId: cycle }),
      ...(unit === undefined ? {} : { unitId: unit }),
    },
    client,
  );
  await follow(sent, flags.out ?? returnedName(file), client);
};

/** What can be told before anybody is asked for a password. @throws Error in both languages */
const refuseUnusable = async ({ file, cycle, unit }: ImportFlags & Pick<ImportRequest, 'file'>): Promise<void> => {
  const isFile = await stat(file).then(
    (found) => found.isFile(),
    () => false,
  );
  if (!isFile)
    throw new Error(`Không có tệp ${file}: hãy xem lại đường dẫn. / There is no file ${file}: see the path.`);
  refuseName('--cycle', cycle, 'GET /api/cycles');
  refuseName('--unit', unit, 'GET /api/units');
};

/** An id is asked for, and no name. @throws Error in both languages */
export const refuseName = (flag: string, id: string | undefined, route: string): void => {
  if (id !== undefined && !ID.test(id))
    throw new Error(
      `${flag} nhận mã định danh (id), không nhận tên "${id}": id xem ở ${route}. / ${flag} takes an id, not the name "${id}": ${route} tells it.`,
    );
};

const ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/iu;

/** `kheo import follow <id>`: finds an import again that goes on, or went on, in the server. */
export const followAction = async (id: string, flags: ServerFlags & { readonly out?: string }): Promise<void> => {
  const client = await signIn(flags);
  const found = await client.get<ImportStanding>(`/api/imports/${encodeURIComponent(id)}`);
  if (!found.ok) throw new Refused(found.problem);
  await follow(found.body, flags.out ?? returnedName(found.body.fileName), client);
};

const follow = async ({ id, dryRun }: ImportStanding, out: string, client: ApiClient): Promise<void> => {
  const left = (): void => {
    process.stderr.write(
      `\nLần nhập vẫn chạy tiếp trên máy chủ; xem lại bằng: kheo import follow ${id}\nThe import goes on in the server; find it again with that command.\n`,
    );
    process.exit(130);
  };
  process.once('SIGINT', left);
  const over = await followImport(id, client, {
    onProgress: progressBar(dryRun ? 'Đang kiểm tra' : 'Đang nhập'),
    pause: () => sleep(LOOK_MS),
  });
  process.off('SIGINT', left);
  if (over.status !== 'UNUSABLE') await saveReturned(over, out, client);
  process.stdout.write(reportOf(over, out));
  if (over.status !== 'ENDED' || over.counts.failed > 0) process.exitCode = 1;
};

const HEADINGS: Readonly<Record<ImportStanding['status'], string>> = {
  QUEUED: 'Đang chờ',
  RUNNING: 'Đang chạy',
  ENDED: 'Đã nhập xong',
  CANCELLED: 'Đã dừng giữa chừng',
  UNUSABLE: 'Không dùng được tệp này',
};

const reportOf = ({ status, dryRun, counts, notices, ignored }: ImportStanding, out: string): string => {
  const { created, changed, unchanged, kept, failed } = counts;
  const heading = dryRun && status === 'ENDED' ? 'Kiểm tra thử, chưa ghi gì' : HEADINGS[status];
  const told = notices.map((notice) => `${notice}\n`).join('');
  if (status === 'UNUSABLE') return `${heading}.\n${told}`;
  return (
    `${heading}: ${String(created)} mới, ${String(changed)} cập nhật, ${String(unchanged)} không đổi, ${String(kept)} giữ nguyên vì đã sửa tay, ${String(failed)} lỗi.\n` +
    `Tệp kết quả: ${out}\n${told}${ignoredText(ignored)}`
  );
};

/** What was in the list and went nowhere: a heading may only be misspelt. */
const ignoredText = (headings: readonly string[]): string => {
  if (headings.length === 0) return '';
  const named = headings.map((heading) => `"${heading}"`).join(', ');
  return `Cột không dùng đến: ${named}. Các tên cột được nhận: docs/how-to/import-a-list.md\nColumns that were not used: ${named}. For the headings that are taken see that page.\n`;
};

/** Signs in with the password and the code that are set or asked for. @throws Refused */
export const signIn = async ({ url, user }: ServerFlags): Promise<ApiClient> => {
  const client = createApiClient(url, { sleep, newId: randomUUID });
  const password = await askSecret('KHEO_PASSWORD', `Mật khẩu của ${user} / password: `);
  let answer = await client.signIn(user, password);
  if (!answer.ok && answer.problem.code === 'second-factor-required')
    answer = await client.signIn(
      user,
      password,
      await askSecret('KHEO_CODE', 'Mã của ứng dụng xác thực / code of the app: '),
    );
  if (!answer.ok) throw new Refused(answer.problem);
  return client;
};
