import type { NewEvent } from './event-store.port.ts';

/** Bytes of UTF-8 that `data` and `meta` of one event may take together as JSON: 256 KiB. Files belong in the evidence store. */
export const MAX_EVENT_BYTES = 256 * 1024;

/** Events that one append may carry. */
export const MAX_EVENTS_PER_APPEND = 1000;

/**
 * Bytes that all events of one append may take together, with their names: 768 KiB. An EventStoreDB takes 1 MiB unless
 * it is told otherwise, and counts some bytes of its own.
 */
const MAX_APPEND_BYTES = 768 * 1024;

/** The caller handed over something that can never be stored: trying again does not help. */
export class UnstorableEventError extends Error {
  override readonly name = 'UnstorableEventError';
}

/** An event with its JSON text exactly as it is to be stored. */
export interface SerializedEvent {
  readonly id: string;
  readonly type: string;
  readonly version: number;
  readonly data: string;
  readonly meta: string;
  readonly recordedAt: string;
  /** What it adds to an append. */
  readonly bytes: number;
}

const ENVELOPE_BYTES = 128;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const STREAM = /^[a-z][a-z0-9_]*-[\x21-\x7e]{1,200}$/i;
const TYPE = /^[A-Za-z][A-Za-z0-9]{0,99}$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;

/** Checks an append before any store sees it, so that one bad append cannot harm others stored in the same breath. */
export function serialize(stream: string, events: readonly NewEvent[]): SerializedEvent[] {
  refuseIf(!STREAM.test(stream), `the stream name ${JSON.stringify(stream)} is not <category>-<id>`);
  refuseIf(events.length === 0, 'an append needs at least one event');
  refuseIf(events.length > MAX_EVENTS_PER_APPEND, `an append takes at most ${MAX_EVENTS_PER_APPEND} events`);
  refuseIf(new Set(events.map((event) => event.id)).size < events.length, 'an append carries the same event id twice');
  const serialized = events.map(serializeEvent);
  const bytes = serialized.reduce((sum, event) => sum + event.bytes, 0);
  refuseIf(bytes > MAX_APPEND_BYTES, `an append to ${stream} takes ${bytes} bytes, the limit is ${MAX_APPEND_BYTES}`);
  return serialized;
}

function serializeEvent(event: NewEvent): SerializedEvent {
  const { id, type, version } = event;
  refuseIf(!UUID.test(id), `the event id ${JSON.stringify(id)} is not a UUID in lower case`);
  refuseIf(!TYPE.test(type), `the event type ${JSON.stringify(type)} is not a name`);
  refuseIf(!Number.isInteger(version) || version < 1 || version > 32_767, `${type} has no valid version: ${version}`);
  refuseIf(!isInstant(event.meta.recordedAt), `${type} is recorded at no instant: ${event.meta.recordedAt}`);
  const data = toJson(event.data, type);
  const meta = toJson(event.meta, type);
  const bytes = Buffer.byteLength(data) + Buffer.byteLength(meta);
  refuseIf(bytes > MAX_EVENT_BYTES, `${type} takes ${bytes} bytes, the limit is ${MAX_EVENT_BYTES}`);
  const inAppend = bytes + 2 * type.length + ENVELOPE_BYTES;
  return { id, type, version, data, meta, recordedAt: event.meta.recordedAt, bytes: inAppend };
}

/** JSON text on one line. Nothing, a cycle, a bigint or thousands of levels have none. */
function toJson(value: unknown, type: string): string {
  try {
    const text = JSON.stringify(value) as string | undefined;
    if (text !== undefined) return text;
  } catch (cause) {
    throw new UnstorableEventError(`${type} cannot be written as JSON`, { cause });
  }
  throw new UnstorableEventError(`${type} has no data`);
}

const isInstant = (text: unknown): boolean =>
  typeof text === 'string' && INSTANT.test(text) && !Number.isNaN(Date.parse(text));

function refuseIf(broken: boolean, message: string): void {
  if (broken) throw new UnstorableEventError(message);
}
