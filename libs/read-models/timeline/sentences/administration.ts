import type { apiKey, evidence, incident, organization, reading, regulation, webhook } from '#domain';
import { controlCode, FILTER_NAMES, LIST_NAMES, ROLE_NAMES, type Word } from '#words';
import { counted, day, type Sentences } from './sentence.ts';

const STEPS: Readonly<Record<regulation.CycleStep, readonly [vi: string, en: string]>> = {
  REGISTRATION: ['đăng ký', 'registration'],
  DOSSIER: ['nộp hồ sơ', 'dossiers'],
  APPRAISAL: ['thẩm định', 'appraisal'],
};

export const organizationSentences: Sentences<organization.UnitEvent['type'] | organization.PersonEvent['type']> = {
  UnitEstablished: ({ name, from }) => ({
    vi: `Thành lập “${name}” từ ngày ${day(from)}`,
    en: `Established “${name}” from ${day(from)}`,
  }),
  UnitRenamed: ({ name, from }) => ({
    vi: `Đổi tên thành “${name}” từ ngày ${day(from)}`,
    en: `Renamed to “${name}” from ${day(from)}`,
  }),
  UnitMoved: ({ from }) => ({
    vi: `Chuyển sang đơn vị cấp trên khác từ ngày ${day(from)}`,
    en: `Moved under another unit from ${day(from)}`,
  }),
  UnitClosed: ({ on, reason }) => ({
    vi: `Kết thúc hoạt động ngày ${day(on)}: ${reason}`,
    en: `Closed on ${day(on)}: ${reason}`,
  }),
  PersonEntered: ({ name }) => ({ vi: `Thêm người: ${name}`, en: `Entered the person ${name}` }),
  PersonAppointed: ({ role, from, until, document }) => ({
    vi: `Phân công làm ${ROLE_NAMES[role][0]} từ ngày ${day(from)}${until ? ` đến ngày ${day(until)}` : ''} theo văn bản ${document.number}`,
    en: `Appointed ${ROLE_NAMES[role][1]} from ${day(from)}${until ? ` to ${day(until)}` : ''} under ${document.number}`,
  }),
  AppointmentProposed: ({ role, from, document }) => ({
    vi: `Đề xuất làm ${ROLE_NAMES[role][0]} từ ngày ${day(from)} theo văn bản ${document.number}, chờ một quản trị viên khác xác nhận`,
    en: `Proposed as ${ROLE_NAMES[role][1]} from ${day(from)} under ${document.number}, to be confirmed by another administrator`,
  }),
  AppointmentDeclined: ({ reason }) => ({
    vi: `Không xác nhận đề xuất phân công: ${reason}`,
    en: `Declined the proposed appointment: ${reason}`,
  }),
  AppointmentEnded: ({ reason }) => ({ vi: `Kết thúc nhiệm vụ: ${reason}`, en: `Ended the appointment: ${reason}` }),
  AccountInvited: ({ username }) => ({
    vi: `Mời mở tài khoản “${username}”`,
    en: `Invited to open the account “${username}”`,
  }),
  AccountOpened: ({ username }) => ({
    vi: `Mở tài khoản “${username}”`,
    en: `Opened the account “${username}”`,
  }),
  EmailChanged: ({ email }) =>
    email === undefined
      ? { vi: 'Bỏ địa chỉ thư điện tử', en: 'Removed the e-mail address' }
      : { vi: 'Đổi địa chỉ thư điện tử', en: 'Changed the e-mail address' },
  AccountReset: () => ({
    vi: 'Cấp lại tài khoản, mật khẩu cũ hết hiệu lực',
    en: 'Reset the account; the old password is void',
  }),
  PasswordSet: () => ({ vi: 'Đặt mật khẩu khác', en: 'Set another password' }),
  SecondFactorAdded: () => ({ vi: 'Thêm yếu tố xác thực thứ hai', en: 'Added a second factor' }),
  SecondFactorRemoved: () => ({ vi: 'Gỡ yếu tố xác thực thứ hai', en: 'Removed the second factor' }),
  AccountLocked: () => ({
    vi: 'Khóa tài khoản cho đến khi xác nhận lại: phân công vượt phạm vi của người đã cấp',
    en: 'Locked the account until proven anew: the appointment goes beyond the reach of who vouched for it',
  }),
  AccountUnlocked: () => ({ vi: 'Mở khóa đăng nhập', en: 'Ended the wait after wrong passwords' }),
  AccountDisabled: () => ({ vi: 'Đóng tài khoản', en: 'Disabled the account' }),
};

