import { awaitedOf, type Awaited } from '../../kernel/index.ts';
import { rights } from './rights.ts';

/** A command a person's stream may wait for. */
export type AwaitedCommand = 'ConfirmAppointment';

/** What a proposed appointment waits for: an administrator who is neither the one who proposed it nor the person. */
export const awaitedOfProposal = ({
  personId,
  proposedBy,
}: {
  readonly personId: string;
  readonly proposedBy: string;
}): readonly Awaited<AwaitedCommand>[] =>
  awaitedOf<AwaitedCommand>(['ConfirmAppointment'], rights).map((act) => ({ ...act, besides: [proposedBy, personId] }));
