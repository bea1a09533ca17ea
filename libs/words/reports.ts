import { dayMonthYear, reminding, type regulation, type reporting } from '#domain';
import type { Word, Words } from './word.ts';

export const PERIOD_NAMES: Words<regulation.PeriodKind> = {
  H1: ['06 tháng đầu năm', 'half-year'],
  ANNUAL: ['năm', 'annual'],
};

export const REPORT_KIND_NAMES: Words<reporting.ReportKind> = {
  OWN: ['báo cáo', 'report'],
  CONSOLIDATED: ['báo cáo tổng hợp', 'consolidated report'],
};

/** How a report stands on a day. */
export const STANDING_NAMES: Words<reporting.Standing> = {
  ON_TIME: ['đúng hạn hoặc còn hạn', 'on time or not due yet'],
  DUE_SOON: ['sắp đến hạn', 'due soon'],
  OVERDUE: ['quá hạn', 'overdue'],
  LATE: ['nộp chậm', 'late'],
  MISSING: ['thiếu', 'missing'],
  EXCUSED: ['được miễn', 'excused'],
};

/** Every report whose day has passed without it: what is overdue, and what is missing above. */
export const ABSENT_NAMES = {
  ABSENT: ['quá hạn chưa nộp', 'overdue or missing'],
} as const satisfies Readonly<Record<string, Word>>;

/** How a report that is on time stands: one that came, and one that is still owed. */
export const ON_TIME_NAMES = {
  SUBMITTED: ['đúng hạn', 'on time'],
  OWED: ['còn hạn', 'not due yet'],
} as const satisfies Readonly<Record<string, Word>>;

/** What is owed. */
export const DUTY_NAMES: Words<regulation.DutyKind> = {
  REPORT: ['nộp báo cáo', 'a report'],
  RETURNED_REGISTRATION: ['sửa đăng ký bị trả lại', 'a returned registration'],
  SUPPLEMENT: ['bổ sung hồ sơ', 'a supplement'],
  REMEDY: ['khắc phục sau kiểm tra', 'a remedy'],
  APPRAISAL: ['thẩm định', 'an appraisal'],
  REGISTRATION_STEP: ['gửi đăng ký', 'submitting a registration'],
  DOSSIER_STEP: ['nộp hồ sơ đề nghị công nhận', 'a dossier'],
};

/** Whom a rung of the ladder reaches. */
export const RUNG_RECIPIENT_NAMES: Words<regulation.RungRecipient> = {
  OFFICER: ['cán bộ phụ trách', 'the officer'],
  HEAD: ['thủ trưởng đơn vị', 'the head of the unit'],
  RECEIVING_BODY: ['cơ quan nhận báo cáo', 'the receiving body'],
  RECEIVING_HEAD: ['thủ trưởng cơ quan nhận báo cáo', 'the head of the receiving body'],
};

/** `T-3`, `T0`, `T+5`: the working days before or after the due date, as rungs are called. */
const RUNG = /^T([+-]?)(\d+)$/u;

/** When a rung of the ladder is reached; one that is called otherwise, by its own name. */
export const rungName = (rung: string): Word => {
  const order = reminding.orderedOn(rung);
  if (order !== undefined) return [`theo yêu cầu ngày ${dayMonthYear(order)}`, `by order on ${dayMonthYear(order)}`];
  const [, sign, digits] = RUNG.exec(rung) ?? [];
  if (digits === undefined) return [`mốc ${rung}`, `rung ${rung}`];
  const days = Number(digits);
  if (days === 0) return ['mốc ngày đến hạn', 'on the due date'];
  const counted = `${String(days)} working ${days === 1 ? 'day' : 'days'}`;
  return sign === '-'
    ? [`mốc ${twoDigits(days)} ngày làm việc trước hạn`, `${counted} before the due date`]
    : [`mốc ${twoDigits(days)} ngày làm việc sau hạn`, `${counted} after the due date`];
};

const twoDigits = (count: number): string => String(count).padStart(2, '0');

export const CHANNEL_NAMES: Words<reminding.Channel> = {
  EMAIL: ['thư điện tử', 'e-mail'],
  INBOX: ['hộp tin trong hệ thống', 'the inbox'],
};

/** Why a reminder did not arrive. */
export const CAUSE_NAMES: Words<reminding.FailureCause> = {
  'no-recipient': ['không có người nhận', 'there is nobody to be reached'],
  'address-refused': ['máy chủ thư từ chối địa chỉ', 'the mail server refuses the address'],
  'mail-refused': ['máy chủ thư từ chối thư', 'the mail server refuses the message'],
  'mail-unreachable': ['không kết nối được máy chủ thư', 'the mail server cannot be reached'],
};

/** What became of a reminder. */
export const REMINDER_NAMES: Words<reminding.ReminderEvent['type'] | 'ReminderOrdered'> = {
  ReminderOrdered: ['đôn đốc ngay', 'reminded at once'],
  ReminderSent: ['đã nhắc', 'reminded'],
  ReminderFailed: ['không nhắc được', 'not delivered'],
  ReminderRetried: ['gửi lại', 'sent again'],
  ReportOverdue: ['quá hạn', 'overdue'],
  ReportEscalated: ['báo lên cấp trên', 'escalated'],
};
