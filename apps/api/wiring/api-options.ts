import type { Pool } from 'pg';
import type { Logger } from 'pino';
import type { TrustedProxies } from '#configuration';
import type { Clock, Engine } from '#engine';
import type { EventLog } from '#event-store';
import type { PasswordCost } from '#identity';
import type { Projector } from '#read-models';
import type { Mailer, ReminderQueue } from '#reminders';
import type { Importer } from '../importer/importer.ts';

/** What the api needs to be told: settings of the configuration, and two that only programs of this repository set. */
export interface ApiConfig {
  readonly dataDir: string;
  readonly trustProxy: TrustedProxies;
  readonly publicUrl?: string | undefined;
  /** Of signers and administrators; `optional` unless told. */
  readonly secondFactor?: 'optional' | 'demanded';
  readonly sessionIdleMinutes: number;
  readonly sessionMaxHours: number;
  /** Requests a minute of one person; from one address four times as many. */
  readonly rateLimitPerMinute: number;
  /** Where webhooks may go; nowhere when absent. */
  readonly webhookTargets?: string | undefined;
  /** Failed sign-ins a minute from one address; 30 unless told. */
  readonly signInFailuresPerMinute?: number;
  /** Wrong passwords for one name that are free, and how long those after them keep it waiting; `NAME_LIMIT` unless told. */
  readonly signInFreeAttempts?: number;
  readonly signInLongestWaitSeconds?: number;
  readonly signInHalfLifeMinutes?: number;
  /** Cost of passwords' hashes; only tests make it cheaper. */
  readonly passwordCost?: PasswordCost;
}

export interface ApiOptions {
  readonly store: EventLog;
  /** The database of identities and read models; stays the caller's to end. */
  readonly pool: Pool;
  readonly logger: Logger;
  readonly config: ApiConfig;
  readonly clock?: Clock;
  readonly engine?: Engine;
  /** Sends codes that set a password; without it they are handed over in person. Stays the caller's to close. */
  readonly mailer?: Pick<Mailer, 'send'> | undefined;
  /** The queue of reminders, to tell whether it answers. */
  readonly queue?: Pick<ReminderQueue, 'ping' | 'counts'>;
  /** A projector in the same process, to tell its status; without it the status is read from the database. */
  readonly projector?: Pick<Projector, 'waitFor' | 'projectionStatus'>;
  /** Folder of the console as it was built; without it no page is served. */
  readonly console?: string | undefined;
  /** Is stopped with the api; this process does its work when absent. */
  readonly importer?: Importer;
}
