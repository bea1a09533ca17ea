import type { EngineRejection } from '#engine';
import { conflict, forbidden, missing, rule, type ProblemEntry } from './entry.ts';

/** Refusals of the HTTP edge itself, whatever the resource. */
export type HttpRejection =
  | 'file-missing'
  | 'file-too-large'
  | 'file-type-refused'
  | 'evidence-altered'
  | 'malformed'
  | 'bad-json'
  | 'dry-run-not-offered'
  | 'not-found'
  | 'method-not-allowed'
  | 'body-too-large'
  | 'unsupported-media-type'
  | 'not-signed-in'
  | 'wrong-credentials'
  | 'second-factor-required'
  | 'second-factor-needed'
  | 'mail-not-set'
  | 'mail-not-taken'
  | 'forbidden'
  | 'client-header-missing'
  | 'too-many-requests'
  | 'too-many-attempts'
  | 'ahead-of-log'
  | 'read-model-behind'
  | 'unavailable'
  | 'internal';

export const HTTP_PROBLEMS = {
  malformed: { status: 400, vi: 'Yêu cầu không đúng dạng.', en: 'The request is malformed.' },
  'dry-run-not-offered': {
    status: 400,
    vi: 'Việc này không thử trước được; bỏ tiêu đề X-Kheo-Dry-Run để làm thật.',
    en: 'This cannot be tried first; leave X-Kheo-Dry-Run out to do it in earnest.',
  },
  'bad-json': { status: 400, vi: 'Nội dung không phải JSON hợp lệ.', en: 'The body is not valid JSON.' },
  'not-found': missing('Không tìm thấy, hoặc không thuộc phạm vi của bạn.', 'Not found, or not yours.'),
  'method-not-allowed': {
    status: 405,
    vi: 'Không dùng được phương thức này ở đây.',
    en: 'This method is not allowed here.',
  },
  'body-too-large': { status: 413, vi: 'Nội dung gửi lên quá lớn.', en: 'The body is too large.' },
  'unsupported-media-type': {
    status: 415,
    vi: 'Kiểu nội dung này không được hỗ trợ.',
    en: 'This content type is not supported.',
  },
  'not-signed-in': {
    status: 401,
    vi: 'Bạn chưa đăng nhập hoặc phiên đã hết hạn.',
    en: 'You are not signed in, or the session has ended.',
  },
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
  'second-factor-needed': {
    status: 403,
    vi: 'Người ký và quản trị viên phải dùng yếu tố xác thực thứ hai: hãy thêm rồi làm tiếp.',
    en: 'Signers and administrators use a second factor: add one, then go on.',
  },
  'wrong-credentials': { status: 401, vi: 'Sai tên đăng nhập hoặc mật khẩu.', en: 'Wrong user name or password.' },
  forbidden: forbidden('Bạn không có quyền làm việc này.', 'You may not do this.'),
  'client-header-missing': forbidden(
    'Thiếu tiêu đề X-Kheo-Client mà mọi yêu cầu thay đổi dữ liệu bằng cookie phải có.',
    'The header X-Kheo-Client is missing, which every changing request by cookie carries.',
  ),
  'too-many-requests': {
    status: 429,
    vi: 'Quá nhiều yêu cầu; hãy thử lại sau.',
    en: 'Too many requests; try again later.',
  },
  'too-many-attempts': {
    status: 429,
    vi: 'Đăng nhập sai quá nhiều lần; hãy thử lại sau.',
    en: 'Too many failed attempts to sign in; try again later.',
  },
  'ahead-of-log': conflict(
    'Vị trí yêu cầu nằm sau cuối nhật ký: nhật ký đã được khôi phục, hãy đọc lại từ đầu.',
    'The position is beyond the end of the log: the log was restored, read it again.',
  ),
  'read-model-behind': {
    status: 503,
    vi: 'Dữ liệu tra cứu chưa theo kịp vị trí yêu cầu; hãy thử lại.',
    en: 'The read model has not reached the position asked for; try again.',
  },
  unavailable: {
    status: 503,
    vi: 'Hệ thống tạm thời chưa phục vụ được; hãy thử lại.',
    en: 'Temporarily unavailable; try again.',
  },
  internal: {
    status: 500,
    vi: 'Hệ thống gặp lỗi. Hãy báo mã vết kèm theo.',
    en: 'Something broke. Report the trace id.',
  },
} as const satisfies Readonly<Record<string, ProblemEntry>>;

export const ENGINE_PROBLEMS: Readonly<Record<EngineRejection | 'stale-revision', ProblemEntry>> = {
  'stale-revision': {
    status: 412,
    vi: 'Người khác đã thao tác trong lúc đó; hãy xem lại trước khi làm tiếp.',
    en: 'Somebody acted meanwhile; look again before you go on.',
  },
  'concurrency-conflict': conflict(
    'Nhiều người cùng thao tác một lúc; hãy thử lại.',
    'Too many people act on this at once; try again.',
  ),
  'idempotency-key-reused': rule(
    'Khóa Idempotency-Key này đã được dùng cho một yêu cầu khác.',
    'This Idempotency-Key was used for another request.',
  ),
};
