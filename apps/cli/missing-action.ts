import { systemClock } from '#engine';
import type { EventLog } from '#event-store';
import { createDirectory } from '#identity';
import { createRules, stillMissing } from '#use-cases';
import { missingText } from './missing-text.ts';
import { withDatabase } from './wiring/database.ts';

/** `kheo missing`: what an office lacks before its first registration. */
export const missingAction = (): Promise<void> =>
  withDatabase(async ({ store }) => {
    process.stdout.write(await missingIn(store));
  });

/** What the office whose log this is lacks, as a list to work off. */
export const missingIn = async (store: EventLog): Promise<string> => {
  const [directory, rules] = await Promise.all([createDirectory(store).current(), createRules(store).current()]);
  return missingText(stillMissing(directory, rules, systemClock.now()));
};
