import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import type { Import } from '#imports';
import type { Language } from '#problems';
import type { Importer } from '../importer/importer.ts';

/** The list as it was sent, with what became of each row that is done. @throws UnusableFile when nothing of the file is */
export const returnedList = async (
  importer: Pick<Importer, 'writeReturned'>,
  { id: importId, fileName }: Import,
  language: Language,
): Promise<Buffer> => {
  const folder = await mkdtemp(join(tmpdir(), 'kheo-import-'));
  try {
    const path = join(folder, `returned${extname(fileName)}`);
    await importer.writeReturned({ importId, language, path });
    return await readFile(path);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};
