import type { regulation, reminding, reporting } from '#domain';
import { day, type Sentences } from './sentence.ts';

type Words = readonly [vi: string, en: string];

const PERIODS: Readonly<Record<regulation.PeriodKind, Words>> = {
  H1: ['06 tháng', 'half-year'],
  ANNUAL: ['năm', 'annual'],
};

const KINDS: Readonly<Record<reporting.ReportKind, Words>> = {
  OWN: ['báo cáo', 'report'],
  CONSOLIDATED: ['báo cáo tổng hợp', 'consolidated report'],
};

const DUTIES: Readonly<Record<regulation.DutyKind, Words>> = {
  REPORT: ['nộp báo cáo', 'a report'],
  RETURNED_REGISTRATION: ['sửa đăng ký bị trả lại', 'a returned registration'],
  SUPPLEMENT: ['bổ sung hồ sơ', 'a supplement'],
  REMEDY: ['khắc phục sau kiểm tra', 'a remedy'],
  APPRAISAL: ['thẩm định', 'an appraisal'],
  REGISTRATION_STEP: ['gửi đăng ký', 'submitting a registration'],
  DOSSIER_STEP: ['nộp hồ sơ đề nghị công nhận', 'a dossier'],
};

const RECIPIENTS: Readonly<Record<regulation.RungRecipient, Words>> = {
  OFFICER: ['cán bộ phụ trách', 'the officer'],
  HEAD: ['thủ trưởng đơn vị', 'the head of the unit'],
  RECEIVING_BODY: ['cơ quan nhận báo cáo', 'the receiving body'],
  RECEIVING_HEAD: ['thủ trưởng cơ quan nhận báo cáo', 'the head of the receiving body'],
};

const CHANNELS: Readonly<Record<reminding.Channel, Words>> = {
  EMAIL: ['thư điện tử', 'e-mail'],
  INBOX: ['hộp thư trong hệ thống', 'the inbox'],
};

const CAUSES: Readonly<Record<reminding.FailureCause, Words>> = {
  'no-recipient': ['không có người nhận', 'there is nobody to be reached'],
  'address-refused': ['máy chủ thư từ chối địa chỉ', 'the mail server refuses the address'],
  'mail-refused': ['máy chủ thư từ chối thư', 'the mail server refuses the message'],
  'mail-unreachable': ['không kết nối được máy chủ thư', 'the mail server cannot be reached'],
};

export const reportSentences: Sentences<reporting.ReportEvent['type']> = {
  ReportObliged: ({ kind, period, dueOn }) => ({
    vi: `Phải nộp ${KINDS[kind][0]} ${PERIODS[period.kind][0]} ${period.year}, hạn ngày ${day(dueOn)}`,
    en: `Owes the ${PERIODS[period.kind][1]} ${KINDS[kind][1]} of ${period.year}, due on ${day(dueOn)}`,
  }),
  ReportSubmitted: ({ version, workingDaysLate }) => ({
    vi: `Nộp báo cáo (bản ${version})${workingDaysLate > 0 ? `, chậm ${workingDaysLate} ngày làm việc` : ', đúng hạn'}`,
    en: `Submitted the report (version ${version})${workingDaysLate > 0 ? `, ${workingDaysLate} working days late` : ', on time'}`,
  }),
  ReportReturned: ({ reason, dueOn }) => ({
    vi: `Trả lại báo cáo, hạn nộp lại ngày ${day(dueOn)}: ${reason}`,
    en: `Returned the report, due again on ${day(dueOn)}: ${reason}`,
  }),
  ReportApproved: ({ version }) => ({
    vi: `Duyệt báo cáo (bản ${version})`,
    en: `Approved the report (version ${version})`,
  }),
  ReportsConsolidated: ({ coverage }) => ({
    vi: `Tổng hợp ${coverage.included}/${coverage.obliged} báo cáo của cấp dưới`,
    en: `Consolidated ${coverage.included} of the ${coverage.obliged} reports of the units below`,
  }),
  ConsolidationContinued: ({ included, missing }) => ({
    vi: `Danh sách tổng hợp (tiếp theo): ${included.length} báo cáo đã tổng hợp, ${missing.length} báo cáo còn thiếu`,
    en: `Consolidated, continued: ${included.length} more reports included, ${missing.length} missing`,
  }),
  ReportConsolidated: () => ({
    vi: 'Được tổng hợp vào báo cáo của cấp trên',
    en: 'Went into the consolidated report of the unit above',
  }),
  ReportClosed: ({ version }) => ({
    vi: `Khóa báo cáo (bản ${version})`,
    en: `Closed the report (version ${version})`,
  }),
  ReportReopened: ({ version, reason }) => ({
    vi: `Mở lại báo cáo thành bản ${version}: ${reason}`,
    en: `Reopened the report as version ${version}: ${reason}`,
  }),
  ReportExcused: ({ reason }) => ({ vi: `Miễn báo cáo: ${reason}`, en: `Excused from the report: ${reason}` }),
  ReportExtended: ({ originalDueOn, dueOn, reason, document }) => ({
    vi: `Gia hạn báo cáo đến ${day(dueOn)} (hạn ban đầu ${day(originalDueOn)}) theo văn bản ${document.number}: ${reason}`,
    en: `Extended the report to ${day(dueOn)} (originally due ${day(originalDueOn)}) under ${document.number}: ${reason}`,
  }),
};

