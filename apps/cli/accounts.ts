import { randomBytes } from 'node:crypto';
import { createAccounts, createPasswords, type Accounts, type Directory } from '#identity';
import type { OpenDatabase } from './wiring/database.ts';

/** The passwords and codes beside a log. */
export const accountsOf = ({ pool }: OpenDatabase, directory: Directory): Accounts =>
  createAccounts({ pool, directory, random: randomBytes }, createPasswords());

/** What to hand to the administrator. */
export const codeText = (username: string, code: string | undefined): string =>
  `Tài khoản quản trị / the administrator's account: ${username}\n` +
  `Mã đặt mật khẩu, chỉ hiện lần này, dùng trong 72 giờ / code to set the password, shown this once, for 72 hours: ${code ?? '–'}\n` +
  'Đặt mật khẩu khi máy chủ đã chạy / set the password once the server runs: npm run kheo -- password\n';
