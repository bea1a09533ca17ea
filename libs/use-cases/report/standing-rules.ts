import { regulation } from '#domain';
import type { EventLog } from '#event-store';
import { isCutOff, listRegulationContents, type AsOf, type ReadModelsDb, type StandingRules } from '#read-models';
import { rulesByThen } from '../regulation/rules.ts';

/**
 * Calendar and margin of every regulation, by which the standing of a report is told: of the snapshot that the reports are
 * read in, or as they were by the cut-offs.
 */
export const standingRules = async (
  db: ReadModelsDb,
  store: Pick<EventLog, 'readAll'>,
  cutoffs: AsOf,
): Promise<StandingRules> => {
  const contents = isCutOff(cutoffs) ? await contentsByThen(store, cutoffs) : await listRegulationContents(db);
  return new Map(
    contents.map(({ id, content }) => {
      const { dueSoonDays } = regulation.reportingRules(content);
      return [id, { calendar: regulation.calendarOf(content), dueSoonDays }];
    }),
  );
};

const contentsByThen = async (store: Pick<EventLog, 'readAll'>, cutoffs: AsOf) => {
  const { regulations } = await rulesByThen(store, cutoffs);
  return [...regulations].flatMap(([id, each]) => (each.status === 'NONE' ? [] : [{ id, content: each.content }]));
};
