import type { regulation } from '#domain';
import type { Own } from './common-problems.ts';
import { conflict, missing, rule } from './entry.ts';

export const REGULATION_PROBLEMS: Own<regulation.RegulationRejection> = {
  'regulation-exists': conflict('Quy định đã tồn tại.', 'The regulation exists already.'),
  'regulation-not-draft': conflict('Quy định không còn là dự thảo.', 'The regulation is no longer a draft.'),
  'regulation-not-published': conflict('Quy định chưa được ban hành.', 'The regulation is not published.'),
  'regulation-invalid': rule(
    'Nội dung quy định còn {count} chỗ sai; từng chỗ ở danh sách kèm theo.',
    'The regulation is wrong in {count} places; each is listed.',
  ),
  'drafter-publishes': rule('Người soạn không được tự ban hành.', 'Who wrote it may not put it in force.'),
  'number-missing': rule('Phải có số, ký hiệu văn bản.', 'The document number is required.'),
  'issued-in-future': rule('Ngày ban hành không được ở tương lai.', 'The date of issue must not lie in the future.'),
  'successor-missing': rule('Không có quy định thay thế này.', 'There is no such successor.'),
  'successor-not-in-force': rule('Quy định thay thế chưa có hiệu lực.', 'The successor is not in force.'),
  'successor-unfit': rule('Quy định thay thế không phù hợp.', 'The successor does not fit.'),
  'day-named-twice': rule('Ngày {date} được nêu hai lần.', 'The day {date} is named twice.'),
  'day-not-in-calendar': rule('Lịch không có ngày {date}.', 'The day {date} is not in the calendar.'),
  'make-up-day-is-holiday': rule(
    'Ngày {date} vừa là ngày nghỉ vừa là ngày làm bù.',
    'The day {date} is both a holiday and a make-up day.',
  ),
  'calendar-unchanged': conflict('Lịch đã như vậy.', 'The calendar is so already.'),
};

export const CYCLE_PROBLEMS: Own<regulation.CycleRejection> = {
  'cycle-exists': conflict('Đợt thi đua đã tồn tại.', 'The cycle exists already.'),
  'cycle-missing': missing('Không có đợt thi đua này.', 'There is no such cycle.'),
  'cycle-closed': conflict('Đợt thi đua đã đóng.', 'The cycle is closed.'),
  'cycle-open-already': conflict(
    'Đơn vị đang có một đợt của phong trào này trong năm chưa đóng.',
    'The unit has an open cycle of this movement and year.',
  ),
  'deadline-outside-year': rule(
    'Thời hạn nằm ngoài thời gian của đợt ({from}–{until}); nếu chủ ý, ghi deadlinesOutsideYear: true.',
    'The deadline lies outside the years of the cycle ({from}–{until}); if on purpose, say deadlinesOutsideYear: true.',
  ),
  'years-out-of-order': rule('Các năm không đúng thứ tự.', 'The years are out of order.'),
  'regulation-not-in-force': rule('Quy định không có hiệu lực.', 'The regulation is not in force.'),
  'regulation-of-another-unit': rule('Quy định của đơn vị khác.', 'The regulation is another unit’s.'),
};
