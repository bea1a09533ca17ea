import type { KeyScope, SignedIn } from '#identity';
import type { FastifyRequest } from 'fastify';

/** Who sends a request. */
export type Principal =
  | (SignedIn & { readonly kind: 'person'; readonly sessionId: string })
  | {
      readonly kind: 'program';
      readonly keyId: string;
      readonly consumer: string;
      readonly scopes: readonly KeyScope[];
    };

/** A request once the guard has let it in. */
export interface KnownRequest extends FastifyRequest {
  principal?: Principal;
  /** The refusal's code, for the log. */
  refusedAs?: string;
}

export const SESSION_COOKIE = 'kheo_session';
