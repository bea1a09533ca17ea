import { block, entry, text, uint } from './wire.ts';

/**
 * An event in the log. As in EventStoreDB's log format 2, each event of an append is a prepare record of its own that
 * carries `IsCommitted`: its commit position, its prepare position and the byte where it begins are the same number.
 */
export interface LogRecord {
  /** The byte in the log where it begins. */
  readonly position: number;
  /** The byte after it, where the next one begins. */
  readonly end: number;
  readonly stream: string;
  readonly revision: number;
  /** A UUID in lower case, as the server answers it. */
  readonly id: string;
  readonly type: string;
  /** A `ReadResp` with this event, encoded once. */
  readonly wire: Buffer;
}

/** An event that is not in the log yet. */
export interface ProposedEvent {
  readonly id: string;
  readonly type: string;
  readonly contentType: string;
  readonly data: Uint8Array;
  readonly metadata: Uint8Array;
}

/** Frame, flags, positions, ids, version and time of a prepare record. */
const HEADER_BYTES = 93;
const TICKS_PER_MS = 10_000;

/** What an event takes in the log: its header and its payload. */
function sizeInLog(stream: string, event: ProposedEvent): number {
  return HEADER_BYTES + Buffer.byteLength(stream) + payloadSize(event);
}

/** What counts towards the largest append: type, data and metadata, as in the server's `Event.SizeOnDisk`. */
export function payloadSize({ type, data, metadata }: ProposedEvent): number {
  return Buffer.byteLength(type) * 2 + data.length + metadata.length;
}

export interface Place {
  readonly stream: string;
  readonly revision: number;
  readonly position: number;
  /** Milliseconds since 1970. */
  readonly created: number;
}

/** Gives an event its place in the log. */
export function recordOf(event: ProposedEvent, { stream, revision, position, created }: Place): LogRecord {
  const recorded = [
    block(1, text(2, event.id)),
    block(2, block(3, Buffer.from(stream))),
    uint(3, revision),
    uint(4, position),
    uint(5, position),
    entry(6, 'type', event.type),
    entry(6, 'content-type', event.contentType),
    entry(6, 'created', String(created * TICKS_PER_MS)),
    block(7, event.metadata),
    block(8, event.data),
  ];
  const wire = block(1, block(1, ...recorded), uint(3, position));
  return { position, end: position + sizeInLog(stream, event), stream, revision, id: event.id, type: event.type, wire };
}
