import type { Command } from '../kernel/index.ts';
import type { ReadingEvent } from './events.ts';

type Exported = Extract<ReadingEvent, { readonly type: 'ListExported' }>['data'];

/** By whoever takes the file, for themselves. */
export type ExportList = Command<'ExportList', Omit<Exported, 'personId'>>;

export type ReadFeed = Command<'ReadFeed', Record<never, never>>;

export type ReadingCommand = ExportList | ReadFeed;

/** Why somebody does not read. */
export type ReadingRejection = 'role-not-allowed';
