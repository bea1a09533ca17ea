import type { decision, reservation } from '#domain';
import type { Own } from './common-problems.ts';
import { conflict, rule } from './entry.ts';

export const DECISION_PROBLEMS: Own<decision.DecisionRejection> = {
  'items-required': rule('Quyết định không có đối tượng nào.', 'The decision has no items.'),
  'too-many-items': rule('Một quyết định có tối đa {max} đối tượng.', 'A decision has at most {max} items.'),
  'item-twice': rule('Một đối tượng được nêu hai lần.', 'An item is named twice.'),
  'item-of-other-kind': rule(
    'Loại đối tượng không hợp với nội dung quyết định.',
    'The kind of an item does not fit the act.',
  ),
  'item-not-found': rule('Có đối tượng không tồn tại: {items}.', 'Items do not exist: {items}.'),
  'item-not-eligible': rule('Có đối tượng chưa đủ điều kiện: {items}.', 'Items are not eligible: {items}.'),
  'signer-froze': rule('Người ký không được là người chốt danh sách.', 'Who froze the decision may not sign it.'),
  'hash-differs': rule(
    'Tệp đã lưu không phải là văn bản có mã băm SHA-256 đã khai.',
    'The stored file is not the paper whose SHA-256 was stated.',
  ),
  'signed-paper-required': rule(
    'Văn bản đã ký phải là tệp loại DECISION (quyết định).',
    'The signed paper is a file of the kind DECISION.',
  ),
  'paper-filed-already': conflict('Văn bản này đã được lưu với quyết định.', 'This paper is filed already.'),
  'number-refused': conflict('Quyết định đã từ bỏ số này.', 'The decision gave this number up.'),
  'item-not-in-manifest': rule('Đối tượng không có trong danh sách đã chốt.', 'The item is not in the manifest.'),
};

export const NUMBERING_PROBLEMS: Own<decision.NumberingRejection> = {
  'symbol-malformed': rule(
    'Ký hiệu văn bản bắt đầu bằng chữ cái và chỉ gồm chữ cái tiếng Việt, chữ số, các dấu - / . &, ví dụ QĐ/TU.',
    'A symbol begins with a letter and is made of Vietnamese letters, digits and - / . & only, as QĐ/TU.',
  ),
  'number-malformed': rule('Số văn bản không đúng dạng.', 'The number is malformed.'),
  'document-type-differs': rule('Loại văn bản không khớp với sổ.', 'The document type is not that of the book.'),
  'number-text-malformed': rule(
    'Số, ký hiệu ghi trên văn bản gồm số, dấu - hoặc /, rồi ký hiệu bằng chữ cái tiếng Việt, ví dụ 01-QĐ/TU, 12/QĐ-UBND.',
    'What the paper says is a number, - or /, then the symbol in Vietnamese letters, as 01-QĐ/TU, 12/QĐ-UBND.',
  ),
  'number-differs-from-text': rule(
    'Số hoặc ký hiệu ghi trên văn bản khác với giá trị đã nhập.',
    'The text on the paper says another number or symbol than the one entered.',
  ),
  'number-taken': conflict('Số {number} đã được cấp.', 'Number {number} is taken.'),
  'number-voided': conflict('Số[ {number}] đã bị hủy.', 'Number[ {number}] was voided.'),
  'gap-too-wide': rule('Số cách quá xa số tiếp theo ({next}).', 'The number is too far above the next one ({next}).'),
  'gap-unconfirmed': rule(
    'Số tiếp theo là {next}; số này bỏ trống {gap} số ở giữa: nếu đúng vậy, ghi rõ trong gap.',
    'The next number is {next}; this one leaves {gap} empty: if that is meant, say so in gap.',
  ),
  'document-type-unknown': rule(
    'Quy định không có loại văn bản này, chỉ có: {types}.',
    'The regulation has no such type of document, only: {types}.',
  ),
  'symbol-of-another-type': rule(
    'Ký hiệu của loại văn bản này bắt đầu bằng {abbreviation}.',
    'The symbol of this type of document begins with {abbreviation}.',
  ),
  'number-unknown': rule('Sổ chưa có số này.', 'The book has no such number.'),
  'number-pending': conflict('Số này đang chờ quyết định.', 'The number waits for its decision.'),
  'term-required': rule(
    'Sổ đánh số theo nhiệm kỳ: phải nêu nhiệm kỳ.',
    'The book starts again each term: name the term.',
  ),
};

export const RESERVATION_PROBLEMS: Own<reservation.ReservationRejection> = {
  'key-taken': conflict('Giá trị này đã có chủ thể khác giữ.', 'The value is held by another one.'),
};
