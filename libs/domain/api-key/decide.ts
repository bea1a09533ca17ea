import { accept, decideBy, reject } from '../kernel/index.ts';
import type { ApiKeyCommand, ApiKeyRejection } from './commands.ts';
import type { ApiKeyEvent } from './events.ts';
import { rights } from './rights.ts';
import { evolve, initial, transitions, type ApiKeyState } from './state.ts';

export const decide = decideBy<ApiKeyCommand, ApiKeyEvent, ApiKeyState, ApiKeyRejection, typeof transitions>({
  rights,
  transitions,
  before: ({ type }, { status }) => (type === 'RevokeApiKey' && status === 'REVOKED' ? accept() : undefined),
  notAllowed: () => reject('idempotency-key-reused'),
  decisions: {
    CreateApiKey: ({ data }) =>
      data.scopes.every((scope) => scope === 'personal')
        ? reject('scopes-open-nothing', { pointer: '/scopes' })
        : accept({ type: 'ApiKeyCreated', data: { ...data, scopes: [...new Set(data.scopes)] } }),
    RevokeApiKey: ({ data: { keyId } }) => accept({ type: 'ApiKeyRevoked', data: { keyId } }),
  },
});

/** Stream `apikey-<keyId>`. */
export const decider = { initial, evolve, decide };
