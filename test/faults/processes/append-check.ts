/** Checker: `append-check.ts <url> <journal>`. Reads only the journal and the log; prints what it found as JSON. */
import { readFileSync } from 'node:fs';
import type { StoredEvent } from '#event-store';
import { openLog } from '../../support/log.ts';
import type { JournalEntry } from './journal.ts';

const [url = '', file = ''] = process.argv.slice(2);
const journal = readFileSync(file, 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line) as JournalEntry);

const log: StoredEvent[] = [];
const store = await openLog(url);
for (let after = 0; ;) {
  const { events, upTo } = await store.readAll({ after, limit: 1000 });
  if (events.length === 0) break;
  log.push(...events);
  after = upTo;
}
await store.close();

const lastRevisions = new Map<string, number>();
/** Told for each event in log order. */
function isNextOfItsStream({ stream, revision }: StoredEvent): boolean {
  const isNext = revision === (lastRevisions.get(stream) ?? -1) + 1;
  lastRevisions.set(stream, revision);
  return isNext;
}

const stored = new Map(log.map((event) => [event.id, event]));
const tried = journal.filter((entry) => entry.kind === 'try');
const acknowledged = journal.filter((entry) => entry.kind === 'acknowledged');
const settled = new Set(acknowledged.map((entry) => entry.id));

console.log(
  JSON.stringify({
    acknowledged: acknowledged.length,
    missing: acknowledged.filter(({ id }) => !stored.has(id)).length,
    misplaced: acknowledged.filter(({ id, position }) => stored.has(id) && stored.get(id)?.position !== position)
      .length,
    unsettled: tried.filter(({ id }) => !settled.has(id)).length,
    twice: log.length - stored.size,
    gaps: log.filter((event) => !isNextOfItsStream(event)).length,
    disordered: log.filter((event, index) => event.position <= (log[index - 1]?.position ?? 0)).length,
    holes: log.filter((event, index) => event.position !== index + 1).length,
    uninvited: log.length - tried.filter(({ id }) => stored.has(id)).length,
    unknownAt: journal.filter((entry) => entry.kind === 'unknown').map((entry) => entry.at),
  }),
);
