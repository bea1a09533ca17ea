import { randomUUID } from 'node:crypto';
import { mkdir, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';

/** A file that is whole and has no name: it is gone once it has been sent or dropped. */
interface Spooled {
  /** Bytes. */
  readonly size: number;
  /** Its bytes from the first; may be asked for once. */
  send(): Readable;
  drop(): Promise<void>;
}

/** Keeps on the disk what is made faster than it is taken. Nothing of it is left, whatever happens to the process. */
export type Spool = (content: AsyncIterable<string | Buffer>) => Promise<Spooled>;

export const createSpool =
  (folder: string): Spool =>
  async (content) => {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const path = join(folder, randomUUID());
    const file = await open(path, 'wx+', 0o600);
    try {
      await rm(path);
      await file.writeFile(content);
      const { size } = await file.stat();
      return { size, send: () => file.createReadStream({ start: 0 }), drop: () => file.close() };
    } catch (error) {
      await file.close();
      throw error;
    }
  };
