import type { Command } from '../kernel/index.ts';

export type CreateApiKey = Command<
  'CreateApiKey',
  { readonly keyId: string; readonly consumer: string; readonly scopes: readonly string[] }
>;

/** Also of a key that was made before the log told of keys. */
export type RevokeApiKey = Command<'RevokeApiKey', { readonly keyId: string }>;

export type ApiKeyCommand = CreateApiKey | RevokeApiKey;

/** Why a command on a key is refused. */
export type ApiKeyRejection =
  | 'role-not-allowed'
  /** `personal` tells more of what another scope lets read; alone it opens nothing. */
  | 'scopes-open-nothing'
  /** The key was made: as it is shown once, it is not made again. */
  | 'idempotency-key-reused';
