import type { Sentence } from '#problems';
import type { FieldCode } from './fault.ts';

export const FIELD_TEXTS: Readonly<Record<FieldCode, Sentence>> = {
  required: { vi: 'Bắt buộc phải có.', en: 'This is required.' },
  'required-before-file': {
    vi: 'Bắt buộc phải có, và đặt trước tệp trong biểu mẫu.',
    en: 'This is required: put the fields before the file.',
  },
  'named-twice': { vi: 'Đã nêu ở trên: mỗi thứ chỉ nêu một lần.', en: 'Named above already: name each once.' },
  'unknown-field': { vi: 'Trường này không tồn tại.', en: 'There is no such field.' },
  'not-text': { vi: 'Phải là văn bản.', en: 'This must be text.' },
  'too-short': { vi: 'Phải có ít nhất {min} ký tự.', en: 'This must have at least {min} characters.' },
  'too-long': { vi: 'Không được dài quá {max} ký tự.', en: 'This must have at most {max} characters.' },
  'control-character': { vi: 'Không được chứa ký tự điều khiển.', en: 'This must not hold control characters.' },
  'not-well-formed': { vi: 'Văn bản không hợp lệ về mã hóa.', en: 'This is not well-formed text.' },
  'not-a-date': { vi: 'Phải là ngày có thật, dạng YYYY-MM-DD.', en: 'This must be a real day, as YYYY-MM-DD.' },
  'too-early': { vi: 'Không được trước ngày ở “{from}”.', en: 'This must not be before the day in “{from}”.' },
  'not-an-instant': {
    vi: 'Phải là ngày, dạng 2026-03-02, hoặc thời điểm có múi giờ, dạng 2026-03-02T08:30:00+07:00.',
    en: 'This must be a day, as 2026-03-02, or an instant with its offset, as 2026-03-02T08:30:00+07:00.',
  },
  'not-an-id': { vi: 'Phải là mã định danh UUID viết thường.', en: 'This must be a UUID in lower case.' },
  'not-a-number': { vi: 'Phải là số.', en: 'This must be a number.' },
  'not-a-whole-number': { vi: 'Phải là số nguyên.', en: 'This must be a whole number.' },
  'too-small': { vi: 'Không được nhỏ hơn {min}.', en: 'This must be at least {min}.' },
  'too-large': { vi: 'Không được lớn hơn {max}.', en: 'This must be at most {max}.' },
  'not-one-of': { vi: 'Phải là một trong: {values}.', en: 'This must be one of: {values}.' },
  'not-true-or-false': { vi: 'Phải là true hoặc false.', en: 'This must be true or false.' },
  'not-a-list': { vi: 'Phải là danh sách.', en: 'This must be a list.' },
  'too-few': { vi: 'Phải có ít nhất {min} mục.', en: 'This must have at least {min} entries.' },
  'too-many': { vi: 'Không được có quá {max} mục.', en: 'This must have at most {max} entries.' },
  'not-an-object': { vi: 'Phải là một đối tượng.', en: 'This must be an object.' },
  'too-deep': { vi: 'Lồng nhau quá {max} cấp.', en: 'This is nested deeper than {max} levels.' },
  'reserved-name': { vi: 'Tên trường này không được phép dùng.', en: 'This name is reserved.' },
  malformed: { vi: 'Không đúng dạng.', en: 'This is malformed.' },
};
