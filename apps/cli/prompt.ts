import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';

/** What only the person knows, such as a password: of a setting, or asked for on the terminal without showing it. */
export const askSecret = async (setting: 'KHEO_PASSWORD' | 'KHEO_CODE', question: string): Promise<string> =>
  process.env[setting] ?? ask(setting, question);

/** Throws where there is no terminal to ask on. */
const ask = async (setting: string, question: string): Promise<string> => {
  if (!process.stdin.isTTY)
    throw new Error(`${setting}: chưa có, cũng không có chỗ để hỏi / neither given nor a terminal to ask on`);
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
