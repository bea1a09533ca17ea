import { hash } from 'node:crypto';

/**
 * Hex SHA-256 of what the caller sent, whatever the order of its keys: tells a retry from another command under the
 * same id. A field that is `undefined` counts as absent, as it does in JSON.
 */
export const commandHash = (body: unknown): string => hash('sha256', JSON.stringify(body ?? null, sortKeys) ?? 'null');

const sortKeys = (_key: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([left], [right]) => (left < right ? -1 : 1)))
    : value;
