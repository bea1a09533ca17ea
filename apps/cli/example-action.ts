import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { exampleList, REGISTRATION_COLUMNS, REGISTRATION_EXAMPLES, UNIT_COLUMNS, UNIT_EXAMPLES } from '#papers';
import { Refused } from './client/refused.ts';
import { refuseName, signIn, type ServerFlags } from './import/import-action.ts';

const EXAMPLES = {
  units: { file: 'vi-du-don-vi.xlsx', columns: UNIT_COLUMNS, rows: UNIT_EXAMPLES },
  registrations: { file: 'vi-du-mo-hinh.xlsx', columns: REGISTRATION_COLUMNS, rows: REGISTRATION_EXAMPLES },
};

/** The lists of which there is an example. */
export const EXAMPLE_KINDS = Object.keys(EXAMPLES);

/** Where what an example offers is asked for; without a cycle nobody is asked. */
export interface ExampleSource extends Pick<ServerFlags, 'url'> {
  readonly user?: string;
  readonly cycle?: string;
}

/** `kheo import --example …`: a workbook to begin with, in the folder where one stands; nothing is written over. */
export const exampleAction = async (kind: string, { cycle, user, url }: ExampleSource): Promise<void> => {
  const { file, ...example } = EXAMPLES[kind as keyof typeof EXAMPLES];
  if (existsSync(file)) throw new Error(`Đã có tệp ${file}: hãy đổi tên tệp ấy.\nThere is a file ${file}: rename it.`);
  if (cycle === undefined) await exampleList(file, example);
  else await writeFile(file, await askedFor({ kind, cycle, user, url }), { flag: 'wx' });
  process.stdout.write(`Tệp ví dụ: ${file}\nAn example to fill in: ${file}\n`);
};

const askedFor = async ({
  kind,
  cycle,
  user,
  url,
}: {
  readonly kind: string;
  readonly cycle: string;
  readonly user: string | undefined;
  readonly url: string;
}): Promise<Buffer> => {
  refuseName('--cycle', cycle, 'GET /api/cycles');
  if (user === undefined)
    throw new Error(
      '--cycle cần --user: máy chủ chỉ trả lời người đăng nhập. / --cycle takes --user: the server answers who is signed in.',
    );
  const client = await signIn({ url, user });
  const answer = await client.download(`/api/imports/example?kind=${kind}&cycleId=${cycle}`);
  if (!answer.ok) throw new Refused(answer.problem);
  return answer.body;
};
