import { commendation, localDateOf } from '#domain';
import { companyOver } from '#identity';
import type { CorePorts, Ports } from '../ports.ts';
import { bodiesFor, type Proposed } from './competence.ts';

/** What a person may do with a commendation today. */
export const commendationActions = async (
  { directory: directories, clock, rules: regulations }: CorePorts & Pick<Ports, 'rules'>,
  personId: string,
  state: Proposed,
): Promise<ReturnType<typeof commendation.availableActions>> => {
  const [directory, rules, at] = [await directories.current(), await regulations.current(), clock.now()];
  const { tree } = directory;
  const hasCompetentBody = bodiesFor(state, { rules, tree, date: localDateOf(at) }).length > 0;
  const company = companyOver(directory, { personId, unitId: state.unitId, at });
  return commendation.availableActions(state, company, { hasCompetentBody });
};
