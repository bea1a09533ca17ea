import type { DomainEvent } from '../kernel/index.ts';

/** Stream `apikey-<keyId>`: a program was given a key, or lost it. Neither the key nor its hash is ever in here. */
export type ApiKeyEvent =
  | DomainEvent<
      'ApiKeyCreated',
      {
        readonly keyId: string;
        /** The program that holds it. */
        readonly consumer: string;
        /** What it opens. */
        readonly scopes: readonly string[];
      }
    >
  | DomainEvent<'ApiKeyRevoked', { readonly keyId: string }>;
