import { randomUUID } from 'node:crypto';
import { rename, rm } from 'node:fs/promises';

/** Writes a file under another name and renames it when it is whole: what stood there stays until then. */
export const writeBeside = async (path: string, write: (temporary: string) => Promise<void>): Promise<void> => {
  const temporary = `${path}.${randomUUID()}.tmp`;
  try {
    await write(temporary);
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
};
