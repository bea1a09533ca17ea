import { hash } from 'node:crypto';

/** Namespaces of this product: random UUIDs, fixed for ever, because ids in the log derive from them. */
const EVENT_NAMESPACE = Buffer.from('8b1f7a0e5d3c4f6d9a2e6c1b7f40d852', 'hex');
const DERIVED_NAMESPACE = Buffer.from('c3d90b7744e14a0fb5f28e6a1d97c03e', 'hex');

/** The id of a command's event at `index`: the same command is the same append, however often it is tried. */
export const eventId = (commandId: string, index: number): string =>
  uuidV5(EVENT_NAMESPACE, `${commandId.toLowerCase()}:${index}`);

/** The id of something that a command or an event brings about, e.g. the stream it creates or the command it causes. */
export const deriveId = (commandId: string, name: string): string =>
  uuidV5(DERIVED_NAMESPACE, `${commandId.toLowerCase()}:${name}`);

/** A name-based UUID (RFC 9562, version 5), for names in a namespace of their own. */
export function uuidV5(namespace: Buffer, name: string): string {
  const bytes = hash('sha1', Buffer.concat([namespace, Buffer.from(name)]), 'buffer').subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x50;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
