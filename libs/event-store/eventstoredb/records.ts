import { jsonEvent, type EventData, type RecordedEvent, type ResolvedEvent } from '@eventstore/db-client';
import {
  PoisonEventError,
  type NewEvent,
  type Position,
  type StoredEvent,
  type StoredMeta,
} from '../event-store.port.ts';

/**
 * What EventStoreDB keeps beside an event's data: our envelope, the version of the type's shape, and the two ids under
 * the names that its own projections look for.
 */
type Metadata = StoredMeta & {
  readonly $version: number;
  readonly $correlationId: string;
  readonly $causationId?: string;
};

export function toEventData({ id, type, version, data, meta }: NewEvent): EventData {
  const metadata: Metadata = {
    ...meta,
    $version: version,
    $correlationId: meta.correlationId,
    ...(meta.causationId === undefined ? {} : { $causationId: meta.causationId }),
  };
  return jsonEvent({ id, type, data: data as never, metadata: metadata as never });
}

/** One record of `$all`, of whomever. */
export interface LogRecord {
  readonly position: Position;
  /** Undefined for the server's own records: their streams begin with `$`. */
  readonly event: StoredEvent | undefined;
}

/** @throws PoisonEventError for an event that no Khéo has written */
export function toLogRecord(resolved: ResolvedEvent): LogRecord {
  const event = recordedIn(resolved);
  if (event.streamId.startsWith('$')) return { position: positionOf(event), event: undefined };
  return { position: positionOf(event), event: toStoredEvent(resolved) };
}

/** @throws PoisonEventError for an event that no Khéo has written */
export function toStoredEvent(resolved: ResolvedEvent): StoredEvent {
  const event = recordedIn(resolved);
  const position = positionOf(event);
  const { $version, $correlationId: _c, $causationId: _d, ...meta } = (event.metadata ?? {}) as unknown as Metadata;
  if (!event.isJson || !Number.isInteger($version))
    throw new PoisonEventError(`${event.type} at ${position} in ${event.streamId} was not written by Khéo`);
  return {
    position,
    stream: event.streamId,
    revision: Number(event.revision),
    id: event.id,
    type: event.type,
    version: $version,
    data: event.data,
    meta,
  };
}

function recordedIn({ event }: ResolvedEvent): RecordedEvent {
  if (!event) throw new PoisonEventError('a link points to an event that is gone');
  return event;
}

/** A byte offset of the cluster's log. Beyond 8 PiB it would no longer be a safe integer. */
export function toPosition(commit: bigint): Position {
  const position = Number(commit);
  if (!Number.isSafeInteger(position)) throw new PoisonEventError(`${commit} is no position of the log`);
  return position;
}

function positionOf({ position, type, streamId }: RecordedEvent): Position {
  if (!position) throw new PoisonEventError(`${type} in ${streamId} came without its position`);
  return toPosition(position.commit);
}
