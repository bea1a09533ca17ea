import type { Command, Revoked } from '../../kernel/index.ts';

/** By the system, once the decision that revoked the source has reached all its items. */
export type MarkSourceRevoked = Command<'MarkSourceRevoked', Revoked>;

/** The standing body looked at it and lets it stand; a registration that ends is settled by that. */
export type SettleRevokedSource = Command<'SettleRevokedSource', { readonly reason: string }>;

export type RevokedSourceCommand = MarkSourceRevoked | SettleRevokedSource;
