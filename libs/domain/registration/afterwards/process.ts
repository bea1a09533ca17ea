import { asSystem, type FollowUp, type Recorded } from '../../kernel/index.ts';
import type { DraftRegistration } from '../commands.ts';
import type { RegistrationEvent, RegistrationForm } from '../events.ts';
import type { SourceFacts } from '../facts.ts';
import type { RegistrationState } from '../state.ts';

/** The events that announce a new draft under an id they give. */
export type LinkingEvent = Recorded<
  Extract<RegistrationEvent, { readonly type: 'ModelReplicated' | 'ModelCarriedForward' }>
>;

/** The draft that follows; the unit, the cycle and its regulation are read when the command is run. */
export interface LinkedDraft extends FollowUp<DraftRegistration['type'], DraftRegistration['data']> {
  readonly facts: { readonly source: SourceFacts };
}

export const announcesDraft = <Event extends { readonly type: string }>(
  event: Event,
): event is Extract<Event, { readonly type: LinkingEvent['type'] }> =>
  event.type === 'ModelReplicated' || event.type === 'ModelCarriedForward';

/**
 * A model was replicated or carried forward: its draft in the other unit or cycle follows, under the id the event gave
 * and in the name of the person who asked for it. A replication is a new model with `newModelId`; a continuation stays
 * the source's model in the source's unit. The form is the source's for the unit to revise, but for the confirmation:
 * a committee confirms its own registration only.
 *
 * @param source the source as it stood when it was replicated or carried forward: what happens to it afterwards, e.g.
 *   that its dossier is handed in, does not take the draft back. Undefined is answered when it has no draft itself.
 */
export const afterLinking = (
  event: LinkingEvent,
  source: RegistrationState,
  newModelId: string,
): LinkedDraft | undefined => {
  if (source.status === 'NONE') return undefined;
  const { status, core } = source;
  const { modelId, unitId, cycleId, form } = core;
  const data = { ...placeOf(event, { modelId, unitId }, newModelId), form: unconfirmed(form) };
  return {
    stream: `registration-${data.registrationId}`,
    key: 'draft',
    actor: asSystem(event.meta.actor),
    type: 'DraftRegistration',
    data,
    facts: { source: { modelId, unitId, cycleId, status } },
  };
};

const placeOf = (
  { type, data }: LinkingEvent,
  source: Pick<SourceFacts, 'modelId' | 'unitId'>,
  newModelId: string,
): Omit<DraftRegistration['data'], 'form'> => {
  const { registrationId, cycleId } = data;
  return type === 'ModelReplicated'
    ? {
        registrationId: data.adoptingRegistrationId,
        modelId: newModelId,
        unitId: data.adoptingUnitId,
        cycleId,
        origin: { kind: 'REPLICATES', registrationId },
      }
    : {
        registrationId: data.nextRegistrationId,
        ...source,
        cycleId,
        origin: { kind: 'CONTINUES', registrationId },
      };
};

const unconfirmed = ({ confirmation: _, ...form }: RegistrationForm): RegistrationForm => form;
