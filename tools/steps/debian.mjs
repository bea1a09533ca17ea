import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { run } from './run.mjs';

/** Programs that some suites start, each by the package that brings it. */
const SERVERS = ['redis-server', 'chromium', 'openssl'];

/**
 * Installs what is missing of them, where that is possible: Debian's packages, as root. A suite that needs one and does
 * not find it fails by itself.
 */
export async function installServers() {
  const missing = SERVERS.filter((program) => !isThere(program));
  if (missing.length === 0 || process.getuid?.() !== 0 || !isThere('apt-get')) return;
  console.log(`installing ${missing.join(' ')}`);
  const options = { quiet: true, env: { DEBIAN_FRONTEND: 'noninteractive' } };
  await run('apt-get', ['update', '-qq'], options);
  const installed = await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...missing], options);
  if (installed.code !== 0)
    console.log(`could not install ${missing.join(' ')}; going on without\n${installed.output}`);
}

function isThere(program) {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, program), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}
