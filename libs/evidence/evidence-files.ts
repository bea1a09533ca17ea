import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** Bytes of the largest file that is taken: 10 MiB. */
export const MAX_FILE_BYTES = 10 * 1024 * 1024;

/** A file that has arrived whole and has no name yet. */
export interface ReceivedFile {
  /** Hex SHA-256 of its bytes: its name in the store. */
  readonly sha256: string;
  readonly size: number;
  /** Gives it its name, for ever: another evidence may have the same bytes, so nothing named is ever removed. */
  keep(): Promise<void>;
  /** Removes what was not kept. */
  discard(): Promise<void>;
}

/**
 * Files by their SHA-256: the same bytes are kept once, and a file cannot change unseen. A file is durable before it is
 * named; a crash leaves at most a stray temporary file.
 */
export interface EvidenceFiles {
  /**
   * Nothing is left when the file is too large or breaks off; what breaks it off is thrown.
   *
   * @param maxBytes {@link MAX_FILE_BYTES} unless told
   */
  receive(content: AsyncIterable<Buffer>, maxBytes?: number): Promise<ReceivedFile | 'too-large'>;
  /** The bytes that have this hash; `altered` when those on the disk have another, or are gone. */
  read(sha256: string): Promise<Buffer | 'altered'>;
  /** Where the bytes that have this hash stand on the disk, only to be read; undefined when they are `altered`. */
  locate(sha256: string): Promise<string | undefined>;
}

export const createEvidenceFiles = (directory: string): EvidenceFiles => {
  const pathOf = (sha256: string): string => join(directory, sha256.slice(0, 2), sha256);
  const read: EvidenceFiles['read'] = async (sha256) => {
    if (!/^[0-9a-f]{64}$/u.test(sha256)) throw new Error('not the name of a file');
    const bytes = await readFile(pathOf(sha256)).catch((error: unknown) => {
      if (isMissing(error)) return undefined;
      throw error;
    });
    const isWhole = bytes !== undefined && createHash('sha256').update(bytes).digest('hex') === sha256;
    return isWhole ? bytes : 'altered';
  };
  return {
    async receive(content, maxBytes = MAX_FILE_BYTES) {
      const temporary = join(directory, 'incoming', randomUUID());
      const discard = (): Promise<void> => rm(temporary, { force: true });
      await mkdir(dirname(temporary), { recursive: true, mode: 0o700 });
      const written = await writeDurably(content, temporary, maxBytes).catch(async (error: unknown) => {
        await discard();
        throw error;
      });
      if (written === 'too-large') {
        await discard();
        return written;
      }
      const path = pathOf(written.sha256);
      return {
        ...written,
        discard,
        async keep() {
          await mkdir(dirname(path), { recursive: true, mode: 0o700 });
          await rename(temporary, path);
          await syncDirectory(dirname(path));
        },
      };
    },
    read,
    locate: async (sha256) => ((await read(sha256)) === 'altered' ? undefined : pathOf(sha256)),
  };
};

const writeDurably = async (
  content: AsyncIterable<Buffer>,
  path: string,
  maxBytes: number,
): Promise<Pick<ReceivedFile, 'sha256' | 'size'> | 'too-large'> => {
  const hash = createHash('sha256');
  const file = await open(path, 'wx', 0o600);
  let size = 0;
  try {
    for await (const chunk of content) {
      size += chunk.length;
      if (size > maxBytes) return 'too-large';
      hash.update(chunk);
      await file.writeFile(chunk);
    }
    await file.sync();
  } finally {
    await file.close();
  }
  return { sha256: hash.digest('hex'), size };
};

const isMissing = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === 'ENOENT';

/** Makes the new name itself survive a loss of power. */
const syncDirectory = async (path: string): Promise<void> => {
  const directory = await open(path, 'r');
  try {
    await directory.sync();
  } finally {
    await directory.close();
  }
};
