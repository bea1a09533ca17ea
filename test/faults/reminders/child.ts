import { spawn, type ChildProcess, type SpawnOptions } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { pause } from '../seed.ts';

/** A program of the run in a process of its own. One that ends by itself is started again, as a supervisor does. */
export interface Child {
  /** Its first line says that it has begun. */
  start(): Promise<string>;
  /** It stays dead until it is started again. */
  kill9(): Promise<void>;
}

const loader = fileURLToPath(new URL('../processes/with-decorators.mjs', import.meta.url));
const RESTART_MS = 200;
/** Its database may be down for some seconds. */
const MOST_TRIES = 30;

/** `file` relative to this folder. `broken` names a build of `broken/broken-builds.mjs`. */
export function childOf(file: string, args: readonly string[], broken?: string): Child {
  const program = fileURLToPath(new URL(file, import.meta.url));
  const flags = ['--conditions=source', '--no-warnings', ...(broken === undefined ? [] : ['--import', loader])];
  const env = { ...process.env, ...(broken === undefined ? {} : { KHEO_BROKEN_BUILD: broken }) };
  const options: SpawnOptions = { env, stdio: ['ignore', 'pipe', LOUD ? 'inherit' : 'ignore'] };
  let child: ChildProcess | undefined;
  let life = 0;

  /** Until it says its first line, or another life begins. */
  const live = async (own: number): Promise<string> => {
    for (let tries = 0; own === life; tries += 1) {
      if (tries === MOST_TRIES) throw new Error(`${file} does not start; KHEO_LOG_LEVEL=warn shows why`);
      const mine = spawn(process.execPath, [...flags, program, ...args], options);
      child = mine;
      const line = await firstLine(mine);
      if (line !== undefined) {
        mine.once('exit', () => void revive(own));
        return line;
      }
      await pause(RESTART_MS);
    }
    return '';
  };
  /** What stays dead shows in what it did not do. */
  const revive = async (own: number): Promise<void> => {
    await pause(RESTART_MS);
    await live(own).catch(() => undefined);
  };
  return {
    start: () => live(++life),
    kill9: async () => {
      life += 1;
      if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
      const gone = once(child, 'exit');
      child.kill('SIGKILL');
      await gone;
    },
  };
}

/** What a program says that was started while its database was down is of interest to nobody, as a rule. */
const LOUD = process.env.KHEO_LOG_LEVEL !== undefined;

async function firstLine({ stdout }: ChildProcess): Promise<string | undefined> {
  if (stdout === null) return undefined;
  for await (const line of createInterface({ input: stdout })) {
    stdout.resume();
    return line;
  }
  return undefined;
}
