import { spawn } from 'node:child_process';
import { setInterval } from 'node:timers';

/**
 * Runs a program in this one's place: it is told to stop when this one is, stops when this one is gone or left behind by
 * who started it, and its exit code is this one's.
 */
export function become(program, args, options = {}) {
  const child = spawn(program, args, { ...options, stdio: ['inherit', 'inherit', 'inherit', 'ipc'] });
  // Ctrl-C reaches the child by itself, and this one twice, by the terminal and by npm: passed on as it comes, the second
  // time would mean "at once".
  let told = false;
  process.on('SIGINT', () => (told ||= child.kill('SIGTERM')));
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill('SIGTERM'));
  // Who started it may end without a signal.
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && child.kill('SIGTERM'), 500).unref();
  child.on('exit', (code, signal) => process.exit(signal === 'SIGINT' ? 0 : (code ?? 1)));
}
