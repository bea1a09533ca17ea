import { chmod, mkdir, mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { reachableCopy } from './copy.ts';
import { startEmbeddedPostgres } from './embedded.ts';
import { FALLBACK_DATA_DIR, reachableDataDir } from './reachable-data-dir.ts';

/** Only root's PostgreSQL runs as another user, who may be locked out. */
const IS_ROOT = process.getuid?.() === 0;

let open: string;
let closed: string;
beforeEach(async () => {
  open = await mkdtemp(join(tmpdir(), 'kheo-reach-'));
  closed = join(open, 'home');
  await chmod(open, 0o755);
  await mkdir(closed, { mode: 0o700 });
});
afterEach(() => rm(open, { recursive: true, force: true }));

describe('the data directory', () => {
  it('is the wanted one wherever the user of PostgreSQL can get to it, made already or not', async () => {
    expect(await reachableDataDir(open)).toBe(open);
    expect(await reachableDataDir(join(open, 'to', 'be', 'made'))).toBe(join(open, 'to', 'be', 'made'));
  });

  it('lies outside a home that is closed to the user of PostgreSQL', async () => {
    const wanted = join(closed, 'kheo', 'data');
    expect(await reachableDataDir(wanted)).toBe(IS_ROOT ? FALLBACK_DATA_DIR : wanted);
    expect((await stat(closed)).mode & 0o777).toBe(0o700);
  });

  it('is refused in both languages when it was chosen where PostgreSQL cannot go', async () => {
    const dataDir = join(closed, 'data');
    const start = startEmbeddedPostgres({ dataDir }).then((server) => server.stop());
    if (IS_ROOT) await expect(start).rejects.toThrow(/KHEO_DATA_DIR: .*không vào được.*\n.*cannot reach/);
    else await expect(start).resolves.toBeUndefined();
  }, 60_000);
});

describe("the copy of PostgreSQL's programs", () => {
  const installed = async () => {
    const directory = join(closed, 'package');
    await mkdir(join(directory, 'native', 'bin'), { recursive: true });
    await writeFile(join(directory, 'package.json'), '{"version":"18.0.1"}');
    await writeFile(join(directory, 'native', 'bin', 'postgres'), 'program', { mode: 0o700 });
    return directory;
  };

  it('is made once, whole, for everybody to run and nobody else to change', async () => {
    const directory = await installed();
    const cache = join(open, 'cache');
    const copies = await Promise.all([reachableCopy(directory, cache), reachableCopy(directory, cache)]);
    expect(copies).toEqual([join(cache, 'postgres-18.0.1'), join(cache, 'postgres-18.0.1')]);
    expect(await readdir(cache)).toEqual(['postgres-18.0.1']);
    const program = join(copies[0] ?? '', 'bin', 'postgres');
    expect(await readFile(program, 'utf8')).toBe('program');
    expect((await stat(program)).mode & 0o777).toBe(0o755);
  });

  it('is not used when somebody else could have put programs there', async () => {
    const directory = await installed();
    const cache = join(open, 'cache');
    await mkdir(join(cache, 'postgres-18.0.1'), { recursive: true });
    await chmod(join(cache, 'postgres-18.0.1'), 0o777);
    await expect(reachableCopy(directory, cache)).rejects.toThrow('only root may write to');
    await chmod(join(cache, 'postgres-18.0.1'), 0o755);
    await chmod(cache, 0o777);
    await expect(reachableCopy(directory, cache)).rejects.toThrow('only root may write to');
  });
});
