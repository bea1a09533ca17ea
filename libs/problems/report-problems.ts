import type { reporting } from '#domain';
import type { Own } from './common-problems.ts';
import { conflict, rule } from './entry.ts';

export const REPORT_PROBLEMS: Own<reporting.ReportRejection> = {
  'period-not-over': rule(
    'Chưa hết kỳ báo cáo: số liệu chốt đến ngày {cutoff}.',
    'The period is not over: its figures are counted until {cutoff}.',
  ),
  'figure-unknown': rule(
    'Quy định không có chỉ tiêu “{figure}”, chỉ có: {figures}.',
    'The regulation has no figure “{figure}”, only: {figures}.',
  ),
  'figure-invalid': rule(
    'Chỉ tiêu “{figure}” phải là số nguyên từ 0 đến {max}.',
    'The figure “{figure}” must be a whole number from 0 to {max}.',
  ),
  'figure-required': rule('Phải nhập chỉ tiêu “{figure}”.', 'The figure “{figure}” is required.'),
  'figure-locked': rule(
    'Chỉ tiêu “{figure}” do hệ thống tính là {expected}, không được nhập khác.',
    'The figure “{figure}” is known to be {expected} and cannot be typed.',
  ),
  'figures-do-not-add-up': rule(
    'Chỉ tiêu “{figure}” phải bằng tổng các chỉ tiêu thành phần: {expected}, không phải {actual}.',
    'The figure “{figure}” must be the sum of its parts: {expected}, not {actual}.',
  ),
  'not-consolidated': rule(
    'Phải tổng hợp báo cáo của các đơn vị trực thuộc trước khi nộp.',
    'The reports of the units below must be consolidated before it is submitted.',
  ),
  'consolidation-stale': rule(
    'Có {count} báo cáo trong số đã tổng hợp bị trả lại hoặc mở lại: phải tổng hợp lại trước khi nộp.',
    '{count} of the reports in the total were returned or reopened since: consolidate again before it is submitted.',
  ),
  'not-a-consolidated-report': rule(
    'Chỉ báo cáo tổng hợp mới được tổng hợp từ các báo cáo khác.',
    'Only a consolidated report is made of others.',
  ),
  'nothing-to-consolidate': rule(
    'Chưa có báo cáo nào của đơn vị trực thuộc được duyệt.',
    'No report of the units below has been approved yet.',
  ),
  'own-report': rule(
    'Bạn đã nộp báo cáo này, nên việc này phải do người khác làm.',
    'You submitted the report, so somebody else does this.',
  ),
  'already-reminded-today': conflict(
    'Hôm nay {person} đã đôn đốc báo cáo này lúc {time}; mỗi ngày chỉ đôn đốc một lần.',
    '{person} had the unit reminded of this report at {time} today; that is done once a day.',
  ),
  'owed-to-itself': rule(
    'Báo cáo này do chính cơ quan nhận lập, không có đơn vị nào khác để đôn đốc.',
    'The receiving body makes this report itself: there is no other unit to remind.',
  ),
  'document-required': rule(
    'Phải nêu số và ngày của văn bản gia hạn.',
    'The number and date of the document that extends it are required.',
  ),
};
