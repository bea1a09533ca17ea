import type { UUID } from '@eventstore/db-client/generated/shared_pb.js';
import type { AppendReq, BatchAppendReq } from '@eventstore/db-client/generated/streams_pb.js';
import type { Expected } from './idempotency.ts';
import type { ProposedEvent } from './record.ts';

type Message = AppendReq.ProposedMessage | BatchAppendReq.ProposedMessage;

const UUID_TEXT = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** A client's mistake, by what is missing or wrong. */
export class BadRequest extends Error {
  readonly property: string | undefined;

  constructor(message: string, property?: string) {
    super(message);
    this.property = property;
  }
}

/** @throws BadRequest without id, type or content type */
export function proposedEvent(message: Message): ProposedEvent {
  const metadata = message.getMetadataMap();
  return {
    id: uuidOf(message.getId()),
    type: required(metadata.get('type'), 'type'),
    contentType: required(metadata.get('content-type'), 'content-type'),
    data: message.getData_asU8(),
    metadata: message.getCustomMetadata_asU8(),
  };
}

/** In lower case, as .NET writes a `Guid`. */
export function uuidOf(uuid: UUID | undefined): string {
  const text = uuid?.hasStructured() === true ? structured(uuid) : (uuid?.getString().toLowerCase() ?? '');
  if (!UUID_TEXT.test(text)) throw new BadRequest(`'${text}' is not a UUID`);
  return text;
}

interface ExpectedOptions {
  hasNoStream(): boolean;
  hasAny(): boolean;
  hasStreamExists(): boolean;
}

export function expectedOf(options: ExpectedOptions, revision: () => string): Expected {
  if (options.hasAny()) return 'any';
  if (options.hasNoStream()) return 'no_stream';
  if (options.hasStreamExists()) return 'stream_exists';
  return Number(revision());
}

function structured(uuid: UUID): string {
  const bits = uuid.getStructured();
  const hex = [bits?.getMostSignificantBits(), bits?.getLeastSignificantBits()]
    .map((half) =>
      BigInt.asUintN(64, BigInt(half ?? 0))
        .toString(16)
        .padStart(16, '0'),
    )
    .join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

function required(value: string | undefined, property: string): string {
  if (value === undefined) throw new BadRequest(`Required Metadata Property '${property}' is missing`, property);
  return value;
}
