import type { regulation } from '#domain';
import type { Own } from './common-problems.ts';
import { conflict, missing, rule } from './entry.ts';

export const REGULATION_PROBLEMS: Own<regulation.RegulationRejection> = {
  'regulation-exists': conflict('Quy định đã tồn tại.', 'The regulation exists already.'),
  'regulation-not-draft': conflict(
    'Quy định không còn là dự thảo: {regulationStatus}. Hãy soạn một quy định mới.',
    'The regulation is no longer a draft: it is {regulationStatus}. Draft another one.',
  ),
  'regulation-not-published': conflict(
    'Việc này cần quy định đã ban hành; quy định này đang ở trạng thái “{regulationStatus}”.',
    'This takes a published regulation; this one is in the status “{regulationStatus}”.',
  ),
  'regulation-invalid': rule(
    'Nội dung quy định còn {count} chỗ sai; từng chỗ ở danh sách kèm theo.',
    'The regulation is wrong in {count} places; each is listed.',
  ),
  'nobody-to-publish': rule(
    'Bạn sửa dự thảo này thì không còn ai ban hành được: người có quyền ban hành đều đã soạn, hoặc chưa có người ban hành.',
    'Once you revise it nobody is left to put it in force: all who may do so wrote it, or there is nobody.',
  ),
  'regulation-illustrative': rule(
    'Đây là bản minh họa, chưa cơ quan nào ban hành: hãy sửa cho đúng và bỏ dấu minh họa; nếu chủ ý ban hành để làm thử, ghi illustrative: true.',
    'This is illustrative, no office issued it: set it right and take the mark off; to put it in force for a trial on purpose, say illustrative: true.',
  ),
  'regulation-number-taken': conflict(
    'Số {number} trong năm này, hoặc số chỉ khác chỗ đặt dấu / và dấu -, là của quy định “{regulation}”: hãy ghi đúng số của văn bản.',
    'The number {number} of this year, or one that differs only in where / and - stand, is that of the regulation “{regulation}”: give the number of the paper.',
  ),
  'drafter-publishes': rule('Người soạn không được tự ban hành.', 'Who wrote it may not put it in force.'),
  'issued-in-future': rule(
    'Ngày ban hành {date} chưa đến; hôm nay là ngày {today}.',
    'The date of issue, {date}, lies in the future; today is {today}.',
  ),
  'successor-missing': rule(
    'Không có quy định thay thế này: soạn và ban hành quy định mới trước.',
    'There is no such successor: draft and publish it first.',
  ),
  'successor-not-in-force': rule(
    'Quy định thay thế “{regulation}” không có hiệu lực vào ngày {date}[: đang ở trạng thái “{regulationStatus}”][: có hiệu lực từ ngày {from}][ đến hết ngày {until}].',
    'The successor, “{regulation}”, is not in force on {date}[: it is in the status “{regulationStatus}”][: it is from {from} on][ until {until}].',
  ),
  'successor-unfit': rule(
    'Quy định thay thế phải là một quy định khác do chính đơn vị này ban hành[; “{regulation}” là của “{unit}”].',
    'The successor is another regulation of the same unit[; “{regulation}” is that of “{unit}”].',
  ),
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
  'cycle-closed': conflict('Đợt đã đóng: {cycle}.', 'The cycle is closed: {cycle}.'),
  'cycle-open-already': conflict(
    'Đơn vị đang có một đợt của phong trào này trong năm chưa đóng[: “{cycle}”].',
    'The unit has an open cycle of this movement and year[: “{cycle}”].',
  ),
  'deadline-outside-year': rule(
    'Ngày ghi ở {limit}, {deadline}, nằm ngoài đợt năm {years}; nếu chủ ý, ghi deadlinesOutsideYear: true.',
    'The {limit}, {deadline}, lies outside the cycle of {years}; if on purpose, say deadlinesOutsideYear: true.',
  ),
  'years-out-of-order': rule(
    'Đợt không thể kết thúc năm {untilYear} khi bắt đầu năm {year}.',
    'A cycle that begins in {year} cannot end in {untilYear}.',
  ),
  'regulation-not-in-force': rule(
    'Quy định “{regulation}” không có hiệu lực hôm nay[: đang ở trạng thái “{regulationStatus}”][: có hiệu lực từ ngày {from}][ đến hết ngày {until}].',
    'The regulation “{regulation}” is not in force today[: it is in the status “{regulationStatus}”][: it is from {from} on][ until {until}].',
  ),
  'regulation-of-another-unit': rule(
    'Quy định “{regulation}” là của “{unit}”, không phải của đơn vị này hay cấp trên của nó.',
    'The regulation “{regulation}” is that of “{unit}”, which is neither this unit nor above it.',
  ),
};
