import type { regulation } from '#domain';
import type { Sentence } from './language.ts';

const fault = (vi: string, en: string): Sentence => ({ vi, en });

/** What is wrong with a part of a regulation, by the broken rule: the pointer says which part. */
export const REGULATION_FAULTS: Readonly<Record<regulation.RegulationFault, Sentence>> = {
  'abbreviation-duplicate': fault('Chữ viết tắt bị trùng.', 'The abbreviation is used twice.'),
  'abbreviation-malformed': fault(
    'Chữ viết tắt bắt đầu bằng chữ cái, chỉ gồm chữ cái và chữ số, ví dụ QĐ.',
    'An abbreviation begins with a letter and is made of letters and digits, as QĐ.',
  ),
  'authorities-missing': fault('Chưa nêu cơ quan nào có thẩm quyền.', 'No body is competent for anything.'),
  'authority-duplicate': fault('Thẩm quyền này được nêu hai lần.', 'The authority is given twice.'),
  'band-gap': fault('Giữa hai mức xếp loại còn khoảng điểm trống.', 'There is a gap below this band.'),
  'band-invalid': fault('Khoảng điểm của mức xếp loại không đúng.', 'The points of the band are not in order.'),
  'band-overlap': fault('Hai mức xếp loại chồng lên nhau.', 'The band overlaps the one below.'),
  'code-duplicate': fault('Mã bị trùng.', 'The code is used twice.'),
  'code-missing': fault('Thiếu mã.', 'A code is missing.'),
  'criteria-missing': fault('Bộ tiêu chí chưa có tiêu chí nào.', 'The set has no criteria.'),
  'date-duplicate': fault('Ngày bị trùng.', 'The day is given twice.'),
  'date-invalid': fault('Ngày không có thật.', 'This is no real day.'),
  'dates-out-of-order': fault(
    'Thời hạn này đứng trước thời hạn của bước trước.',
    'This lies before the day of the step before.',
  ),
  'document-duplicate': fault('Loại tài liệu được nêu hai lần.', 'The kind of document is given twice.'),
  'document-types-missing': fault('Chưa có loại văn bản nào.', 'There is no type of document.'),
  'fields-missing': fault('Chưa có lĩnh vực nào.', 'There is no field.'),
  'figure-duplicate': fault('Chỉ tiêu được nêu hai lần.', 'The figure is given twice.'),
  'figure-known-and-sum': fault(
    'Chỉ tiêu đã do hệ thống tính thì không thể là tổng.',
    'What the log knows cannot be a sum as well.',
  ),
  'figure-missing': fault('Tổng gồm một chỉ tiêu không có.', 'The sum names a figure that is not there.'),
  'figure-sums-itself': fault('Chỉ tiêu cộng chính nó.', 'The figure is part of its own sum.'),
  'forms-missing': fault('Thẩm quyền khen thưởng phải nêu hình thức.', 'An authority to commend names its forms.'),
  'forms-not-allowed': fault(
    'Chỉ thẩm quyền khen thưởng mới nêu hình thức.',
    'Only an authority to commend names forms.',
  ),
  'holiday-missing': fault('Ngày có tên không nằm trong danh sách ngày nghỉ.', 'The named day is no holiday.'),
  'item-duplicate': fault('Mục được nêu hai lần.', 'The item is given twice.'),
  'make-up-day-is-holiday': fault('Ngày làm bù lại là ngày nghỉ.', 'The make-up day is a holiday.'),
  'name-duplicate': fault('Tên bị trùng.', 'The name is used twice.'),
  'name-missing': fault('Thiếu tên.', 'A name is missing.'),
  'no-competent-body': fault(
    'Không cơ quan nào có thẩm quyền: {act} cho {unitKind}.',
    'No body is competent to {act} for {unitKind}.',
  ),
  'number-invalid': fault('Số không hợp lệ.', 'The number is not valid.'),
  'pass-mark-out-of-range': fault('Điểm đạt phải từ 1 đến {total}.', 'The pass mark lies between 1 and {total}.'),
  'percent-invalid': fault('Phần trăm là số nguyên từ 0 đến 100.', 'A percentage is a whole number from 0 to 100.'),
  'period-duplicate': fault('Kỳ báo cáo bị trùng.', 'The period is given twice.'),
  'points-do-not-add-up': fault(
    'Mức xếp loại cao nhất dừng ở {to}, tổng điểm các tiêu chí là {total}.',
    'The highest band ends at {to}, the criteria make {total}.',
  ),
  'points-invalid': fault('Điểm tối đa là số nguyên từ 1.', 'The most points are a whole number from 1.'),
  'points-not-one': fault(
    'Tiêu chí đạt/không đạt có điểm tối đa là 1.',
    'A criterion that is passed or not has 1 point.',
  ),
  'rungs-out-of-order': fault('Các bậc nhắc không đúng thứ tự ngày.', 'The rungs are not in the order of their days.'),
  'sum-empty': fault('Tổng chưa gồm chỉ tiêu nào.', 'The sum has no parts.'),
  'time-invalid': fault('Giờ không hợp lệ, ví dụ 20:00.', 'The time is not valid; write 20:00.'),
  'title-missing': fault('Thiếu tên quy định.', 'The title is missing.'),
  'unit-kind-duplicate': fault('Loại đơn vị được nêu hai lần.', 'The kind of unit is given twice.'),
  'unit-kind-unknown': fault('Không có loại đơn vị này.', 'There is no such kind of unit.'),
};
