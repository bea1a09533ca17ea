import { spawn, type ChildProcess } from 'node:child_process';
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

/** `file` relative to this folder. `broken` names a build of `broken/broken-builds.mjs`. */
export function childOf(file: string, args: readonly string[], broken?: string): Child {
  const program = fileURLToPath(new URL(file, import.meta.url));
  const flags = ['--conditions=source', '--no-warnings', ...(broken === undefined ? [] : ['--import', loader])];
  const env = { ...process.env, ...(broken === undefined ? {} : { KHEO_BROKEN_BUILD: broken }) };
  const options = { env, stdio: ['ignore', 'pipe', LOUD ? 'inherit' : 'ignore'] } as const;
  let wanted = false;
  let child: ChildProcess | undefined;

  const start = async (): Promise<string> => {
    wanted = true;
    while (wanted) {
      const own = (child = spawn(process.execPath, [...flags, program, ...args], options));
      const line = await firstLine(own);
      if (line !== undefined) {
        own.once('exit', () => void revive());
        return line;
      }
      await pause(RESTART_MS);
    }
    return '';
  };
  const revive = async (): Promise<void> => {
    await pause(RESTART_MS);
    if (wanted) await start();
  };
  return {
    start,
    kill9: async () => {
      wanted = false;
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
