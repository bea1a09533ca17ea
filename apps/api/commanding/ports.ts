import type { Clock, Engine } from '#engine';
import type { DecisionFactsSource, Rules, IncidentService } from '#use-cases';
import type { EventLog } from '#event-store';
import type { EvidenceFiles } from '#evidence';
import type { Accounts, ApiKeys, Directory, Sessions } from '#identity';
import type { ReadModelsDb } from '#read-models';
import type { ReminderService } from '#reminders';
import type { WebhookDesk } from '#webhooks';

/** Everything the handlers act through. One object, made in `wiring/`. */
export interface Ports {
  readonly store: EventLog;
  readonly engine: Engine;
  readonly clock: Clock;
  /** A new random UUID. */
  readonly newId: () => string;
  readonly directory: Directory;
  readonly rules: Rules;
  readonly decisionFacts: DecisionFactsSource;
  readonly incidents: IncidentService;
  readonly accounts: Accounts;
  readonly sessions: Sessions;
  readonly apiKeys: ApiKeys;
  readonly files: EvidenceFiles;
  readonly readModels: ReadModelsDb;
  readonly reminders: ReminderService;
  readonly webhooks: WebhookDesk;
}

/** Injection token of {@link Ports}. */
export const PORTS = Symbol('ports');
