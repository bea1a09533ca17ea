import { closeSync, existsSync, fdatasync, ftruncateSync, mkdirSync, openSync, readFileSync, write } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { crc32 } from 'node:zlib';
import { frameOf, recordsIn } from './frame.ts';
import type { LogRecord } from './record.ts';

const FRAME_HEADER_BYTES = 8;
const [writeBytes, sync] = [promisify(write), promisify(fdatasync)];

/**
 * The log on disk: an append-only file. One frame holds one append (length, CRC-32, records), so that a torn tail takes
 * a whole append or nothing. What is asked for while a flush is under way goes with the next one: many writers pay one
 * `fdatasync`.
 */
export class Journal {
  private readonly path: string;
  private readonly file: number;
  private readonly size: number;
  private readonly loaded: LogRecord[] = [];
  private waiting: Buffer[] = [];
  private next: Promise<void> | undefined;
  private running: Promise<void> = Promise.resolve();

  constructor(directory: string) {
    mkdirSync(directory, { recursive: true });
    this.path = join(directory, 'transactions.log');
    const bytes = existsSync(this.path) ? readFileSync(this.path) : Buffer.alloc(0);
    this.size = this.read(bytes);
    this.file = openSync(this.path, 'a');
    if (this.size < bytes.length) ftruncateSync(this.file, this.size);
  }

  /** What was on disk when it was opened. */
  load(): readonly LogRecord[] {
    return this.loaded;
  }

  /** Resolves when the records are on disk. */
  write(records: readonly LogRecord[]): Promise<void> {
    const payload = frameOf(records);
    const header = Buffer.allocUnsafe(FRAME_HEADER_BYTES);
    header.writeUInt32LE(payload.length, 0);
    header.writeUInt32LE(crc32(payload), 4);
    this.waiting.push(header, payload);
    return this.written();
  }

  /** Resolves when all that was written so far is on disk. */
  written(): Promise<void> {
    if (this.waiting.length === 0) return this.running;
    this.next ??= this.running.then(() => {
      this.next = undefined;
      this.running = this.flush();
      return this.running;
    });
    return this.next;
  }

  async close(): Promise<void> {
    await this.written();
    closeSync(this.file);
  }

  private async flush(): Promise<void> {
    const bytes = Buffer.concat(this.waiting);
    this.waiting = [];
    let from = 0;
    while (from < bytes.length) from += (await writeBytes(this.file, bytes, from)).bytesWritten;
    await sync(this.file);
  }

  /** Reads whole frames; returns the byte where the first torn one begins. */
  private read(bytes: Buffer): number {
    let at = 0;
    while (at + FRAME_HEADER_BYTES <= bytes.length) {
      const [length, checksum] = [bytes.readUInt32LE(at), bytes.readUInt32LE(at + 4)];
      const payload = bytes.subarray(at + FRAME_HEADER_BYTES, at + FRAME_HEADER_BYTES + length);
      if (payload.length < length || crc32(payload) !== checksum) break;
      this.loaded.push(...recordsIn(payload));
      at += FRAME_HEADER_BYTES + length;
    }
    return at;
  }
}
