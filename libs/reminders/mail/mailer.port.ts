/** One mail, ready to be handed over. */
export interface Mail {
  /** Stable: the same message has the same id however often it is tried, so a mail store keeps it once. */
  readonly messageId: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly language: 'vi' | 'en';
  /** ISO instant: the mail's Date. */
  readonly date: string;
}

/**
 * What became of handing a mail over. `transient`: try again later. `not-admitted`: the server does not let us in, for
 * want of encryption or of the right password; it may once that is put right. `address`: this address is refused for
 * good. `refused`: the server refuses the message; trying again without a change is useless.
 */
export type Handover =
  | { readonly kind: 'accepted' }
  | { readonly kind: 'transient' | 'not-admitted' | 'address' | 'refused'; readonly cause: string };

export interface Mailer {
  /** Never throws for what a mail server does. After a broken connection the outcome may be unknown: `transient`. */
  send(mail: Mail): Promise<Handover>;
  close(): Promise<void>;
}
