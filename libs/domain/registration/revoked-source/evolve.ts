import type { Moves } from '../moves.ts';

/** What became of the model it rests on. */
export const revokedSource = {
  SourceRevoked: (at, { data: { registrationId: _, ...revoked } }) => ({
    ...at,
    core: { ...at.core, revokedSource: { ...revoked, revision: at.core.entries, settled: false } },
  }),
  RevokedSourceSettled: (at) => ({
    ...at,
    core: { ...at.core, revokedSource: at.core.revokedSource && { ...at.core.revokedSource, settled: true } },
  }),
} satisfies Partial<Moves>;
