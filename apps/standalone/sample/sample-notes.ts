import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Instant } from '#domain';

/** What a data directory remembers of its sample: an interrupted loading goes on with the same dates and password. */
export interface SampleNotes {
  readonly startedAt: Instant;
  /** Of the sample's accounts; they exist on this machine only. */
  readonly password: string;
}

const fileIn = (dataDir: string): string => join(dataDir, 'sample.json');

export const readNotes = async (dataDir: string): Promise<SampleNotes | undefined> => {
  const text = await readFile(fileIn(dataDir), 'utf8').catch(() => undefined);
  return text === undefined ? undefined : (JSON.parse(text) as SampleNotes);
};

export const writeNotes = async (dataDir: string, notes: SampleNotes): Promise<SampleNotes> => {
  await mkdir(dataDir, { recursive: true });
  await writeFile(fileIn(dataDir), JSON.stringify(notes), { mode: 0o600 });
  return notes;
};
