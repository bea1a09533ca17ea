import type { evidence } from '#domain';
import type { Rejection } from '#use-cases';
import type { Own } from './common-problems.ts';
import { conflict, forbidden, missing, rule, type ProblemEntry } from './entry.ts';

/** Refusals of use cases that are no rules of a workflow. */
export const SERVICE_PROBLEMS = {
  'password-weak': rule(
    'Mật khẩu phải có từ 12 đến 200 ký tự và khó đoán: không dùng mật khẩu phổ biến, dãy phím liền nhau hay tên đăng nhập.',
    'A password has 12 to 200 characters and is hard to guess: no common one, no row of keys, not the user name.',
  ),
  'api-key-revoked': rule('Khóa đã bị thu hồi.', 'The key was revoked.'),
  'import-over': conflict('Lần nhập này đã kết thúc.', 'This import is over.'),
  'own-account': rule(
    'Không ai được tự cấp lại, mở khóa hoặc đóng tài khoản của mình.',
    'Nobody invites, resets, unlocks or disables their own account.',
  ),
  'not-found': missing('Không tìm thấy, hoặc không thuộc phạm vi của bạn.', 'Not found, or not yours.'),
  forbidden: forbidden(
    'Bạn không có quyền làm việc này[: việc này của {roles} được phân công ở “{unit}” hoặc cấp trên][: cần một {role} có phạm vi bao quát người này].',
    'You may not do this[: it takes an appointment to “{unit}” or above as {roles}][: it takes a {role} whose reach covers the person].',
  ),
  'read-model-behind': {
    status: 503,
    vi: 'Dữ liệu tra cứu chưa theo kịp vị trí yêu cầu; hãy thử lại.',
    en: 'The read model has not reached the position asked for; try again.',
  },
  'wrong-credentials': { status: 401, vi: 'Sai tên đăng nhập hoặc mật khẩu.', en: 'Wrong user name or password.' },
  'second-factor-required': {
    status: 401,
    vi: 'Cần thêm mã của ứng dụng xác thực.',
    en: 'A code of the second factor is needed as well.',
  },
  'mail-not-set': {
    status: 422,
    vi: 'Hệ thống chưa đặt máy chủ thư; hãy đưa mã tận tay.',
    en: 'No mail server is set; hand the code over in person.',
  },
  'mail-not-taken': {
    status: 503,
    vi: 'Máy chủ thư chưa nhận thư; gửi lại đúng lệnh này, hoặc đưa mã tận tay.',
    en: 'The mail server did not take the mail; send this very command again, or hand the code over in person.',
  },
  'too-many-attempts': {
    status: 429,
    vi: 'Đăng nhập sai quá nhiều lần; hãy thử lại sau[ {retryAfterSeconds} giây].',
    en: 'Too many failed attempts to sign in; try again later[, in {retryAfterSeconds} seconds].',
  },
} as const satisfies Readonly<Partial<Record<Rejection, ProblemEntry>>>;

export const EVIDENCE_PROBLEMS: Own<evidence.EvidenceRejection> = {
  'already-added': conflict('Tệp minh chứng này đã có.', 'This evidence was added already.'),
};
