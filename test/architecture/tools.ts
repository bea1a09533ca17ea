import { spawn } from 'node:child_process';
import { resolve } from 'node:path';

export const root = resolve(import.meta.dirname, '../..');
export const fixtures = resolve(import.meta.dirname, 'fixtures');

/** Runs a script with this Node in a folder and gives what it printed. */
export function runNode(
  args: readonly string[],
  folder: string,
): Promise<{ readonly stdout: string; readonly stderr: string }> {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, args, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
    child.on('error', fail);
    child.on('close', () => done({ stdout, stderr }));
  });
}

/** Runs a command of a package on a folder with the repository's own configuration, and reads its JSON report. */
export async function report(script: string, args: readonly string[], folder: string): Promise<unknown> {
  const { stdout, stderr } = await runNode([resolve(root, 'node_modules', script), ...args], folder);
  if (stdout === '') throw new Error(stderr);
  return JSON.parse(stdout);
}
