import type { Rights } from '../kernel/index.ts';
import type { ReadingCommand } from './commands.ts';

/** A list tells everybody what they may see; the feed tells everything. */
export const rights: Rights<ReadingCommand> = {
  ExportList: ['SELF'],
  ReadFeed: ['AUDITOR'],
};
