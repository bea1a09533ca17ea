import type { Recorded, Transitions } from '../kernel/index.ts';
import type { ReadingCommand } from './commands.ts';
import type { ReadingEvent } from './events.ts';

/** What a person has read on the day. */
export interface ReadingState {
  readonly feedRead: boolean;
}

export const initial: ReadingState = { feedRead: false };

/** What is written down about one person's day; there is no status in it. */
export const transitions = {
  ExportList: { from: ['ANY'], events: { ListExported: 'same' } },
  ReadFeed: { from: ['ANY'], events: { FeedRead: 'same' } },
} as const satisfies Transitions<ReadingCommand, ReadingEvent, ReadingState>;

export const evolve = (state: ReadingState, event: Recorded<ReadingEvent>): ReadingState => {
  switch (event.type) {
    case 'ListExported':
      return state;
    case 'FeedRead':
      return { feedRead: true };
  }
};
