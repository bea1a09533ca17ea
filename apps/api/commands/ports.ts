import type { LiveView } from '#engine';
import type { EvidenceFiles } from '#evidence';
import type { ApiKeys, Sessions } from '#identity';
import type { ImportService } from '#imports';
import type { Preferences } from '#preferences';
import type { ReminderService } from '#reminders';
import type { Incidents, Ports as UseCasePorts } from '#use-cases';
import type { WebhookService } from '#webhooks';
import type { Importer } from '../importer/importer.ts';
import type { Spool } from '../outgoing/spool.ts';

/** Everything the api acts through. One object, made in `wiring/`. */
export interface Ports extends UseCasePorts {
  readonly incidents: LiveView<Incidents>;
  readonly sessions: Sessions;
  readonly apiKeys: ApiKeys;
  readonly files: EvidenceFiles;
  readonly reminders: ReminderService;
  readonly webhooks: WebhookService;
  readonly preferences: Preferences;
  readonly imports: ImportService;
  readonly importer: Pick<Importer, 'writeReturned'>;
  /** Where files that are taken out are made. */
  readonly spool: Spool;
}

/** Injection token of {@link Ports}. */
export const PORTS = Symbol('ports');
