import type { Clock, Engine } from '#engine';
import type { EventLog } from '#event-store';
import type { Accounts, Directory } from '#identity';
import type { ReadModelsDb } from '#read-models';
import type { DecisionFactsSource } from './decision/decision-facts.ts';
import type { Rules } from './regulation/rules.ts';

/** What every command needs. */
export interface CorePorts {
  readonly engine: Engine;
  readonly clock: Clock;
  /** A new random UUID. */
  readonly newId: () => string;
  readonly directory: Directory;
}

/** A code that sets a password, on its way to the person. */
interface CodeToSend {
  readonly to: string;
  readonly username: string;
  readonly code: string;
}

/** Hands a code over to the person's mail server. False when it was not taken, or nobody knows. */
export type SendCode = (sent: CodeToSend) => Promise<boolean>;

/** All that use cases act through; made once for a process. */
export interface Ports extends CorePorts {
  readonly store: EventLog;
  readonly rules: Rules;
  readonly decisionFacts: DecisionFactsSource;
  readonly accounts: Accounts;
  /** Absent where no mail server is set. */
  readonly sendCode?: SendCode | undefined;
  readonly readModels: ReadModelsDb;
  /** True once every read model has seen the position; false after so many milliseconds. */
  readonly waitForReadModels: (position: number, timeoutMs: number) => Promise<boolean>;
}
