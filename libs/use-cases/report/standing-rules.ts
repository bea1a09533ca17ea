import { regulation } from '#domain';
import type { StandingRules } from '#read-models';
import type { RulesState } from '../regulation/rules.ts';

/** Calendar and margin of every regulation, by which the standing of a report is told. */
export const standingRules = ({ regulations }: RulesState): StandingRules => {
  const written = [...regulations.values()].flatMap((each) => (each.status === 'NONE' ? [] : [each]));
  return new Map(
    written.map(({ regulationId, content }) => {
      const { dueSoonDays } = regulation.reportingRules(content);
      return [regulationId, { calendar: regulation.calendarOf(content), dueSoonDays }];
    }),
  );
};
