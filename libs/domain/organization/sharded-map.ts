/**
 * An immutable map for some ten thousand entries that change one at a time: a change copies one shard and the list of
 * shards, not the whole map. The old map stays as it was.
 */
export interface ShardedMap<Value> {
  readonly shards: readonly ReadonlyMap<string, Value>[];
}

const SHARDS = 256;

export const emptyMap = <Value>(): ShardedMap<Value> => ({
  shards: Array.from({ length: SHARDS }, () => new Map<string, Value>()),
});

export const valueAt = <Value>(map: ShardedMap<Value>, key: string): Value | undefined =>
  map.shards[shardOf(key)]?.get(key);

export const withValue = <Value>(map: ShardedMap<Value>, key: string, value: Value): ShardedMap<Value> => {
  const index = shardOf(key);
  return { shards: map.shards.with(index, new Map(map.shards[index]).set(key, value)) };
};

/** Every value, in no order anybody may rely on. */
export function* valuesOf<Value>(map: ShardedMap<Value>): Generator<Value> {
  for (const shard of map.shards) yield* shard.values();
}

/** FNV-1a over the key, folded to a shard. */
const shardOf = (key: string): number => {
  let hash = 0x811c9dc5;
  for (let index = 0; index < key.length; index += 1) {
    hash = Math.imul(hash ^ key.charCodeAt(index), 0x01000193);
  }
  return (hash >>> 0) % SHARDS;
};
