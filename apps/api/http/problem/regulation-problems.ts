import type { regulation } from '#domain';
import { COMMON_PROBLEMS as common } from './common-problems.ts';
import { conflict, missing, rule, type Entry } from './entry.ts';

export const REGULATION_PROBLEMS: Readonly<Record<regulation.RegulationRejection, Entry>> = {
  'role-not-allowed': common['role-not-allowed'],
  'regulation-exists': conflict('Quy định đã tồn tại.', 'The regulation exists already.'),
  'regulation-missing': common['regulation-missing'],
  'regulation-not-draft': conflict('Quy định không còn là dự thảo.', 'The regulation is no longer a draft.'),
  'regulation-not-published': conflict('Quy định chưa được ban hành.', 'The regulation is not published.'),
  'regulation-invalid': rule('Nội dung quy định có lỗi: {problems}.', 'The regulation is not valid: {problems}.'),
  'drafter-publishes': rule('Người soạn không được tự ban hành.', 'Who wrote it may not put it in force.'),
  'unit-not-active': common['unit-not-active'],
  'number-missing': rule('Phải có số, ký hiệu văn bản.', 'The document number is required.'),
  'date-invalid': common['date-invalid'],
  'dates-out-of-order': common['dates-out-of-order'],
  'issued-in-future': rule('Ngày ban hành không được ở tương lai.', 'The date of issue must not lie in the future.'),
  'successor-missing': rule('Không có quy định thay thế này.', 'There is no such successor.'),
  'successor-not-in-force': rule('Quy định thay thế chưa có hiệu lực.', 'The successor is not in force.'),
  'successor-unfit': rule('Quy định thay thế không phù hợp.', 'The successor does not fit.'),
  'document-missing': common['document-missing'],
  'date-in-future': common['date-in-future'],
  'name-empty': common['name-empty'],
  'day-named-twice': rule('Ngày {date} được nêu hai lần.', 'The day {date} is named twice.'),
  'day-not-in-calendar': rule('Lịch không có ngày {date}.', 'The day {date} is not in the calendar.'),
  'make-up-day-is-holiday': rule(
    'Ngày {date} vừa là ngày nghỉ vừa là ngày làm bù.',
    'The day {date} is both a holiday and a make-up day.',
  ),
  'calendar-unchanged': conflict('Lịch đã như vậy.', 'The calendar is so already.'),
};

export const CYCLE_PROBLEMS: Readonly<Record<regulation.CycleRejection, Entry>> = {
  'role-not-allowed': common['role-not-allowed'],
  'cycle-exists': conflict('Đợt thi đua đã tồn tại.', 'The cycle exists already.'),
  'cycle-missing': missing('Không có đợt thi đua này.', 'There is no such cycle.'),
  'cycle-closed': conflict('Đợt thi đua đã đóng.', 'The cycle is closed.'),
  'unit-not-active': common['unit-not-active'],
  'name-empty': common['name-empty'],
  'reason-missing': common['reason-missing'],
  'document-missing': common['document-missing'],
  'date-invalid': common['date-invalid'],
  'date-in-future': common['date-in-future'],
  'dates-out-of-order': common['dates-out-of-order'],
  'years-out-of-order': rule('Các năm không đúng thứ tự.', 'The years are out of order.'),
  'regulation-missing': common['regulation-missing'],
  'regulation-not-in-force': rule('Quy định không có hiệu lực.', 'The regulation is not in force.'),
  'regulation-of-another-unit': rule('Quy định của đơn vị khác.', 'The regulation is another unit’s.'),
  'not-an-extension': common['not-an-extension'],
};
