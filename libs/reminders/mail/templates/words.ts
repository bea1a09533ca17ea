import type { regulation } from '#domain';
import type { ReminderItem } from '../../outbox/outbox.port.ts';

export type Language = 'vi' | 'en';

interface Words {
  readonly kinds: Readonly<Record<Exclude<regulation.DutyKind, 'REPORT'>, string>>;
  readonly recipients: Readonly<Record<regulation.RungRecipient, string>>;
  readonly report: (report: NonNullable<ReminderItem['report']>) => string;
  readonly dueIn: (days: number) => string;
  readonly dueToday: string;
  readonly overdueBy: (days: number) => string;
  readonly several: (count: number, overdue: number) => string;
  readonly greeting: string;
  readonly lead: string;
  readonly columns: readonly [what: string, unit: string, due: string, left: string];
  readonly why: (recipient: string) => string;
  readonly ordered: (note: string) => string;
  readonly collapsed: string;
  readonly movedUp: string;
  readonly open: string;
  readonly footer: string;
}

const vi: Words = {
  kinds: {
    RETURNED_REGISTRATION: 'Đăng ký bị trả lại',
    SUPPLEMENT: 'Bổ sung hồ sơ',
    REMEDY: 'Khắc phục tồn tại',
    APPRAISAL: 'Thẩm định',
    REGISTRATION_STEP: 'Xử lý đăng ký',
    DOSSIER_STEP: 'Xử lý hồ sơ khen thưởng',
  },
  recipients: {
    OFFICER: 'cán bộ phụ trách',
    HEAD: 'lãnh đạo đơn vị',
    RECEIVING_BODY: 'cán bộ của cơ quan tiếp nhận',
    RECEIVING_HEAD: 'lãnh đạo cơ quan tiếp nhận',
  },
  report: ({ kind, period }) =>
    `Báo cáo ${kind === 'CONSOLIDATED' ? 'tổng hợp ' : ''}${period.kind === 'H1' ? '06 tháng đầu năm' : 'năm'} ${period.year}`,
  dueIn: (days) => `Còn ${days} ngày làm việc`,
  dueToday: 'Đến hạn hôm nay',
  overdueBy: (days) => `Quá hạn ${days} ngày làm việc`,
  several: (count, overdue) =>
    overdue === 0 ? `${count} việc sắp đến hạn` : `${count} việc, trong đó ${overdue} việc quá hạn`,
  greeting: 'Kính gửi đồng chí,',
  lead: 'Các việc sau đây cần được hoàn thành:',
  columns: ['Việc', 'Đơn vị', 'Hạn', 'Thời gian'],
  why: (recipient) => `Đồng chí nhận thư này với vai trò ${recipient}.`,
  ordered: (note) => `Nơi nhận báo cáo đôn đốc: ${note}`,
  collapsed: 'Thư này gộp các lần nhắc trước đó chưa gửi được.',
  movedUp: 'Thư này được chuyển lên cấp trên vì không liên hệ được người nhận của lần nhắc trước.',
  open: 'Mở Khéo',
  footer: 'Thư do hệ thống Khéo gửi tự động; xin đừng trả lời thư này.',
};

const en: Words = {
  kinds: {
    RETURNED_REGISTRATION: 'Returned registration',
    SUPPLEMENT: 'Dossier supplement',
    REMEDY: 'Remedy',
    APPRAISAL: 'Appraisal',
    REGISTRATION_STEP: 'Registration step',
    DOSSIER_STEP: 'Commendation dossier step',
  },
  recipients: {
    OFFICER: 'officer in charge',
    HEAD: 'head of the unit',
    RECEIVING_BODY: 'officer of the receiving body',
    RECEIVING_HEAD: 'head of the receiving body',
  },
  report: ({ kind, period }) =>
    `${kind === 'CONSOLIDATED' ? 'Consolidated ' : ''}${period.kind === 'H1' ? 'six-month' : 'annual'} report ${period.year}`.replace(
      /^./,
      (first) => first.toUpperCase(),
    ),
  dueIn: (days) => `${days} working ${days === 1 ? 'day' : 'days'} left`,
  dueToday: 'Due today',
  overdueBy: (days) => `${days} working ${days === 1 ? 'day' : 'days'} overdue`,
  several: (count, overdue) => (overdue === 0 ? `${count} tasks are due soon` : `${count} tasks, ${overdue} overdue`),
  greeting: 'Dear colleague,',
  lead: 'The following has to be done:',
  columns: ['What', 'Unit', 'Due', 'Time'],
  why: (recipient) => `You receive this mail as ${recipient}.`,
  ordered: (note) => `The receiving body says: ${note}`,
  collapsed: 'This mail stands for earlier reminders that could not be sent.',
  movedUp: 'This mail moved up because nobody could be reached for the reminder before it.',
  open: 'Open Khéo',
  footer: 'This mail was sent automatically by Khéo; please do not reply to it.',
};

export const WORDS: Readonly<Record<Language, Words>> = { vi, en };
