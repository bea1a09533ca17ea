import type { LogRecord } from './record.ts';

/** The records of one append as the journal keeps them: a head of fixed length, the texts, and the encoded event. */
const HEAD_BYTES = 36;

export function frameOf(records: readonly LogRecord[]): Buffer {
  return Buffer.concat(records.flatMap(partsOf));
}

export function recordsIn(payload: Buffer): LogRecord[] {
  const records: LogRecord[] = [];
  for (let at = 0; at < payload.length;) {
    const [position, end] = [payload.readDoubleLE(at), payload.readDoubleLE(at + 8)];
    const revision = payload.readUInt32LE(at + 16);
    const lengths = [20, 24, 28, 32].map((offset) => payload.readUInt32LE(at + offset));
    let from = at + HEAD_BYTES;
    const [id, stream, type, wire] = lengths.map((length) => payload.subarray(from, (from += length)));
    records.push({
      position,
      end,
      revision,
      id: id!.toString(),
      stream: stream!.toString(),
      type: type!.toString(),
      wire: wire!,
    });
    at = from;
  }
  return records;
}

function partsOf({ position, end, revision, id, stream, type, wire }: LogRecord): Buffer[] {
  const parts = [Buffer.from(id), Buffer.from(stream), Buffer.from(type), wire];
  const head = Buffer.alloc(HEAD_BYTES);
  head.writeDoubleLE(position, 0);
  head.writeDoubleLE(end, 8);
  head.writeUInt32LE(revision, 16);
  parts.forEach((part, at) => head.writeUInt32LE(part.length, 20 + at * 4));
  return [head, ...parts];
}
