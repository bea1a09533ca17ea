import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import type { Clock } from '#engine';

/** What time it is for every process of a run, in a file of their own, so that the test can let it leap. */
export interface Moment {
  readonly step: number;
  /** ISO instant; it stands until the next step. */
  readonly now: string;
}

/** At once: nobody reads half of it. */
export function setMoment(file: string, moment: Moment): void {
  writeFileSync(`${file}.next`, JSON.stringify(moment));
  renameSync(`${file}.next`, file);
}

export const readMoment = (file: string): Moment => JSON.parse(readFileSync(file, 'utf8')) as Moment;

export const clockOf = (file: string): Clock => ({ now: () => readMoment(file).now });
