import { spawn } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';

export const root = resolve(import.meta.dirname, '../..');

/** The Node that package.json pins; it exists once the packages are installed. */
export function pinnedNode() {
  const path = join(root, 'node_modules/node/bin', process.platform === 'win32' ? 'node.exe' : 'node');
  if (!existsSync(path)) throw new Error('The pinned Node is missing: run `npm install` first.');
  return path;
}

/** The environment in which packages' commands and the pinned Node are found first. */
function environment() {
  return { ...process.env, PATH: [join(root, 'node_modules/.bin'), process.env.PATH].join(delimiter) };
}

/**
 * Runs a command in the repository, with `env` added to its environment. With `quiet` the output is kept and given back, else it is passed through.
 * Resolves with the exit code; never rejects because of a failing command.
 */
export function run(command, args, { quiet = false, env = {} } = {}) {
  return new Promise((done) => {
    const child = spawn(command, args, {
      cwd: root,
      env: { ...environment(), ...env },
      stdio: quiet ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
      shell: process.platform === 'win32',
    });
    let output = '';
    child.stdout?.on('data', (chunk) => (output += chunk));
    child.stderr?.on('data', (chunk) => (output += chunk));
    child.on('error', (error) => done({ code: 127, output: String(error) }));
    child.on('close', (code) => done({ code: code ?? 1, output }));
  });
}

/** Packages as the lockfile has them. Not `npm ci`: it refuses a lockfile that lacks another platform's binaries. */
export function install() {
  return run('npm', ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error']);
}

/** The same, but at once when nothing has changed since the last time. */
export async function installIfStale() {
  const changed = (path) => statSync(join(root, path), { throwIfNoEntry: false })?.mtimeMs ?? 0;
  const last = changed('node_modules/.package-lock.json');
  if (last > changed('package.json') && last > changed('package-lock.json')) return { code: 0 };
  process.stdout.write('Đang cài đặt, khoảng hai phút … · Installing, about two minutes …\n');
  return install();
}
