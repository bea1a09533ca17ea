import type { ActingAs, KeyScope, Session } from '#identity';
import type { FastifyRequest } from 'fastify';
import type { Guarded } from './access.ts';

/** Who sends a request. */
export type Principal =
  | (Session & { readonly kind: 'person'; readonly sessionId: string })
  | {
      readonly kind: 'program';
      readonly keyId: string;
      readonly consumer: string;
      readonly scopes: readonly KeyScope[];
    };

/** A request once the guard has let it in. */
export interface KnownRequest extends FastifyRequest {
  principal?: Principal;
  /** How the route is guarded. */
  access?: Guarded;
  /** Of which appointment alone the person has the rights in it. */
  acting?: ActingAs;
  /** The refusal's code, for the log. */
  refusedAs?: string;
}
