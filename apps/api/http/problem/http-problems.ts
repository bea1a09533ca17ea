import { conflict, forbidden, rule, type ProblemEntry } from '#problems';

/** Refusals of the HTTP edge itself, whatever the resource. */
export type HttpRejection =
  | 'file-missing'
  | 'file-too-large'
  | 'file-empty'
  | 'file-type-refused'
  | 'evidence-altered'
  | 'preview-not-offered'
  | 'cycle-unknown'
  | 'list-unusable'
  | 'malformed'
  | 'bad-json'
  | 'dry-run-not-offered'
  | 'method-not-allowed'
  | 'body-too-large'
  | 'unsupported-media-type'
  | 'not-signed-in'
  | 'another-person-signed-in'
  | 'second-factor-needed'
  | 'acting-as-ended'
  | 'acting-as-not-begun'
  | 'acting-as-not-yours'
  | 'client-header-missing'
  | 'too-many-requests'
  | 'too-many-open-pages'
  | 'view-name-taken'
  | 'too-many-views'
  | 'ahead-of-log'
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
  'another-person-signed-in': {
    status: 401,
    vi: 'Trình duyệt này đang đăng nhập bằng tài khoản của người khác, nên việc này chưa được thực hiện. Hãy đăng nhập lại bằng tài khoản của bạn.',
    en: 'Somebody else is signed in on this browser, so this was not done. Sign in again as yourself.',
  },
  'second-factor-needed': {
    status: 403,
    vi: 'Người ký và quản trị viên phải dùng yếu tố xác thực thứ hai: hãy thêm rồi làm tiếp.',
    en: 'Signers and administrators use a second factor: add one, then go on.',
  },
  'acting-as-ended': forbidden(
    'Phân công mà bạn đang làm việc theo ({role}, {unit}) đã kết thúc[ ngày {until}]. Hãy chọn phân công khác của bạn; nếu vẫn cần phân công này, hãy hỏi quản trị viên.',
    'The appointment you act under ({role}, {unit}) ended[ on {until}]. Choose another of yours; if you still need it, ask an administrator.',
  ),
  'acting-as-not-begun': forbidden(
    'Phân công mà bạn chọn ({role}, {unit}) chỉ có hiệu lực từ ngày {from}. Hãy chọn phân công khác của bạn.',
    'The appointment you chose ({role}, {unit}) holds only from {from}. Choose another of yours.',
  ),
  'acting-as-not-yours': forbidden(
    'Phân công được chọn không phải của bạn. Hãy chọn một phân công của bạn.',
    'The appointment that was chosen is none of yours. Choose one of yours.',
  ),
  'client-header-missing': forbidden(
    'Thiếu tiêu đề X-Kheo-Client mà mọi yêu cầu thay đổi dữ liệu bằng cookie phải có.',
    'The header X-Kheo-Client is missing, which every changing request by cookie carries.',
  ),
  'too-many-requests': {
    status: 429,
    vi: 'Quá nhiều yêu cầu; hãy thử lại sau.',
    en: 'Too many requests; try again later.',
  },
  'too-many-open-pages': {
    status: 429,
    vi: 'Bạn đang mở quá nhiều trang cùng lúc; hãy đóng bớt. Trang này không tự cập nhật được cho đến khi đó.',
    en: 'Too many pages are open at once; close some. Until then this page does not refresh itself.',
  },
  'view-name-taken': conflict(
    'Đã có một bộ lọc tên này của danh sách này; hãy đặt tên khác.',
    'There is a view of that name of this list already; give it another.',
  ),
  'preview-not-offered': rule(
    'Tệp loại này không xem ngay được; hãy tải về.',
    'A file of this type cannot be shown here; download it.',
  ),
  'too-many-views': rule(
    'Đã lưu đủ {count} bộ lọc; hãy xóa bớt rồi lưu.',
    'All {count} views are in use; remove some, then save.',
  ),
  'ahead-of-log': conflict(
    'Vị trí yêu cầu nằm sau cuối nhật ký: nhật ký đã được khôi phục, hãy đọc lại từ đầu.',
    'The position is beyond the end of the log: the log was restored, read it again.',
  ),
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
  'file-missing': { status: 400, vi: 'Thiếu tệp.', en: 'The file is missing.' },
  'file-too-large': {
    status: 413,
    vi: 'Tệp lớn hơn {mebibytes} MiB: hãy nén hoặc chia nhỏ rồi gửi lại.',
    en: 'The file is larger than {mebibytes} MiB: compress or split it, then send it again.',
  },
  'file-empty': rule('Tệp trống (0 byte): hãy chọn lại tệp.', 'The file is empty (0 bytes): choose it again.'),
  'cycle-unknown': rule(
    'Không có đợt thi đua nào mang id này; các đợt xem ở GET /api/cycles.',
    'There is no cycle of this id; GET /api/cycles tells which there are.',
  ),
  'list-unusable': rule(
    'Không dùng được tệp này; thông báo của lần nhập nói vì sao.',
    'Nothing of this file can be used; the notices of the import say why.',
  ),
  'evidence-altered': {
    status: 500,
    vi: 'Tệp trên đĩa đã bị mất hoặc không còn đúng như lúc lưu; sự cố đã được báo cho quản trị.',
    en: 'The file on the disk is gone or no longer what was stored; an incident was opened.',
  },
  'file-type-refused': { status: 415, vi: 'Loại tệp này không được nhận.', en: 'This type of file is not accepted.' },
} as const satisfies Readonly<Record<HttpRejection, ProblemEntry>>;
