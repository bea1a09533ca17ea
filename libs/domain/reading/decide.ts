import { accept, decideBy } from '../kernel/index.ts';
import type { ReadingCommand, ReadingRejection } from './commands.ts';
import type { ReadingEvent } from './events.ts';
import { rights } from './rights.ts';
import { evolve, initial, transitions, type ReadingState } from './state.ts';

/** Characters of a filter that are kept. */
export const FILTER_KEPT = 2000;

/** Decides what is written down about what a person takes out: every file, and the feed once a day. */
export const decide = decideBy<ReadingCommand, ReadingEvent, ReadingState, ReadingRejection, typeof transitions>({
  rights,
  transitions,
  notAllowed: undefined,
  decisions: {
    ExportList: ({ data, meta: { actor } }) => {
      const filter = [...data.filter].slice(0, FILTER_KEPT).join('');
      return accept({ type: 'ListExported', data: { ...data, personId: actor.personId, filter } });
    },
    ReadFeed: ({ meta: { actor } }, { feedRead }) =>
      feedRead ? accept() : accept({ type: 'FeedRead', data: { personId: actor.personId } }),
  },
});

/** Stream `reading-<personId>-<yyyymmdd>`. */
export const decider = { initial, evolve, decide };
