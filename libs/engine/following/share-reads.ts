import { isIn, type Entry, type EventLog, type LogPage, type Position, type ReadAllOptions } from '#event-store';
import type { Followed } from './follower.ts';

/** Entries read at once. */
const PAGE = 1000;

/** Pages kept for those who come a little later: while many catch up, some are faster than others. */
const KEPT = 16;

interface Kept {
  readonly after: Position;
  readonly page: Promise<LogPage<Entry>>;
  /** Unknown while it is being read. */
  upTo?: Position;
}

/**
 * Reads of the whole log for all who follow it in one process: whoever stands where another has just been is handed the
 * same page, so that many followers cost one read. None waits for another, and one far behind reads for itself. A page
 * may have been read a moment before it was asked for: not for those who must see what was just written.
 */
export function shareReads(log: Pick<EventLog, 'entries' | 'waitPast' | 'head'>): Followed<Entry> {
  let kept: readonly Kept[] = [];

  return {
    readAll: async (options) => partOf(await pageBehind(options.after), options),
    waitPast: (...args) => log.waitPast(...args),
    head: () => log.head(),
  };

  function pageBehind(after: Position): Promise<LogPage<Entry>> {
    const known = kept.find((one) => one.after === after || (one.after < after && after < (one.upTo ?? 0)));
    return known?.page ?? readBehind(after);
  }

  function readBehind(after: Position): Promise<LogPage<Entry>> {
    const page = log.entries.readAll({ after, limit: PAGE });
    const one: Kept = { after, page };
    const forget = () => (kept = kept.filter((other) => other !== one));
    kept = [...kept.slice(1 - KEPT), one];
    page.then(({ upTo }) => (upTo > after ? (one.upTo = upTo) : forget()), forget);
    return page;
  }
}

/** What of a page is asked for. */
function partOf({ events, upTo }: LogPage<Entry>, { after, limit, categories }: ReadAllOptions): LogPage<Entry> {
  const wanted = events.filter(
    (entry) => entry.position > after && (categories === undefined || isIn(entry, ...categories)),
  );
  if (wanted.length <= limit) return { events: wanted, upTo };
  const first = wanted.slice(0, limit);
  return { events: first, upTo: first.at(-1)?.position ?? upTo };
}
