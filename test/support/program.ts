import { spawn, type ChildProcess, type SpawnOptions } from 'node:child_process';
import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** A program in a process of its own. */
export interface Program {
  readonly child: ChildProcess;
  /** Everything said so far, on both outputs. */
  readonly said: () => string;
  /** The exit code, `null` when it was killed; once nothing has its output any more: whatever it started has ended too. */
  readonly exited: Promise<number | null>;
}

/** Starts a program of `dist`, or another script by its whole path, as its users do. */
export const startProgram = (path: string, args: readonly string[], env: Readonly<Record<string, string>>): Program =>
  startNode(['--enable-source-maps', resolve('dist', path), ...args], env);

/** Starts this Node with its own arguments. */
export const startNode = (args: readonly string[], env: Readonly<Record<string, string>>): Program =>
  start(process.execPath, args, env);

/** Starts any command, found as a shell would. */
export const start = (
  command: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  where: Pick<SpawnOptions, 'cwd' | 'detached'> = {},
): Program => {
  const child = spawn(command, args, {
    ...where,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout.on('data', (chunk) => (output += String(chunk)));
  child.stderr.on('data', (chunk) => (output += String(chunk)));
  const exited = new Promise<number | null>((done) => child.once('close', done));
  return { child, said: () => output, exited };
};

/** Waits until a program says something. @throws when it ends before */
export const untilSaid = async (program: Program, text: RegExp): Promise<RegExpExecArray> => {
  for (;;) {
    const found = text.exec(program.said());
    if (found !== null) return found;
    if (program.child.exitCode !== null) throw new Error(`ended before saying ${String(text)}:\n${program.said()}`);
    await sleep(50);
  }
};
