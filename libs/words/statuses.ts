import type { commendation, decision, registration, regulation, reporting } from '#domain';
import type { Words } from './word.ts';

export const REGISTRATION_STATUS_NAMES: Words<Exclude<registration.Status, 'NONE'>> = {
  DRAFT: ['dự thảo', 'draft'],
  SUBMITTED: ['đã nộp', 'submitted'],
  RETURNED: ['trả lại để sửa', 'returned'],
  DECLINED: ['không tiếp nhận', 'declined'],
  REGISTERED: ['đã đăng ký', 'registered'],
  IN_PROGRESS: ['đang thực hiện', 'in progress'],
  RECOGNITION_REQUESTED: ['đề nghị công nhận', 'recognition requested'],
  SUPPLEMENT_REQUIRED: ['chờ bổ sung hồ sơ', 'waiting for a supplement'],
  UNDER_APPRAISAL: ['đang thẩm định', 'under appraisal'],
  APPRAISED: ['đã thẩm định', 'appraised'],
  RECOGNIZED: ['được công nhận', 'recognized'],
  NOT_RECOGNIZED: ['không công nhận', 'not recognized'],
  WITHDRAWN: ['đã rút', 'withdrawn'],
  DISCONTINUED: ['dừng, đưa khỏi danh mục', 'discontinued'],
  REVOKED: ['bị thu hồi công nhận', 'revoked'],
};

export const COMMENDATION_STATUS_NAMES: Words<(typeof commendation.COMMENDATION_STATUSES)[number]> = {
  PROPOSED: ['đã đề nghị', 'proposed'],
  RETURNED: ['trả lại để sửa', 'returned'],
  VERIFIED: ['đã thẩm tra', 'verified'],
  COUNCIL_REVIEWED: ['hội đồng đã xét', 'reviewed by the council'],
  SUBMITTED: ['đã trình', 'submitted'],
  AWARDED: ['được khen thưởng', 'awarded'],
  NOT_AWARDED: ['không khen thưởng', 'not awarded'],
  WITHDRAWN: ['đã rút', 'withdrawn'],
  CANCELLED: ['đã hủy', 'cancelled'],
};

export const DECISION_STATUS_NAMES: Words<(typeof decision.DECISION_STATUSES)[number]> = {
  DRAFT: ['dự thảo', 'draft'],
  FROZEN: ['đã chốt danh sách, chờ ký', 'frozen'],
  ISSUED: ['đã ban hành, đang áp dụng', 'issued'],
  COMPLETED: ['đã áp dụng xong', 'completed'],
  CANCELLED: ['đã hủy', 'cancelled'],
};

export const REPORT_STATUS_NAMES: Words<(typeof reporting.REPORT_STATUSES)[number]> = {
  OPEN: ['chưa nộp', 'not submitted'],
  SUBMITTED: ['đã nộp', 'submitted'],
  REVISION_REQUESTED: ['trả lại để sửa', 'returned'],
  APPROVED: ['đã duyệt', 'approved'],
  CONSOLIDATED: ['đã tổng hợp', 'consolidated'],
  CLOSED: ['đã khóa', 'closed'],
  EXCUSED: ['được miễn', 'excused'],
};

export const REGULATION_STATUS_NAMES: Words<Exclude<regulation.RegulationState['status'], 'NONE'>> = {
  DRAFT: ['dự thảo', 'draft'],
  PUBLISHED: ['đã ban hành', 'published'],
  SUPERSEDED: ['đã được thay thế', 'superseded'],
};

export const CYCLE_STATUS_NAMES: Words<regulation.OpenedCycle['status']> = {
  OPEN: ['đang mở', 'open'],
  CLOSED: ['đã kết thúc', 'closed'],
};

/** What became of a number of a book. */
export const INCIDENT_STATUS_NAMES: Words<'OPEN' | 'RESOLVED'> = {
  OPEN: ['chưa xử lý', 'open'],
  RESOLVED: ['đã xử lý', 'resolved'],
};

export const NUMBER_STATUS_NAMES: Words<'RESERVED' | 'VOIDED' | 'ISSUED' | 'ON_PAPER'> = {
  RESERVED: ['đã giữ', 'reserved'],
  VOIDED: ['đã hủy', 'void'],
  ISSUED: ['đã ban hành', 'issued'],
  ON_PAPER: ['đã cấp trên giấy', 'issued on paper'],
};

/** How a role of power was given. */
export const GRANT_STATUS_NAMES: Words<'PROPOSED' | 'BY_TWO' | 'ALONE' | 'DECLINED'> = {
  PROPOSED: ['chờ xác nhận', 'to be confirmed'],
  BY_TWO: ['hai người trao', 'given by two'],
  ALONE: ['một người trao', 'given by one alone'],
  DECLINED: ['không xác nhận', 'declined'],
};
