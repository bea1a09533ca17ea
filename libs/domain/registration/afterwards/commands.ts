import type { Command } from '../../kernel/index.ts';

export type MarkTypical = Command<'MarkTypical', { readonly reason: string }>;

/** The adopting unit's draft follows with the origin REPLICATES, under the id given here. */
export type ReplicateModel = Command<
  'ReplicateModel',
  { readonly adoptingUnitId: string; readonly adoptingRegistrationId: string; readonly cycleId: string },
  {
    readonly adoptingUnitActive: boolean;
    readonly cycleOpen: boolean;
    /** The actor's appointment covers the adopting unit. */
    readonly actorCoversAdoptingUnit: boolean;
  }
>;

/** The next draft follows with the origin CONTINUES and the same model, under the id given here. */
export type CarryForward = Command<
  'CarryForward',
  { readonly cycleId: string; readonly nextRegistrationId: string },
  {
    readonly unitActive: boolean;
    readonly cycleOpen: boolean;
    /** The named cycle comes after this registration's. */
    readonly laterCycle: boolean;
  }
>;

export type AfterwardsCommand = MarkTypical | ReplicateModel | CarryForward;
