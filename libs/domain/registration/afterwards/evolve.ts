import { union, type Moves } from '../moves.ts';

/** What came after the register took it in, or after it was recognized. */
export const afterwards = {
  ModelMarkedTypical: (at) => ({ ...at, typical: true }),
  ModelReplicated: (at, { data: { adoptingUnitId: unitId, cycleId } }) => ({
    ...at,
    replications: [...at.replications, { unitId, cycleId }],
  }),
  ModelCarriedForward: (at, { data }) => ({
    ...at,
    core: { ...at.core, carriedTo: union(at.core.carriedTo, [data.cycleId]) },
  }),
} satisfies Partial<Moves>;
