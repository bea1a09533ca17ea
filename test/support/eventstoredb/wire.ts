/**
 * Just enough of protobuf's wire format to write an event once and send its bytes as often as it is read. All other
 * messages go through the classes that the client generates.
 */
const VARINT = 0;
const LENGTH_DELIMITED = 2;

/** A number up to 2^53 - 1; a zero is written too, as a member of a `oneof` must be. */
export function uint(field: number, value: number): Buffer {
  return Buffer.from([...varint(field * 8 + VARINT), ...varint(value)]);
}

/** Bytes, a text, or a message that is made of `parts`. */
export function block(field: number, ...parts: readonly Uint8Array[]): Buffer {
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  return Buffer.concat([Buffer.from([...varint(field * 8 + LENGTH_DELIMITED), ...varint(length)]), ...parts]);
}

export function text(field: number, value: string): Buffer {
  return block(field, Buffer.from(value, 'utf8'));
}

/** One entry of `map<string, string>`. */
export function entry(field: number, key: string, value: string): Buffer {
  return block(field, text(1, key), text(2, value));
}

function varint(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  while (rest > 127) {
    bytes.push((rest % 128) + 128);
    rest = Math.floor(rest / 128);
  }
  bytes.push(rest);
  return bytes;
}
