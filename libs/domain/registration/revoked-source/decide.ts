import { accept, reject, textMissing, type Actor, type Revoked } from '../../kernel/index.ts';
import { ownRegistration, prose, type Refusal, type Result } from '../checks.ts';
import type { MarkSourceRevoked, SettleRevokedSource } from '../commands.ts';
import type { Core, RegistrationState, StateFor } from '../state.ts';

/** Told a second time it changes nothing. */
export const markSourceRevoked = ({ data }: MarkSourceRevoked, { core }: StateFor<'MarkSourceRevoked'>): Result =>
  core.revokedSource === undefined
    ? accept({ type: 'SourceRevoked', data: { registrationId: core.registrationId, ...data } })
    : accept();

export const settleRevokedSource = (
  { data, meta }: SettleRevokedSource,
  { core }: StateFor<'SettleRevokedSource'>,
): Result =>
  settlerRefusal(core, meta.actor) ??
  textMissing(data.reason, '/reason') ??
  accept({
    type: 'RevokedSourceSettled',
    data: {
      registrationId: core.registrationId,
      revokedId: core.revokedSource?.revokedId ?? '',
      reason: prose(data.reason),
    },
  });

/**
 * The revocation that whatever continues or replicates the registration rests on, besides its own: one that is not
 * recognized itself stands on nothing but its source, until the standing body lets it stand.
 */
export const passedOn = (state: RegistrationState): Revoked | undefined => {
  if (state.status === 'NONE' || state.status === 'RECOGNIZED' || state.core.revokedSource?.settled !== false)
    return undefined;
  const { settled: _settled, revision: _revision, ...revoked } = state.core.revokedSource;
  return revoked;
};

/** Four eyes: whoever wrote the registration does not say that it may stand. */
export const settlerRefusal = (core: Core, actor: Actor): Refusal =>
  core.revokedSource?.settled === false ? ownRegistration(core, actor) : reject('nothing-to-settle');
