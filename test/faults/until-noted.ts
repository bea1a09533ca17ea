import { readFile } from 'node:fs/promises';
import { pause } from './seed.ts';

const PATIENCE_MS = 60_000;

/**
 * Follows a journal, so that a strike comes after so much work, however slow the machine is. What is answered resolves
 * when that many more entries of a kind are there, the last of them since a moment; it throws after a minute.
 */
export function untilNoted(journal: string, kind: string): (more: number) => Promise<void> {
  const count = async (): Promise<number> =>
    (await readFile(journal, 'utf8').catch(() => '')).split(`{"kind":"${kind}"`).length - 1;
  let seen = 0;
  return async (more) => {
    const until = Date.now() + PATIENCE_MS;
    const enough = Math.max(seen + more, (await count()) + 1);
    for (seen = await count(); seen < enough; seen = await count()) {
      if (Date.now() > until) throw new Error(`${seen} of ${enough} entries "${kind}" are noted after a minute`);
      await pause(10);
    }
  };
}
