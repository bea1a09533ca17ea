import type { evidence } from '#domain';
import type { Own } from './common-problems.ts';
import { conflict, rule, type ProblemEntry } from './entry.ts';

/** Refusals of accounts and files that are no rules of a workflow. */
export const SERVICE_PROBLEMS = {
  'password-weak': rule(
    'Mật khẩu phải có từ 12 đến 200 ký tự và khó đoán: không dùng mật khẩu phổ biến, dãy phím liền nhau hay tên đăng nhập.',
    'A password has 12 to 200 characters and is hard to guess: no common one, no row of keys, not the user name.',
  ),
  'own-account': rule(
    'Không ai được tự cấp lại, mở khóa hoặc đóng tài khoản của mình.',
    'Nobody invites, resets, unlocks or disables their own account.',
  ),
  'file-missing': { status: 400, vi: 'Thiếu tệp.', en: 'The file is missing.' },
  'file-too-large': { status: 413, vi: 'Tệp lớn hơn 10 MiB.', en: 'The file is larger than 10 MiB.' },
  'evidence-altered': {
    status: 500,
    vi: 'Tệp trên đĩa đã bị mất hoặc không còn đúng mã băm đã ghi; sự cố đã được báo cho quản trị.',
    en: 'The file on the disk is gone or no longer has the hash that was recorded; an incident was opened.',
  },
  'file-type-refused': { status: 415, vi: 'Loại tệp này không được nhận.', en: 'This type of file is not accepted.' },
} as const satisfies Readonly<Record<string, ProblemEntry>>;

export const EVIDENCE_PROBLEMS: Own<evidence.EvidenceRejection> = {
  'already-added': conflict('Tệp minh chứng này đã có.', 'This evidence was added already.'),
};
