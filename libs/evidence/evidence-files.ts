import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';

/** Bytes of the largest file that is taken: 10 MiB. */
export const MAX_FILE_BYTES = 10 * 1024 * 1024;

interface StoredFile {
  /** Hex SHA-256 of its bytes: its name in the store. */
  readonly sha256: string;
  readonly size: number;
}

/**
 * Files by their SHA-256: the same bytes are kept once, and a file cannot change unseen. A file is durable before it is
 * named; a crash leaves at most a stray temporary file.
 */
export interface EvidenceFiles {
  /** Nothing is kept when the file is too large. */
  put(content: Readable): Promise<StoredFile | 'too-large'>;
  /** Throws when there is no such file. */
  read(sha256: string): Readable;
}

export const createEvidenceFiles = (directory: string): EvidenceFiles => {
  const pathOf = (sha256: string): string => join(directory, sha256.slice(0, 2), sha256);
  return {
    async put(content) {
      const temporary = join(directory, 'incoming', randomUUID());
      await mkdir(dirname(temporary), { recursive: true, mode: 0o700 });
      const written = await writeDurably(content, temporary);
      if (written === 'too-large') {
        await rm(temporary, { force: true });
        return written;
      }
      const path = pathOf(written.sha256);
      await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      await rename(temporary, path);
      await syncDirectory(dirname(path));
      return written;
    },
    read(sha256) {
      if (!/^[0-9a-f]{64}$/u.test(sha256)) throw new Error('not the name of a file');
      return createReadStream(pathOf(sha256));
    },
  };
};

const writeDurably = async (content: Readable, path: string): Promise<StoredFile | 'too-large'> => {
  const hash = createHash('sha256');
  const file = await open(path, 'wx', 0o600);
  let size = 0;
  try {
    for await (const chunk of content as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > MAX_FILE_BYTES) return 'too-large';
      hash.update(chunk);
      await file.write(chunk);
    }
    await file.sync();
  } finally {
    await file.close();
  }
  return { sha256: hash.digest('hex'), size };
};

/** Makes the new name itself survive a loss of power. */
const syncDirectory = async (path: string): Promise<void> => {
  const directory = await open(path, 'r');
  try {
    await directory.sync();
  } finally {
    await directory.close();
  }
};
