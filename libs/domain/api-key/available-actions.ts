import { availabilities, reject, type Availability as Available, type Company } from '../kernel/index.ts';
import type { ApiKeyRejection } from './commands.ts';
import { rights } from './rights.ts';
import type { ApiKeyState } from './state.ts';

/** The commands a person can give to a key that was made. */
export type ActionType = 'RevokeApiKey';

export type Availability = Available<ApiKeyRejection | 'api-key-revoked'>;

/** What a person may do with a key under the appointments to the root, and for what they may not, why and who may. */
export const availableActions = (state: ApiKeyState, company: Company): Readonly<Record<ActionType, Availability>> =>
  availabilities<ActionType, ApiKeyRejection | 'api-key-revoked'>(
    { RevokeApiKey: rights.RevokeApiKey },
    () => company,
    // Revoking once more changes nothing and is not refused: there is only nothing to do.
    { status: () => (state.status === 'REVOKED' ? reject('api-key-revoked') : undefined) },
  );
