import { everFolded } from '../kernel/index.ts';
import type { RegistrationEvent } from './events.ts';
import type { Core, RegistrationState } from './state.ts';
import type { Status } from './status.ts';

/** The keys to reserve so that a name is used once per unit and cycle, however it is spelt. */
export const nameKeys = ({ unitId, cycleId, form }: Pick<Core, 'unitId' | 'cycleId' | 'form'>): readonly string[] =>
  everFolded((folding) => JSON.stringify(['registration-name', unitId, cycleId, folding(form.name)]));

/** A submitted or registered model holds its name; one that was given back, declined or withdrawn does not. */
export const holdsName = (status: Status): boolean =>
  !(['NONE', 'DRAFT', 'RETURNED', 'DECLINED', 'WITHDRAWN', 'DISCONTINUED'] as const).some((free) => free === status);

/** One that holds its name, or will once it is handed in. */
export const claimsName = (status: Status): boolean => holdsName(status) || status === 'DRAFT' || status === 'RETURNED';

/** The registration as it is called once the correction is approved; undefined when that does not touch its name. */
export const namedAfter = (state: RegistrationState, correctionId: string): Core | undefined => {
  if (state.status === 'NONE') return undefined;
  const { core } = state;
  const request = core.requests.find((each) => each.correctionId === correctionId && each.field === 'name');
  return request && { ...core, form: { ...core.form, name: request.newValue } };
};

/** The name an event gives a registration; undefined when it gives none. */
export const nameGivenBy = ({ type, data }: RegistrationEvent): string | undefined => {
  if (type === 'RegistrationDrafted' || type === 'RegistrationRevised') return data.form.name;
  const corrected = type === 'EntryCorrected' && data.correctionId !== undefined && data.field === 'name';
  return corrected ? data.newValue : undefined;
};
