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

/** All that use cases act through; made once for a process. */
export interface Ports extends CorePorts {
  readonly store: EventLog;
  readonly rules: Rules;
  readonly decisionFacts: DecisionFactsSource;
  readonly accounts: Accounts;
  readonly readModels: ReadModelsDb;
  /** True once every read model has seen the position; false after so many milliseconds. */
  readonly waitForReadModels: (position: number, timeoutMs: number) => Promise<boolean>;
}
