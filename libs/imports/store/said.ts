import { hash } from 'node:crypto';
import type { AskedImport } from '../import.ts';

/** What was asked, as far as it makes an import the same one: they may have signed in anew before they sent it again. */
export const saidOf = ({ kind, sha256, fileName, sheet, cycleId, unitId, dryRun, by }: AskedImport): string =>
  hash('sha256', JSON.stringify([kind, sha256, fileName, sheet, cycleId, unitId, dryRun, by.personId]));
