/** Values of a form, by field; a part has fields of its own. */
export type Values = Readonly<Record<string, unknown>>;

const isPart = (value: unknown): value is Values =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !('unread' in value);

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one ?? null) === JSON.stringify(other ?? null);

/**
 * What differs from what a form began with, field by field, within parts too; a list is one value. `null` stands for what
 * was emptied: it outlives JSON.
 */
export const touched = (now: Values, begun: Values): Values =>
  Object.fromEntries(
    Object.entries(now).flatMap(([name, value]) => {
      const before = begun[name];
      if (!isPart(value)) return isSame(value, before) ? [] : [[name, value ?? null]];
      const part = touched(value, isPart(before) ? before : {});
      return Object.keys(part).length === 0 ? [] : [[name, part]];
    }),
  );

/** What was typed, on top of what a thing holds now. */
export const onTopOf = (base: Values, typed: Values): Values => ({
  ...base,
  ...Object.fromEntries(
    Object.entries(typed).map(([name, value]) => {
      const below = base[name];
      return [name, isPart(value) ? onTopOf(isPart(below) ? below : {}, value) : value];
    }),
  ),
});