export const ruleSentences: Sentences<regulation.RegulationEvent['type'] | regulation.CycleEvent['type']> = {
  RegulationDrafted: ({ content }) => ({
    vi: `Dự thảo quy định “${content.title}”`,
    en: `Drafted the regulation “${content.title}”`,
  }),
  RegulationRevised: ({ content }) => ({
    vi: `Sửa dự thảo quy định “${content.title}”`,
    en: `Revised the draft regulation “${content.title}”`,
  }),
  RegulationPublished: ({ number, issuedOn, from, warnings }) => ({
    vi: `Ban hành quy định số ${number} ngày ${day(issuedOn)}, hiệu lực từ ${day(from)}${lacking(warnings)[0]}`,
    en: `Published the regulation ${number} of ${day(issuedOn)}, in force from ${day(from)}${lacking(warnings)[1]}`,
  }),
  CalendarAmended: ({ addedHolidays, removedHolidays, addedMakeUpDays, removedMakeUpDays, document }) => ({
    vi: `Sửa lịch làm việc theo văn bản ${document.number}: thêm ${addedHolidays.length} ngày nghỉ, bỏ ${removedHolidays.length}; thêm ${addedMakeUpDays.length} ngày làm bù, bỏ ${removedMakeUpDays.length}`,
    en: `Amended the working calendar under ${document.number}: ${counted(addedHolidays.length, 'holiday')} added, ${removedHolidays.length} removed; ${counted(addedMakeUpDays.length, 'make-up day')} added, ${removedMakeUpDays.length} removed`,
  }),
  RegulationSuperseded: ({ from }) => ({
    vi: `Được thay thế bằng quy định mới từ ngày ${day(from)}`,
    en: `Superseded by a later regulation from ${day(from)}`,
  }),
  CycleOpened: ({ name, registrationDeadline }) => ({
    vi: `Mở đợt thi đua “${name}”, hạn đăng ký ngày ${day(registrationDeadline)}`,
    en: `Opened the cycle “${name}”, registration until ${day(registrationDeadline)}`,
  }),
  DeadlineExtended: ({ step, originalDueOn, dueOn, reason, document }) => ({
    vi: `Gia hạn ${STEPS[step][0]} từ ${day(originalDueOn)} đến ${day(dueOn)} theo văn bản ${document.number}: ${reason}`,
    en: `Extended the deadline of ${STEPS[step][1]} from ${day(originalDueOn)} to ${day(dueOn)} under ${document.number}: ${reason}`,
  }),
  CycleClosed: ({ reason }) => ({ vi: `Đóng đợt thi đua: ${reason}`, en: `Closed the cycle: ${reason}` }),
};

/** How many steps nobody can take yet, each counted in every unit that lacks people for it. */
const lacking = (warnings: readonly regulation.RegulationWarning[]): Word => {
  const steps = warnings.reduce((sum, { units }) => sum + units, 0);
  return steps === 0
    ? ['', '']
    : [`; ở các đơn vị còn ${steps} bước chưa có người làm`, `; ${steps} steps in units have nobody to take them yet`];
};

