import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pino } from 'pino';
import { UnusableFile } from '#papers';
import { createImporterProcess, type ImporterProcess } from './importer-process.ts';

const IDLE_MS = 1000;

/** Plays the importer's part: the id of the import says what happens. */
const PROGRAM = `
  import { existsSync, writeFileSync } from 'node:fs';
  process.on('message', (asked) => {
    if (asked === 'wake') return;
    const { request, path, importId } = asked;
    if (importId === 'breaks') process.exit(7);
    if (importId === 'breaks once' && !existsSync(path + '.tried')) {
      writeFileSync(path + '.tried', '');
      process.exit(7);
    }
    if (importId === 'unusable') process.send({ request, failure: { vi: 'hỏng', en: 'damaged' } });
    else {
      writeFileSync(path, String(process.pid));
      process.send({ request });
    }
  });
  process.on('disconnect', () => process.exit(0));
`;

let folder: string;
let importer: ImporterProcess;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kheo-importer-'));
  const program = join(folder, 'importer.mjs');
  await writeFile(program, PROGRAM);
  const logger = pino({ level: 'silent' });
  importer = createImporterProcess({ logger, program, idleMs: IDLE_MS, againMs: 0 });
});
afterEach(async () => {
  await importer.stop();
  await rm(folder, { recursive: true });
});

let lists = 0;
/** Asks for a list; answers which process wrote it. */
const written = async (importId = 'good'): Promise<number> => {
  lists += 1;
  const path = join(folder, String(lists));
  await importer.writeReturned({ importId, language: 'vi', path });
  return Number(await readFile(path, 'utf8'));
};

const isThere = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

describe('the process of an importer', () => {
  it('is one, however much is asked of it at once', async () => {
    const pids = await Promise.all([written(), written(), written()]);
    expect(new Set(pids).size).toBe(1);
  });

  it('says what is the matter with a file', async () => {
    await expect(written('unusable')).rejects.toThrow(UnusableFile);
    await expect(written('unusable')).rejects.toMatchObject({ vi: 'hỏng', en: 'damaged' });
  });

  it('that breaks down answers so, whatever was asked of it, and the next one does the next', async () => {
    const first = await written();
    const asked = await Promise.allSettled([written('breaks'), written('breaks')]);
    expect(asked.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(await written()).not.toBe(first);
  });

  it('that breaks down is asked once more', async () => {
    expect(await written('breaks once')).toBeGreaterThan(0);
  });

  it('is ended once it has been idle, not while it is asked, and started again when it is needed', async () => {
    const first = await written();
    importer.leaveIdle();
    expect(await written()).toBe(first);
    await sleep(2 * IDLE_MS);
    importer.leaveIdle();
    const next = await written();
    expect([next === first, isThere(first), isThere(next)]).toEqual([false, false, true]);
  });

  it('is gone once it was stopped', async () => {
    const pid = await written();
    await importer.stop();
    expect(isThere(pid)).toBe(false);
  });
});
