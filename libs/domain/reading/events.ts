import type { DomainEvent } from '../kernel/index.ts';

/** Stream `reading-<personId>-<yyyymmdd>`: what a person took out of the system on one day, in Vietnam. */
export type ReadingEvent =
  | DomainEvent<
      'ListExported',
      {
        readonly personId: string;
        /** The name of the list, as that of the file. */
        readonly list: string;
        /** What was asked for, as JSON. */
        readonly filter: string;
        /** Rows that were taken. */
        readonly rows: number;
        /** How much of the log they had seen. */
        readonly position: number;
      }
    >
  /** The first time of the day. */
  | DomainEvent<'FeedRead', { readonly personId: string }>;
