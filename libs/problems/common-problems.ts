import type { Rejection } from '#use-cases';
import { conflict, forbidden, rule, type ProblemEntry } from './entry.ts';

/** Refusals that several workflows share: one rule, one sentence. */
export const COMMON_PROBLEMS = {
  'role-not-allowed': forbidden(
    'Vai trò của bạn không được làm việc này[; việc này của: {roles}].',
    'Your role may not do this[; it is for: {roles}].',
  ),
  'wrong-status': conflict(
    'Không làm được việc này khi {workflow} đang ở trạng thái “{status}”[; chỉ làm được ở trạng thái: {possible}].',
    'This cannot be done while {workflow} is in the status “{status}”[; it can in: {possible}].',
  ),
  'text-required': rule('Phải nhập nội dung.', 'A text is required.'),
  'reason-missing': rule('Phải nêu lý do.', 'A reason is required.'),
  'name-empty': rule('Phải có tên.', 'A name is required.'),
  'date-invalid': rule('Ngày không hợp lệ.', 'The date is not valid.'),
  'dates-out-of-order': rule(
    'Các ngày không đúng thứ tự[: ngày này không được trước {notBefore}][, {milestone}].',
    'The dates are out of order[: this one must not lie before {notBefore}][, {milestone}].',
  ),
  'document-missing': rule('Còn thiếu tài liệu[: {kinds}].', 'A document is missing[: {kinds}].'),
  'number-missing': rule('Phải có số, ký hiệu văn bản.', 'The document number is required.'),
  'unit-not-active': rule(
    'Đơn vị[ “{unit}”] không tồn tại hoặc không hoạt động[: đã kết thúc sau ngày {until}][: chỉ hoạt động từ ngày {from}].',
    'The unit[ “{unit}”] does not exist or is not active[: it was closed after {until}][: it begins on {from}].',
  ),
  'unit-missing': rule('Không có đơn vị này.', 'There is no such unit.'),
  'regulation-missing': rule('Không có quy định này.', 'There is no such regulation.'),
  'hash-malformed': rule(
    'Mã băm SHA-256 gồm 64 chữ số hệ 16, chữ cái viết thường.',
    'A SHA-256 is 64 hexadecimal digits in lower case.',
  ),
  'number-in-use': conflict(
    'Số {number} đang được một quyết định sử dụng.',
    'The number {number} is in use by a decision.',
  ),
  'not-competent': rule(
    'Theo quy định, cơ quan này không có thẩm quyền[ đối với: {items}][; có thẩm quyền: {bodies}].',
    'By the regulation this body is not competent[ for: {items}][; these are: {bodies}].',
  ),
  'changed-after-freeze': conflict(
    'Hồ sơ[ “{item}”] đã thay đổi {changes} lần sau khi chốt danh sách: đưa vào một quyết định khác.',
    'It[, “{item}”,] changed {changes} times after the decision was frozen: put it into another decision.',
  ),
  'signer-drafted-or-submitted': rule(
    'Người ký đã soạn hoặc nộp đăng ký[: {items}]; người khác phải ký.',
    'The signer drafted or submitted the registration[: {items}]; somebody else signs.',
  ),
  'signer-appraised': rule(
    'Người ký đã tham gia thẩm định[: {items}]; người khác phải ký.',
    'The signer took part in the appraisal[ of: {items}]; somebody else signs.',
  ),
  'signer-proposed': rule(
    'Người ký đã đề nghị khen thưởng[: {items}]; người khác phải ký.',
    'The signer proposed the commendation[ of: {items}]; somebody else signs.',
  ),
  'signer-verified': rule(
    'Người ký đã thẩm tra hồ sơ khen thưởng[: {items}]; người khác phải ký.',
    'The signer verified the commendation[ of: {items}]; somebody else signs.',
  ),
  'ground-unknown': rule(
    'Luật chỉ có bốn căn cứ: kê khai gian dối, giấy tờ giả, xét hoặc đề nghị sai quy định, kết luận vi phạm của cơ quan có thẩm quyền.',
    'The law knows four grounds: fraud in declaring, false documents, appraised or proposed against the rules, a competent conclusion of a violation.',
  ),
  'date-in-past': rule(
    'Ngày {date} đã qua; hôm nay là ngày {today}.',
    'The day {date} lies in the past; today is {today}.',
  ),
  'date-in-future': rule(
    'Ngày {date} chưa đến; hôm nay là ngày {today}.',
    'The day {date} lies in the future; today is {today}.',
  ),
  'evidence-unknown': rule('Không có tệp minh chứng này.', 'There is no such evidence.'),
  'minutes-required': rule(
    'Phải có biên bản: một tệp minh chứng thuộc loại biên bản.',
    'Minutes are required: a stored file of the kind “minutes”.',
  ),
  'not-an-extension': rule(
    'Chỉ được dời hạn về sau ngày {current}.',
    'A deadline is only moved to a day after {current}.',
  ),
  'nothing-to-settle': rule(
    'Mô hình làm căn cứ không bị thu hồi, hoặc đã được xem xét.',
    'What it rests on was not revoked, or that is settled.',
  ),
  'issuer-differs': rule('Số văn bản của cơ quan khác.', 'The number is another issuer’s.'),
} as const satisfies Readonly<Partial<Record<Rejection, ProblemEntry>>>;

/** The refusals of one workflow beside those it shares; the compiler points here when one has no sentence. */
export type Own<Reason extends string> = Readonly<Record<Exclude<Reason, keyof typeof COMMON_PROBLEMS>, ProblemEntry>>;