export const systemSentences: Sentences<(incident.IncidentEvent | apiKey.ApiKeyEvent | reading.ReadingEvent)['type']> =
  {
    IncidentRaised: ({ reaction, cause }) => ({
      vi: `Sự cố trong xử lý “${reaction}”: ${cause}`,
      en: `Incident in “${reaction}”: ${cause}`,
    }),
    IncidentRetried: ({ reason }) => ({ vi: `Thử lại sự cố: ${reason}`, en: `Retried the incident: ${reason}` }),
    IncidentResolved: ({ reason }) => ({ vi: `Giải quyết sự cố: ${reason}`, en: `Resolved the incident: ${reason}` }),
    StreamReleased: ({ reaction }) => ({
      vi: `Các việc chờ trong “${reaction}” đã được xử lý`,
      en: `What waited in “${reaction}” has been handled`,
    }),
    ApiKeyCreated: ({ consumer, scopes }) => ({
      vi: `Cấp khóa API cho “${consumer}”, phạm vi: ${scopes.join(', ')}`,
      en: `Made an API key for “${consumer}”, with the scopes ${scopes.join(', ')}`,
    }),
    ApiKeyRevoked: () => ({ vi: 'Thu hồi khóa API', en: 'Revoked the API key' }),
    ListExported: ({ list, filter, rows }) => {
      const [vi, en] = (LIST_NAMES as Readonly<Record<string, Word | undefined>>)[list] ?? [list, list];
      const by = [...filter.matchAll(/(?:^\{|,)"(\w+)":/gu)].map(
        ([, key = '']) => FILTER_NAMES[key] ?? ([key, key] as const),
      );
      const names = (language: 0 | 1): string => by.map((word) => word[language]).join(', ');
      return {
        vi: `Xuất danh sách “${vi}” ra tệp: ${rows} dòng${by.length === 0 ? '' : `, điều kiện: ${names(0)}`}`,
        en: `Exported the list “${en}” to a file: ${counted(rows, 'row')}${by.length === 0 ? '' : `, conditions: ${names(1)}`}`,
      };
    },
    FeedRead: () => ({ vi: 'Đọc dòng sự kiện', en: 'Read the feed' }),
  };

export const fileSentences: Sentences<evidence.EvidenceEvent['type']> = {
  EvidenceAdded: ({ fileName, sha256 }) => ({
    vi: `Thêm tệp “${fileName}”, mã kiểm tra ${controlCode(sha256)}`,
    en: `Added the file “${fileName}”, control code ${controlCode(sha256)}`,
  }),
};

export const webhookSentences: Sentences<webhook.WebhookEvent['type']> = {
  WebhookRegistered: ({ url, personal }) => ({
    vi: `Đăng ký gửi sự kiện đến ${url}${personal ? ', kể cả dữ liệu cá nhân' : ''}`,
    en: `Registered ${url} to be told of events${personal ? ', personal data too' : ''}`,
  }),
  WebhookPaused: ({ reason }) => ({ vi: `Tạm dừng gửi sự kiện: ${reason}`, en: `Paused the webhook: ${reason}` }),
  WebhookResumed: () => ({ vi: 'Gửi sự kiện trở lại', en: 'Resumed the webhook' }),
  WebhookRemoved: ({ reason }) => ({ vi: `Thôi gửi sự kiện: ${reason}`, en: `Removed the webhook: ${reason}` }),
  WebhookSecretRotated: () => ({ vi: 'Đổi khóa ký của nơi nhận', en: 'Rotated the secret of the webhook' }),
  WebhookDeliveryParked: ({ eventType, cause, attempts }) => ({
    vi: `Nơi nhận không nhận “${eventType}” sau ${attempts} lần gửi: ${cause}`,
    en: `“${eventType}” was not taken after ${attempts} attempts: ${cause}`,
  }),
  WebhookReplayAsked: ({ eventIds }) => ({
    vi: `Cho gửi lại ${eventIds.length} sự kiện`,
    en: `Had ${counted(eventIds.length, 'event')} sent again`,
  }),
  WebhookDeliveryReplayed: () => ({ vi: 'Nơi nhận đã nhận sự kiện gửi lại', en: 'The event sent again was taken' }),
};
