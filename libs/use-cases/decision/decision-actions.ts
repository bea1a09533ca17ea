import { decision, localDateOf } from '#domain';
import { companyOver } from '#identity';
import { holdsUnusedNumber } from '#read-models';
import type { Ports } from '../ports.ts';
import { factsToFreeze } from './item-facts.ts';

type Existing = Exclude<decision.DecisionState, { readonly status: 'NONE' }>;

/** What a person may do with a decision today. What its items know is read where it counts: of a draft, or a frozen one. */
export const decisionActions = async (
  ports: Ports,
  personId: string,
  state: Existing,
): Promise<ReturnType<typeof decision.availableActions>> => {
  const [directory, at] = [await ports.directory.current(), ports.clock.now()];
  const company = companyOver(directory, { personId, unitId: state.unitId, at });
  const [asker] = company.mine;
  return decision.availableActions(state, company, {
    items:
      state.status === 'DRAFT' && asker !== undefined
        ? await factsToFreeze({ ports, directory, at, actor: asker }, state)
        : [],
    ...(state.status === 'DRAFT' || state.status === 'FROZEN'
      ? await ports.decisionFacts.forSigning(state, localDateOf(at))
      : NOTHING),
    holdsNumber: await holdsUnusedNumber(ports.readModels, state.decisionId),
  });
};

const NOTHING = { itemPersons: [], notCompetentFor: [], competentBodies: [], changed: [], allChanged: false };
