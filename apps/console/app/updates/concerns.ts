import type { Query } from '@tanstack/react-query';

/** What waits for somebody may change with anything. */
const WITH_ALL = new Set(['tasks', 'statistics', 'audit', 'models']);

/** They wait for a decision until one is drafted on them. */
const DECIDED_ON = new Set(['registrations', 'commendations']);

/** Whether what was asked may be answered otherwise now. The generated keys hold the tags of the operation: kinds of things. */
export const concerns = ({ queryKey }: Pick<Query, 'queryKey'>, kinds: ReadonlySet<string>): boolean => {
  const [key] = queryKey as readonly [{ readonly tags?: readonly string[] } | string | undefined];
  const tags = typeof key === 'object' ? (key.tags ?? []) : [];
  return tags.some((tag) => kinds.has(tag) || WITH_ALL.has(tag) || (kinds.has('decisions') && DECIDED_ON.has(tag)));
};
