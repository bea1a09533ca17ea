import { chmod, mkdir, mkdtemp, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { keepPrivate } from './private-data.ts';

let folder: string;
let data: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kheo-private-'));
  data = join(folder, 'data');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** Makes a file that everybody reads, in folders that everybody enters. */
const openFile = async (path: string, mode = 0o644): Promise<void> => {
  await mkdir(dirname(path), { recursive: true });
  for (let made = dirname(path); made !== folder; made = dirname(made)) await chmod(made, 0o755);
  await writeFile(path, 'x');
  await chmod(path, mode);
};

const modesOf = (paths: readonly string[]): Promise<string[]> =>
  Promise.all(paths.map(async (path) => ((await stat(path)).mode & 0o777).toString(8)));

const mail = () => join(data, 'mail', 'a.eml');
const evidence = () => join(data, 'evidence', 'ab', 'abcd');
const open = async (): Promise<void> => {
  for (const path of [mail(), evidence(), join(data, 'sample.json')]) await openFile(path);
};

/** Root's is entered by the user that PostgreSQL runs as. */
const CLOSED = process.getuid?.() === 0 ? '711' : '700';

it('a data directory of before is closed to others, with all that is ours in it', async () => {
  await open();
  await keepPrivate(data);
  expect(await modesOf([data])).toEqual([CLOSED]);
  expect(await modesOf(['mail', 'evidence', 'evidence/ab'].map((name) => join(data, name)))).toEqual(
    Array<string>(3).fill('700'),
  );
  expect(await modesOf([mail(), evidence(), join(data, 'sample.json')])).toEqual(Array<string>(3).fill('600'));
});

it('is opened to nobody, and PostgreSQL keeps its own', async () => {
  await open();
  await openFile(join(data, 'postgres', 'password'));
  await chmod(mail(), 0o400);
  await chmod(data, 0o700);
  await keepPrivate(data);
  expect(await modesOf([data, mail()])).toEqual(['700', '400']);
  expect(await modesOf([join(data, 'postgres'), join(data, 'postgres', 'password')])).toEqual(['755', '644']);
});

it('that holds other things too, they and what is linked to stay as they are', async () => {
  await open();
  const other = join(data, 'thesis.docx');
  const elsewhere = join(folder, 'elsewhere', 'file');
  await openFile(other);
  await openFile(elsewhere);
  await symlink(elsewhere, join(data, 'mail', 'link.eml'));
  await keepPrivate(data);
  expect(await modesOf([data, other, elsewhere])).toEqual(['755', '644', '644']);
  expect(await modesOf([dirname(mail()), mail()])).toEqual(['700', '600']);
});

it('that is still to be made is nothing', async () => {
  await keepPrivate(data);
  await expect(stat(data)).rejects.toThrow('ENOENT');
});
