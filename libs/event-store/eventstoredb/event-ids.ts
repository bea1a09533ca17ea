import { assertDurable, Batcher, openPool, type Batchable, type Pool } from '#postgres';
import type { Revision } from '../event-store.port.ts';

/** What is known of the ids of an append before it is made. */
type Claim =
  /** None was ever claimed. */
  | { readonly kind: 'new' }
  /**
   * At least one was claimed before, for this stream: an earlier try, or the same id again. `bySameCommand` is false when
   * another command claimed one of them: that one may still be on its way to the log.
   */
  | { readonly kind: 'known'; readonly claimed: readonly ClaimedId[]; readonly bySameCommand: boolean }
  /** At least one belongs to another stream. */
  | { readonly kind: 'elsewhere' };

export interface ClaimedId {
  readonly id: string;
  /** Where it was to stand when it was last claimed. */
  readonly revision: Revision;
}

interface IdsOfAppend {
  readonly stream: string;
  readonly first: Revision;
  readonly ids: readonly string[];
  /** For each id what its command said, as its hash. */
  readonly hashes: readonly string[];
}

/**
 * To which stream and command each event id belongs. EventStoreDB looks for an id only where the append expects it, so
 * the same id would be stored a second time in another stream; and it answers whoever repeats an id with success,
 * whatever they say under it. Claimed before the append, and durable: an id that was claimed and not appended stays
 * with its stream and its command.
 */
export interface EventIds {
  claim(append: IdsOfAppend): Promise<Claim>;
  /** The ids turned out not to stand where they were claimed for, and are now tried elsewhere in their stream. */
  moved(append: IdsOfAppend): Promise<void>;
  /** Frees the connections: no claim is under way any more. */
  close(): Promise<void>;
}

const CLAIM = `
  insert into kheo_event_ids.event_ids (id, stream, revision, command_hash)
  select * from unnest($1::uuid[], $2::text[], $3::bigint[], $4::text[])
  on conflict (id) do nothing returning id`;

const FIND = `
  select id, stream, revision::int8, command_hash as hash from kheo_event_ids.event_ids where id = any ($1::uuid[])`;

/** Never back: whoever believes the stream shorter than the claimant did stores nothing any more. */
const MOVE = `
  update kheo_event_ids.event_ids e set revision = m.revision
  from unnest($1::uuid[], $2::bigint[]) as m (id, revision)
  where e.id = m.id and e.stream = $3 and e.revision < m.revision`;

/** Claims asked for at once share a statement. */
const LIMITS = { pieces: 256, bytes: Infinity, lanes: 2 };

export interface EventIdsOptions {
  /** PostgreSQL ≥ 15, with the tables of `eventIdsMigrations`. */
  readonly databaseUrl: string;
  /** Connections; 4 unless told. */
  readonly poolSize?: number;
  /** Called when an idle connection breaks; the pool replaces it by itself. */
  readonly onConnectionLost?: (error: Error) => void;
}

/** The ids in a table of PostgreSQL. @throws when the database is out of reach, not prepared, or could lose a claim */
export async function openEventIds({ databaseUrl, poolSize, onConnectionLost }: EventIdsOptions): Promise<EventIds> {
  const pool = openPool({
    url: databaseUrl,
    name: 'kheo event ids',
    connections: poolSize ?? 4,
    connectWithinMs: 5000,
    silenceMs: 60_000,
    check: assertDurable,
    onLost: onConnectionLost,
  });
  try {
    await pool.query('select from kheo_event_ids.event_ids limit 0');
  } catch (error) {
    await pool.end();
    throw error;
  }
  const batcher = new Batcher<IdsOfAppend & Batchable, Claim>(async (appends) => {
    const fresh = await insert(pool, appends);
    const known = appends.flatMap(({ ids }) => ids).filter((id) => !fresh.has(id));
    const found = known.length === 0 ? new Map<string, Owner>() : await find(pool, known);
    return appends.map((append) => claimOf(append, found));
  }, LIMITS);

  return {
    claim: (append) => batcher.submit({ ...append, keys: append.ids, bytes: 0 }),
    async moved({ stream, first, ids }) {
      await pool.query(MOVE, [ids, ids.map((_, index) => first + index), stream]);
    },
    close: () => pool.end(),
  };
}

interface Owner {
  readonly stream: string;
  readonly revision: Revision;
  /** Null where it was claimed before commands were noted: then only the log can tell. */
  readonly hash: string | null;
}

/** In the order of the ids, whatever batch they came in: processes that claim the same ones wait for one another in turn. */
async function insert(pool: Pool, appends: readonly IdsOfAppend[]): Promise<Set<string>> {
  const rows = appends
    .flatMap(({ stream, first, ids, hashes }) =>
      ids.map((id, index) => ({ id, stream, at: first + index, hash: hashes[index] })),
    )
    .sort((one, other) => (one.id < other.id ? -1 : 1));
  const inserted = await pool.query<{ id: string }>({
    name: 'kheo-claim-ids',
    text: CLAIM,
    values: [
      rows.map(({ id }) => id),
      rows.map(({ stream }) => stream),
      rows.map(({ at }) => at),
      rows.map(({ hash }) => hash),
    ],
  });
  return new Set(inserted.rows.map(({ id }) => id));
}

async function find(pool: Pool, ids: readonly string[]): Promise<Map<string, Owner>> {
  const { rows } = await pool.query<{ id: string; stream: string; revision: string; hash: string | null }>(FIND, [ids]);
  return new Map(rows.map(({ id, stream, revision, hash }) => [id, { stream, revision: Number(revision), hash }]));
}

function claimOf({ stream, ids, hashes }: IdsOfAppend, found: ReadonlyMap<string, Owner>): Claim {
  const owners = ids.flatMap((id) => {
    const owner = found.get(id);
    return owner ? [{ id, ...owner }] : [];
  });
  if (owners.some((owner) => owner.stream !== stream)) return { kind: 'elsewhere' };
  if (owners.length === 0) return { kind: 'new' };
  const bySameCommand = owners.every(({ id, hash }) => hash === null || hash === hashes[ids.indexOf(id)]);
  return { kind: 'known', claimed: owners.map(({ id, revision }) => ({ id, revision })), bySameCommand };
}
