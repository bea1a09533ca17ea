import { localDateOf, reporting } from '#domain';
import { companyOver } from '#identity';
import type { Ports } from '../ports.ts';
import { consolidationFacts, type OwedReport } from './report-facts.ts';

/** What a person may do with a report today. What it is made of is read where it is still to be made or handed in. */
export const reportActions = async (
  ports: Ports,
  personId: string,
  state: OwedReport,
): Promise<ReturnType<typeof reporting.availableActions>> => {
  const [directory, at] = [await ports.directory.current(), ports.clock.now()];
  const over = (unitId: string) => companyOver(directory, { personId, unitId, at });
  const company = { forUnit: over(state.unitId), forReceiver: over(state.receiverId) };
  return reporting.availableActions(state, company, localDateOf(at), await childrenOf(ports, state));
};

const childrenOf = async (ports: Ports, state: OwedReport): Promise<readonly reporting.ChildReport[] | undefined> => {
  if (state.kind === 'OWN' || !reporting.isOneOf(reporting.OWED, state.status)) return undefined;
  const facts = await consolidationFacts(ports, state);
  return 'kind' in facts ? undefined : facts.children;
};
