/** One fault among several in a large input. */
export interface Problem<Code extends string = string> {
  /** JSON pointer into the input. */
  readonly pointer: string;
  /** The broken rule as a stable phrase. */
  readonly code: Code;
  /** What it is wrong with, by name, where the pointer tells people nothing. */
  readonly about?: string;
  /** Values the sentence for people needs. */
  readonly params?: Readonly<Record<string, string | number | readonly string[]>>;
}

/** Why a command was refused: a stable phrase that names the broken rule, and where in the input it was broken. */
export interface Rejected<Reason extends string = string> {
  readonly kind: 'rejected';
  readonly reason: Reason;
  /** JSON pointer into the command's data, e.g. `/dueOn`, when one field broke the rule. */
  readonly pointer?: string;
  /** Values the sentence for people needs, e.g. `{ maxReturns: 2 }`. Never personal data. */
  readonly params?: Readonly<Record<string, string | number | readonly string[]>>;
  /** All faults at once, when the input is large enough to have several. */
  readonly problems?: readonly Problem[];
}

/** The facts a command establishes, in order. An accepted command without events changes nothing. */
export interface Accepted<Event> {
  readonly kind: 'accepted';
  readonly events: readonly Event[];
}

/** What a decider answers: a value, never an exception. */
export type Outcome<Event, Reason extends string> = Accepted<Event> | Rejected<Reason>;

export const accept = <Event>(...events: Event[]): Accepted<Event> => ({ kind: 'accepted', events });

export const reject = <Reason extends string>(
  reason: Reason,
  details: Pick<Rejected, 'pointer' | 'params' | 'problems'> = {},
): Rejected<Reason> => ({ kind: 'rejected', reason, ...details });
