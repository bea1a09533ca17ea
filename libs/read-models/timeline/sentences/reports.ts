import type { reminding, reporting } from '#domain';
import {
  CAUSE_NAMES,
  CHANNEL_NAMES,
  DUTY_NAMES,
  PERIOD_NAMES,
  REPORT_KIND_NAMES,
  RUNG_RECIPIENT_NAMES,
  rungName,
} from '#words';
import { counted, day, type Sentences } from './sentence.ts';

export const reportSentences: Sentences<reporting.ReportEvent['type']> = {
  ReportObliged: ({ kind, period, dueOn }) => ({
    vi: `Phải nộp ${REPORT_KIND_NAMES[kind][0]} ${PERIOD_NAMES[period.kind][0]} ${period.year}, hạn ngày ${day(dueOn)}`,
    en: `Owes the ${PERIOD_NAMES[period.kind][1]} ${REPORT_KIND_NAMES[kind][1]} of ${period.year}, due on ${day(dueOn)}`,
  }),
  ReportSubmitted: ({ version, workingDaysLate }, time = '1') => ({
    vi: `Nộp báo cáo (bản ${version}${time === '1' ? '' : `, lần ${time}`})${workingDaysLate > 0 ? `, chậm ${workingDaysLate} ngày làm việc` : ', đúng hạn'}`,
    en: `Submitted the report (version ${version}${time === '1' ? '' : `, submission ${time}`})${workingDaysLate > 0 ? `, ${workingDaysLate} working days late` : ', on time'}`,
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
    en: `Consolidated, continued: ${counted(included.length, 'more report')} included, ${missing.length} missing`,
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
  ReminderOrdered: ({ dueOn, note }) => ({
    vi: `Đôn đốc ngay việc nộp báo cáo (hạn ${day(dueOn)})${note === undefined ? '' : `: ${note}`}`,
    en: `Had the unit reminded of the report at once (due ${day(dueOn)})${note === undefined ? '' : `: ${note}`}`,
  }),
};

export const reminderSentences: Sentences<(reminding.ReminderEvent | reminding.RecipientEvent)['type']> = {
  ReminderSent: ({ kind, recipient, channel, rungs, dueOn }) => ({
    vi: `Đã đôn đốc ${DUTY_NAMES[kind][0]} (hạn ${day(dueOn)}, ${namesOf(rungs, 0)}) tới ${RUNG_RECIPIENT_NAMES[recipient][0]} qua ${CHANNEL_NAMES[channel][0]}`,
    en: `Reminded ${RUNG_RECIPIENT_NAMES[recipient][1]} of ${DUTY_NAMES[kind][1]} (due ${day(dueOn)}, ${namesOf(rungs, 1)}) by ${CHANNEL_NAMES[channel][1]}`,
  }),
  ReminderFailed: ({ kind, recipient, rungs, cause, movedTo }) => ({
    vi: `Không đôn đốc được ${RUNG_RECIPIENT_NAMES[recipient][0]} về việc ${DUTY_NAMES[kind][0]} (${namesOf(rungs, 0)}): ${CAUSE_NAMES[cause][0]}${movedTo ? `; chuyển ngay sang ${rungName(movedTo)[0]}` : ''}`,
    en: `Could not remind ${RUNG_RECIPIENT_NAMES[recipient][1]} of ${DUTY_NAMES[kind][1]} (${namesOf(rungs, 1)}): ${CAUSE_NAMES[cause][1]}${movedTo ? `; moved on at once to: ${rungName(movedTo)[1]}` : ''}`,
  }),
  ReminderRetried: ({ reason }) => ({
    vi: `Cho gửi lại thư đôn đốc: ${reason}`,
    en: `Had the reminder tried again: ${reason}`,
  }),
  ReportOverdue: ({ kind, dueOn }) => ({
    vi: `Quá hạn ${DUTY_NAMES[kind][0]} (hạn ngày ${day(dueOn)})`,
    en: `Overdue: ${DUTY_NAMES[kind][1]} (due on ${day(dueOn)})`,
  }),
  ReportEscalated: ({ kind, rung, recipient, dueOn }) => ({
    vi: `Việc quá hạn ${DUTY_NAMES[kind][0]} được chuyển lên ${RUNG_RECIPIENT_NAMES[recipient][0]} (${rungName(rung)[0]}, hạn ${day(dueOn)})`,
    en: `Overdue: ${DUTY_NAMES[kind][1]}, escalated to ${RUNG_RECIPIENT_NAMES[recipient][1]} (${rungName(rung)[1]}, due ${day(dueOn)})`,
  }),
  DeliveryChosen: ({ email, language }) => ({
    vi: `Chọn cách nhận đôn đốc: thư điện tử ${email ? 'bật' : 'tắt'}, ngôn ngữ ${language === 'vi' ? 'tiếng Việt' : 'tiếng Anh'}`,
    en: `Chose how to be reminded: e-mail ${email ? 'on' : 'off'}, in ${language === 'vi' ? 'Vietnamese' : 'English'}`,
  }),
};

const namesOf = (rungs: readonly string[], language: 0 | 1): string =>
  rungs.map((rung) => rungName(rung)[language]).join(', ');
