import { randomBytes } from 'node:crypto';
import { createAccounts, createPasswords, type Accounts, type Directory } from '#identity';
import type { OpenDatabase } from './wiring/database.ts';

/** The passwords and codes beside a log. */
export const accountsOf = ({ pool }: OpenDatabase, directory: Directory): Accounts =>
  createAccounts({ pool, directory, random: randomBytes }, createPasswords());

/** What to hand to the administrator; a code is shown once. */
export const codeText = (slip: string | undefined): string =>
  `${slip ?? '–'}\n` +
  'Đặt mật khẩu khi máy chủ đã chạy / set the password once the server runs: npm run kheo -- password\n';
