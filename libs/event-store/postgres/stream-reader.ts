import { Batcher, DatabaseError, type Batchable, type BatchLimits, type Pool } from '#postgres';
import type { Revision, StoredEvent } from '../event-store.port.ts';
import { COLUMNS, toEvent, type Row } from './reader.ts';

/** One page of one stream. */
interface StreamPage {
  readonly stream: string;
  readonly from: Revision;
  readonly limit: number;
}

interface PageRow extends Row {
  /** Place of the page in the batch, from 1. */
  readonly page: number;
}

const READ_STREAMS = `SELECT w.page::int AS page, ${COLUMNS}
  FROM unnest($1::text[], $2::bigint[], $3::bigint[]) WITH ORDINALITY AS w (stream, first, most, page)
  CROSS JOIN LATERAL (
    SELECT * FROM kheo_log.events one
    WHERE one.stream = w.stream COLLATE "C" AND one.revision >= w.first ORDER BY one.revision LIMIT w.most
  ) e
  ORDER BY w.page, e.revision`;

/** Pages asked for at once share a query; a long one holds up only those that came with it. */
const LIMITS: BatchLimits = { pieces: 64, bytes: Infinity, lanes: 3 };

export function createStreamReader(pool: Pool) {
  return new Batcher<StreamPage & Batchable, StoredEvent[]>(async (pages) => {
    try {
      return await read(pool, pages);
    } catch (error) {
      if (pages.length === 1 || !(error instanceof DatabaseError)) throw error;
      return oneByOne(pool, pages);
    }
  }, LIMITS);
}

async function read(pool: Pool, pages: readonly StreamPage[]): Promise<StoredEvent[][]> {
  const values = [pages.map((page) => page.stream), pages.map((page) => page.from), pages.map((page) => page.limit)];
  const { rows } = await pool.query<PageRow>({ name: 'kheo-read-streams', text: READ_STREAMS, values });
  const found = pages.map((): StoredEvent[] => []);
  for (const row of rows) found[row.page - 1]?.push(toEvent(row));
  return found;
}

/** What the database refused for one page's sake must not fail its neighbours. */
async function oneByOne(pool: Pool, pages: readonly StreamPage[]): Promise<Promise<StoredEvent[]>[]> {
  const answers = pages.map((page) => read(pool, [page]).then(([events]) => events ?? []));
  await Promise.allSettled(answers);
  return answers;
}
