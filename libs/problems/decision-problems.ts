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
  'item-not-found': rule(
    'Không có đối tượng đứng thứ {places} trong danh sách.',
    'These items of the list do not exist, by their place: {places}.',
  ),
  'item-not-eligible': rule(
    'Có đối tượng chưa đủ điều kiện[: {items}].',
    'There are items that are not eligible[: {items}].',
  ),
  'item-in-other-decision': conflict(
    'Đã nằm trong danh sách đã chốt của quyết định khác[: “{title}”].',
    'It stands in the frozen list of another decision[: “{title}”].',
  ),
  'nothing-left-to-decide': conflict(
    'Không còn đối tượng nào như lúc chốt danh sách: hủy quyết định này, nếu cần thì soạn quyết định khác.',
    'No item is as it was when the list was frozen: cancel this decision, and draft another where one is needed.',
  ),
  'items-drop-out': conflict(
    'Khi ban hành, những mục đã thay đổi sau khi chốt sẽ ra khỏi danh sách: {items}.',
    'Once it is issued, the items that changed after the list was frozen drop out: {items}.',
  ),
  'nobody-to-sign': rule(
    'Không có ai khác ký được danh sách này: người có quyền ký đều đã tham gia, hoặc chưa có người ký.',
    'Nobody else can sign this list: all who may sign took part, or there is nobody.',
  ),
  'signer-froze': rule('Người ký không được là người chốt danh sách.', 'Who froze the decision may not sign it.'),
  'hash-differs': rule(
    'Tệp đã lưu không phải là văn bản có mã kiểm tra SHA-256 đã khai.',
    'The stored file is not the paper whose SHA-256 was stated.',
  ),
  'signed-paper-required': rule(
    'Văn bản đã ký phải là tệp thuộc loại quyết định.',
    'The signed paper is a file of the kind “decision”.',
  ),
  'paper-filed-already': conflict('Văn bản này đã được lưu với quyết định.', 'This paper is filed already.'),
  'paper-of-another-decision': conflict(
    'Văn bản này, cùng một tệp, là văn bản đã ký của quyết định khác[, số {number}].',
    'This paper, the very same file, is the signed paper of another decision[, number {number}].',
  ),
  'number-refused': conflict(
    'Quyết định đã hủy số {number}: phải lấy số khác.',
    'The decision gave the number {number} up: take another.',
  ),
  'item-not-in-manifest': rule('Đối tượng không có trong danh sách đã chốt.', 'The item is not in the manifest.'),
};

export const NUMBERING_PROBLEMS: Own<decision.NumberingRejection> = {
  'symbol-malformed': rule(
    'Ký hiệu “{symbol}” không đúng dạng: bắt đầu bằng chữ cái, chỉ gồm chữ cái tiếng Việt, chữ số, các dấu - / . &, ví dụ QĐ/TU.',
    'The symbol “{symbol}” is malformed: it begins with a letter and is made of Vietnamese letters, digits and - / . & only, as QĐ/TU.',
  ),
  'number-malformed': rule(
    'Số {number} không hợp lệ: phải là số nguyên từ 1 đến {max}.',
    'The number {number} is not valid: it is a whole number from 1 to {max}.',
  ),
  'document-type-differs': rule(
    'Sổ này đánh số loại văn bản “{expected}”, không phải “{type}”.',
    'The book numbers documents of the type “{expected}”, not “{type}”.',
  ),
  'number-text-malformed': rule(
    'Không đọc được “{text}”: số, ký hiệu ghi trên văn bản gồm số, dấu - hoặc /, rồi ký hiệu bằng chữ cái tiếng Việt, ví dụ 01-QĐ/TU, 12/QĐ-UBND.',
    '“{text}” cannot be read: what the paper says is a number, - or /, then the symbol in Vietnamese letters, as 01-QĐ/TU, 12/QĐ-UBND.',
  ),
  'number-differs-from-text': rule(
    'Trên văn bản ghi “{text}”, khác với số {number} và ký hiệu {symbol} đã nhập.',
    'The paper says “{text}”, which is not the number {number} and the symbol {symbol} that were entered.',
  ),
  'number-taken': conflict('Số {number} đã được cấp.', 'Number {number} is taken.'),
  'number-voided': conflict('Số[ {number}] đã bị hủy.', 'Number[ {number}] was voided.'),
  'gap-too-wide': rule(
    'Số {number} cách số tiếp theo ({next}) quá {max} số.',
    'The number {number} lies more than {max} above the next one ({next}).',
  ),
  'gap-unconfirmed': rule(
    'Số tiếp theo là {next}; số {number} bỏ trống {gap} số ở giữa: nếu đúng vậy, ghi {gap} vào ô “Bao nhiêu số trống ở dưới”.',
    'The next number is {next}; {number} leaves {gap} empty: if that is meant, write {gap} in “How many numbers stay empty below it”.',
  ),
  'document-type-unknown': rule(
    'Quy định không có loại văn bản “{type}”, chỉ có: {types}.',
    'The regulation has no type of document “{type}”, only: {types}.',
  ),
  'symbol-of-another-type': rule(
    'Ký hiệu của loại văn bản “{type}” bắt đầu bằng {abbreviation}, không phải {symbol}.',
    'The symbol of the type of document “{type}” begins with {abbreviation}, unlike {symbol}.',
  ),
  'number-unknown': rule(
    'Sổ chưa có số này[: {number}; số tiếp theo là {next}].',
    'The book has no such number[: {number}; its next one is {next}].',
  ),
  'number-pending': conflict(
    'Số {number} đang chờ quyết định của nó được ban hành.',
    'The number {number} waits for its decision to be issued.',
  ),
  'term-required': rule(
    'Sổ đánh số theo nhiệm kỳ: phải nêu nhiệm kỳ.',
    'The book starts again each term: name the term.',
  ),
};

export const RESERVATION_PROBLEMS: Own<reservation.ReservationRejection> = {
  'key-taken': conflict(
    'Giá trị này đã có chủ thể khác giữ[: {holder}].',
    'The value is held by another one[: {holder}].',
  ),
};
