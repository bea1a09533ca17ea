import { Batcher, DatabaseError, type BatchLimits, type Pool } from '#postgres';
import type { AppendResult } from '../event-store.port.ts';
import { UnstorableEventError } from '../new-event-check.ts';
import { appendQuery, toResult, type AppendRow, type PendingAppend } from './append-sql.ts';

const UNIQUE_VIOLATION = '23505';
const LONE_TRIES = 3;

/** One batch fills well under a second, so that nobody waits long behind it. */
const BATCH_LIMITS: BatchLimits = { pieces: 256, bytes: 4 * 1024 * 1024, lanes: 1 };

/** Appends in group commits. A lost connection rejects the whole batch: what became of it is unknown. */
export function createAppender(pool: Pool, limits: BatchLimits = BATCH_LIMITS) {
  return new Batcher<PendingAppend, AppendResult>(async (batch) => {
    try {
      return await store(pool, batch);
    } catch (error) {
      if (!isRolledBackByData(error)) throw error;
      return oneByOne(pool, batch);
    }
  }, limits);
}

async function store(pool: Pool, batch: readonly PendingAppend[]): Promise<AppendResult[]> {
  const { rows } = await pool.query<AppendRow>(appendQuery(batch));
  if (rows.length !== batch.length)
    throw new Error(`kheo_log.append answered ${rows.length} of ${batch.length} appends`);
  return rows.map(toResult);
}

/** A batch that the database refused for one append's sake: its neighbours must not pay for it. */
async function oneByOne(pool: Pool, batch: readonly PendingAppend[]): Promise<Promise<AppendResult>[]> {
  const answers: Promise<AppendResult>[] = [];
  for (const append of batch) {
    const answer = storeAlone(pool, append);
    await answer.catch(() => undefined);
    answers.push(answer);
  }
  return answers;
}

/** A unique violation means that somebody wrote without taking turns: look again, it is a conflict like any other. */
async function storeAlone(pool: Pool, append: PendingAppend): Promise<AppendResult> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      const [result] = await store(pool, [append]);
      if (result) return result;
    } catch (error) {
      if (isUnstorable(error)) throw new UnstorableEventError(`${append.stream}: ${error.message}`, { cause: error });
      if (!isCollision(error) || attempt >= LONE_TRIES) throw error;
    }
  }
}

const isCollision = (error: unknown): boolean => error instanceof DatabaseError && error.code === UNIQUE_VIOLATION;

/** Data exceptions (22…), violated checks, and JSON nested too deep (54…): trying again does not help. */
const isUnstorable = (error: unknown): error is DatabaseError =>
  error instanceof DatabaseError && /^(22|54|23514)/.test(error.code ?? '');

/** The database refused for the sake of what was sent, so it is certain that nothing was written. */
const isRolledBackByData = (error: unknown): boolean => isCollision(error) || isUnstorable(error);
