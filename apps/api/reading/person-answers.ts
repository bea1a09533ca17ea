import type { Instant, organization } from '#domain';
import type { SavedView } from '#preferences';

export type PersonAnswer = Omit<
  organization.EnteredPerson,
  'account' | 'unguardedBy' | 'shutBy' | 'inHandsOf' | 'emailBy'
> & {
  readonly id: string;
  readonly account: {
    /** `INVITED` until the first password is set; `LOCKED` until another one is. */
    readonly status: organization.Account['status'] | 'NONE';
    readonly username: string | null;
    /** Until when the code that was handed out sets a password, if one was. */
    readonly codeLapsesAt: string | null;
    /** Signing in takes a code beside the password. */
    readonly secondFactor: boolean;
  };
};

export interface WhoAmI {
  readonly personId: string;
  readonly name: string | null;
  readonly appointments: readonly (organization.Appointment & {
    /** Whether one may save views of lists for everybody of its unit. */
    readonly keepsViews: boolean;
  })[];
  /**
   * Whose authority one acts with besides: so far nobody gives it to another.
   *
   * @maxItems 0
   */
  readonly delegations: readonly object[];
  /** Signing in takes a code beside the password. */
  readonly secondFactor: boolean;
  /** It is to: without a second factor nothing else is answered. */
  readonly secondFactorDemanded: boolean;
  /** When the session ends whatever happens. */
  readonly sessionEndsAt: Instant;
  /** Minutes without a request after which it ends before that. */
  readonly idleMinutes: number;
}

/** A view among those somebody finds. */
export type FoundView = SavedView & {
  /** False for what a unit shares whose views they do not keep. */
  readonly mayChange: boolean;
};
