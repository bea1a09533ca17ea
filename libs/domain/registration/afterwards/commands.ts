import type { Command, DocumentCitation } from '../../kernel/index.ts';

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

/** Stands beside the wrong entry, never in its place. */
export type CorrectEntry = Command<
  'CorrectEntry',
  {
    /** Revision of the wrong entry in this stream. */
    readonly entryRevision: number;
    readonly field: string;
    readonly oldValue: string;
    readonly newValue: string;
    readonly reason: string;
    readonly document: DocumentCitation;
    /** Person id of whoever approved the correction. */
    readonly approvedBy: string;
  },
  {
    /** The approver holds STANDING_BODY_OFFICER over the registering unit on the day. */
    readonly approverEligible: boolean;
  }
>;

export type AfterwardsCommand = MarkTypical | ReplicateModel | CarryForward | CorrectEntry;
