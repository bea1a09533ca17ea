/** What every command answers. */
interface CommandAnswer {
  readonly id: string;
  readonly revision: number;
  readonly position: number;
  readonly commandId: string;
  readonly events: readonly string[];
}

/** The answer to a command that hands out a code. */
export interface AnswerWithCode extends CommandAnswer {
  /**
   * Sets the person's password once, for 72 hours. Shown this once, not to who sends the same command again, and not when
   * it went to the person by mail.
   */
  readonly code?: string;
  /** The code on a slip to print and hand over in person: plain text of a few lines, in Vietnamese and English. */
  readonly slip?: string;
}

/** The answer to a command that appoints somebody, or proposes it. */
export interface AnswerWithAppointment extends CommandAnswer {
  /** By which it is confirmed, declined or ended. */
  readonly appointmentId: string;
}

/** The answer to the issuing of a decision. */
export interface AnswerToIssue extends CommandAnswer {
  /** On a dry run: the items that would drop out, by name, as they changed after the list was frozen. */
  readonly dropping?: readonly string[];
}

/** The answer to a command that made a secret. */
export interface WebhookWithSecret extends CommandAnswer {
  /** `whsec_…`; shown this once, and again for the same `Idempotency-Key` until a later one replaces it. */
  readonly secret?: string;
}

/** The answer to a command that made a key. */
export interface NewApiKey extends CommandAnswer {
  /** `kheo_…`; shown this once, and not to who sends the same command again. A dry run makes none. */
  readonly key?: string;
}