export const reminderSentences: Sentences<(reminding.ReminderEvent | reminding.RecipientEvent)['type']> = {
  ReminderSent: ({ kind, recipient, channel, rungs, dueOn }) => ({
    vi: `Đã đôn đốc ${DUTIES[kind][0]} (hạn ${day(dueOn)}, mốc ${rungs.join(', ')}) tới ${RECIPIENTS[recipient][0]} qua ${CHANNELS[channel][0]}`,
    en: `Reminded ${RECIPIENTS[recipient][1]} of ${DUTIES[kind][1]} (due ${day(dueOn)}, rung ${rungs.join(', ')}) by ${CHANNELS[channel][1]}`,
  }),
  ReminderFailed: ({ kind, recipient, rungs, cause, movedTo }) => ({
    vi: `Không đôn đốc được ${RECIPIENTS[recipient][0]} về việc ${DUTIES[kind][0]} (mốc ${rungs.join(', ')}): ${CAUSES[cause][0]}${movedTo ? `; chuyển ngay sang mốc ${movedTo}` : ''}`,
    en: `Could not remind ${RECIPIENTS[recipient][1]} of ${DUTIES[kind][1]} (rung ${rungs.join(', ')}): ${CAUSES[cause][1]}${movedTo ? `; moved on to rung ${movedTo} at once` : ''}`,
  }),
  ReminderRetried: ({ reason }) => ({
    vi: `Cho gửi lại thư đôn đốc: ${reason}`,
    en: `Had the reminder tried again: ${reason}`,
  }),
  ReportOverdue: ({ kind, dueOn }) => ({
    vi: `Quá hạn ${DUTIES[kind][0]} (hạn ngày ${day(dueOn)})`,
    en: `Overdue: ${DUTIES[kind][1]} (due on ${day(dueOn)})`,
  }),
  ReportEscalated: ({ kind, rung, recipient, dueOn }) => ({
    vi: `Việc quá hạn ${DUTIES[kind][0]} được chuyển lên ${RECIPIENTS[recipient][0]} (mốc ${rung}, hạn ${day(dueOn)})`,
    en: `Overdue: ${DUTIES[kind][1]}, escalated to ${RECIPIENTS[recipient][1]} (rung ${rung}, due ${day(dueOn)})`,
  }),
  DeliveryChosen: ({ email, language }) => ({
    vi: `Chọn cách nhận đôn đốc: thư điện tử ${email ? 'bật' : 'tắt'}, ngôn ngữ ${language === 'vi' ? 'tiếng Việt' : 'tiếng Anh'}`,
    en: `Chose how to be reminded: e-mail ${email ? 'on' : 'off'}, in ${language === 'vi' ? 'Vietnamese' : 'English'}`,
  }),
};
