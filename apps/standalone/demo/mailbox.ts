import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The folder of the catch-all mail server. */
export interface Mailbox {
  /** The addresses of the mails that came since it was last asked, one for each mail, in alphabetical order. */
  newMails(): Promise<readonly string[]>;
}

export const openMailbox = (directory: string): Mailbox => {
  const seen = new Set<string>();
  return {
    newMails: async () => {
      const files = (await readdir(directory)).filter((file) => file.endsWith('.eml') && !seen.has(file));
      for (const file of files) seen.add(file);
      const addresses = await Promise.all(
        files.map(async (file) => addressOf(await readFile(join(directory, file), 'utf8'))),
      );
      return addresses.sort();
    },
  };
};

const addressOf = (mail: string): string => /^To: <?([^\s<>]+)>?$/m.exec(mail)?.[1] ?? '';
