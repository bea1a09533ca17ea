import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';

/** Asks for a password on the terminal without showing it. Throws where there is no terminal to ask on. */
export const askPassword = async (question: string): Promise<string> => {
  if (!process.stdin.isTTY) throw new Error('KHEO_PASSWORD: chưa có mật khẩu / no password given');
  process.stderr.write(question);
  const silent = new Writable({
    write: (_chunk, _encoding, done) => {
      done();
    },
  });
  const terminal = createInterface({ input: process.stdin, output: silent, terminal: true });
  try {
    return await terminal.question('');
  } finally {
    terminal.close();
    process.stderr.write('\n');
  }
};
