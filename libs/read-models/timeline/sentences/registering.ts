import type { registration } from '#domain';
import { CHANGED_NAMES, CORRECTABLE_NAMES, type Word } from '#words';
import { day, type Sentences } from './sentence.ts';

const INSPECTIONS: Readonly<Record<registration.InspectionKind, readonly [vi: string, en: string]>> = {
  URGING: ['Đôn đốc', 'Urged'],
  INSPECTION: ['Kiểm tra', 'Inspected'],
  SUPERVISION: ['Giám sát', 'Supervised'],
};

/** What may be corrected; an entry of before may name anything. */
const CORRECTED: Readonly<Record<string, Word>> = { ...CHANGED_NAMES, ...CORRECTABLE_NAMES };
const corrected = (field: string): Word => CORRECTED[field] ?? [field, field];

/** From the draft to the work itself. */
export const registeringSentences: Sentences<
  | 'RegistrationDrafted'
  | 'RegistrationRevised'
  | 'RegistrationSubmitted'
  | 'RegistrationReturned'
  | 'ModelRegistered'
  | 'RegistrationDeclined'
  | 'ImplementationStarted'
  | 'ProgressRecorded'
  | 'InspectionRecorded'
  | 'RegistrationWithdrawn'
  | 'ModelDiscontinued'
  | 'ModelReplicated'
  | 'ModelCarriedForward'
  | 'SourceRevoked'
  | 'RevokedSourceSettled'
  | 'CorrectionRequested'
  | 'CorrectionDeclined'
  | 'EntryCorrected'
> = {
  RegistrationDrafted: ({ form }) => ({
    vi: `Soạn đăng ký mô hình “${form.name}”`,
    en: `Drafted the registration of the model “${form.name}”`,
  }),
  RegistrationRevised: ({ form }) => ({
    vi: `Sửa bản đăng ký “${form.name}”`,
    en: `Revised the registration “${form.name}”`,
  }),
  RegistrationSubmitted: ({ lateReason }) =>
    lateReason === undefined
      ? { vi: 'Nộp đăng ký', en: 'Submitted the registration' }
      : { vi: `Nộp đăng ký sau hạn, lý do: ${lateReason}`, en: `Submitted the registration late: ${lateReason}` },
  RegistrationReturned: ({ reason, dueOn, count }) => ({
    vi: `Trả lại đăng ký lần ${count}, sửa xong chậm nhất ngày ${day(dueOn)}: ${reason}`,
    en: `Returned the registration (time ${count}), due back on ${day(dueOn)}: ${reason}`,
  }),
  ModelRegistered: ({ name }) => ({
    vi: `Tiếp nhận đăng ký mô hình “${name}”`,
    en: `Accepted the registration of the model “${name}”`,
  }),
  RegistrationDeclined: ({ reason }) => ({
    vi: `Không tiếp nhận đăng ký: ${reason}`,
    en: `Declined the registration: ${reason}`,
  }),
  ImplementationStarted: ({ startedOn }) => ({
    vi: `Bắt đầu thực hiện từ ngày ${day(startedOn)}`,
    en: `Started the implementation on ${day(startedOn)}`,
  }),
  ProgressRecorded: ({ note }) => ({ vi: `Ghi nhận tiến độ: ${note}`, en: `Recorded progress: ${note}` }),
  InspectionRecorded: ({ kind, findings, remedyDueOn }) => {
    const [vi, en] = INSPECTIONS[kind];
    const dueVi = remedyDueOn === undefined ? '' : `; khắc phục chậm nhất ngày ${day(remedyDueOn)}`;
    const dueEn = remedyDueOn === undefined ? '' : `; to be remedied by ${day(remedyDueOn)}`;
    return { vi: `${vi}: ${findings}${dueVi}`, en: `${en}: ${findings}${dueEn}` };
  },
  RegistrationWithdrawn: ({ reason }) => ({ vi: `Rút đăng ký: ${reason}`, en: `Withdrew the registration: ${reason}` }),
  ModelDiscontinued: ({ reason }) => ({
    vi: `Dừng, đưa mô hình khỏi danh mục: ${reason}`,
    en: `Discontinued the model: ${reason}`,
  }),
  ModelReplicated: () => ({
    vi: 'Nhân rộng mô hình sang một đơn vị khác',
    en: 'Replicated the model to another unit',
  }),
  ModelCarriedForward: () => ({
    vi: 'Chuyển mô hình sang đợt thi đua tiếp theo',
    en: 'Carried the model forward to the next cycle',
  }),
  SourceRevoked: ({ documentNumber, decidedOn }) => ({
    vi: `Mô hình gốc bị thu hồi công nhận theo Quyết định số ${documentNumber} ngày ${day(decidedOn)}; cần xem xét lại đăng ký này`,
    en: `The recognition of its source was revoked by Decision ${documentNumber} of ${day(decidedOn)}; it is to be looked at again`,
  }),
  RevokedSourceSettled: ({ reason }) => ({
    vi: `Đã xem xét việc mô hình gốc bị thu hồi, giữ đăng ký này: ${reason}`,
    en: `Looked at the revocation of its source and let it stand: ${reason}`,
  }),
  CorrectionRequested: ({ field, oldValue, newValue, reason, document }) => ({
    vi: `Đề nghị đính chính “${corrected(field)[0]}”: “${oldValue}” thành “${newValue}”, theo văn bản ${document.number}: ${reason}`,
    en: `Asked for “${corrected(field)[1]}” to be corrected: “${oldValue}” to “${newValue}”, under ${document.number}: ${reason}`,
  }),
  CorrectionDeclined: ({ field, reason }) => ({
    vi: `Không đính chính “${corrected(field)[0]}”: ${reason}`,
    en: `Did not correct “${corrected(field)[1]}”: ${reason}`,
  }),
  EntryCorrected: ({ field, oldValue, newValue, reason, document }) => ({
    vi: `Đính chính “${corrected(field)[0]}”: “${oldValue}” thành “${newValue}”, theo văn bản ${document.number}: ${reason}`,
    en: `Corrected “${corrected(field)[1]}”: “${oldValue}” to “${newValue}”, under ${document.number}: ${reason}`,
  }),
};
