import {
  registrationsCarryForward,
  registrationsMarkTypical,
  registrationsReplicate,
  registrationsSettleRevokedSource,
} from '../../../shared/api/generated/sdk.gen.ts';
import { CarryForwardBody, RegistrationReasonBody, ReplicateBody } from '../../../shared/api/generated/shapes.gen.ts';
import type { RegistrationDetail } from '../../../shared/api/generated/types.gen.ts';
import { long, pick } from '../../../shared/forms/fields.tsx';
import { form } from '../../../shared/forms/form.ts';
import { useAdoptingCycles, useAdopters, useOtherOpenCycles } from './adopters.ts';

const of = form<RegistrationDetail>();

/** What follows a recognition, and the next cycle. */
export const AFTERWARDS = [
  of({
    command: 'MarkTypical',
    shape: RegistrationReasonBody,
    fields: { reason: long('typicalReason') },
    send: registrationsMarkTypical,
    final: true,
  }),
  of({
    command: 'ReplicateModel',
    shape: ReplicateBody,
    fields: {
      cycleId: pick('adoptingCycle', useAdoptingCycles),
      adoptingUnitId: pick('adoptingUnit', useAdopters),
    },
    send: registrationsReplicate,
    final: true,
  }),
  of({
    command: 'CarryForward',
    shape: CarryForwardBody,
    fields: { cycleId: pick('nextCycle', useOtherOpenCycles) },
    send: registrationsCarryForward,
    final: true,
  }),
  of({
    command: 'SettleRevokedSource',
    shape: RegistrationReasonBody,
    fields: { reason: long('settleReason') },
    send: registrationsSettleRevokedSource,
    final: true,
  }),
] as const;
