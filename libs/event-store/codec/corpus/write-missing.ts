/**
 * Freezes the current version of every event type that the corpus does not hold yet:
 * `npm run corpus`. What is frozen is never written again.
 */
import { writeFileSync } from 'node:fs';
import { samples } from '../samples/index.ts';
import { currentVersion } from '../upcasters.ts';
import type { EventType } from '#domain';

for (const [type, data] of Object.entries(samples)) {
  const version = currentVersion(type as EventType);
  const file = new URL(`${type}.v${version}.json`, import.meta.url);
  try {
    writeFileSync(file, `${JSON.stringify({ type, version, data }, null, 2)}\n`, { flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}
