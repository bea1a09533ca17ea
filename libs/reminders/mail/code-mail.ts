import type { SendCode } from '#use-cases';
import type { Mailer } from './mailer.port.ts';

interface CodeMailOptions {
  readonly mailer: Pick<Mailer, 'send'>;
  /** ISO instant. */
  readonly now: () => string;
  /** A new id of a mail: each try carries another code, so none is the same mail. */
  readonly newId: () => string;
  /** The address people see; without it the mail has no link. */
  readonly publicUrl?: string | undefined;
}

const SUBJECT = '[Khéo] Mã đặt mật khẩu · Code to set your password';

/** Sends codes that set a password, in both languages: whoever gets one has not chosen theirs yet. */
export const createSendCode =
  ({ mailer, now, newId, publicUrl }: CodeMailOptions): SendCode =>
  async ({ to, username, code }) => {
    const lines = linesOf(username, code, publicUrl);
    const handover = await mailer.send({
      ...{ messageId: newId(), to, subject: SUBJECT, language: 'vi', date: now() },
      text: `${lines.join('\n\n')}\n`,
      html: `<!doctype html><html lang="vi"><body>${lines.map((line) => `<p>${line}</p>`).join('')}</body></html>`,
    });
    return handover.kind === 'accepted';
  };

/** A user name is folded, and a code of letters and digits: nothing here needs to be escaped but the address. */
const linesOf = (username: string, code: string, publicUrl: string | undefined): readonly string[] => [
  `Tên đăng nhập · user name: ${username}`,
  `Mã · code: ${code}`,
  'Mã dùng một lần, trong 72 giờ, để tự đặt mật khẩu. Đừng đưa mã cho ai. · It is good once, for 72 hours, to set a password of your own. Give it to nobody.',
  ...(publicUrl === undefined ? [] : [new URL(publicUrl).href]),
];
