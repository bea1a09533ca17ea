import type { commendation, registration, regulation } from '#domain';
import type { Words } from './word.ts';

export const SUBJECT_TYPE_NAMES: Words<regulation.SubjectType> = {
  COLLECTIVE: ['tập thể', 'collective'],
  INDIVIDUAL: ['cá nhân', 'individual'],
};

/** Whom a commendation is for. */
export const RECIPIENT_TYPE_NAMES: Words<commendation.RecipientType> = {
  ...SUBJECT_TYPE_NAMES,
  HOUSEHOLD: ['hộ gia đình', 'household'],
};

export const AWARD_FORM_NAMES: Words<regulation.AwardForm> = {
  PUBLIC_PRAISE: ['biểu dương', 'public praise'],
  CERTIFICATE_OF_COMMENDATION: ['giấy khen', 'certificate of commendation'],
  CERTIFICATE_OF_MERIT: ['bằng khen', 'certificate of merit'],
};

export const ACHIEVEMENT_KIND_NAMES: Words<commendation.Achievement['kind']> = {
  RECOGNIZED_MODEL: ['mô hình được công nhận', 'recognized model'],
  OTHER: ['thành tích khác', 'other achievement'],
};

export const COMMENDATION_SCOPE_NAMES: Words<commendation.CommendationScope> = {
  MOVEMENT: ['phong trào “Dân vận khéo”', 'the movement'],
  WHOLE_WORK: ['công tác dân vận nói chung', 'mass-mobilization work as a whole'],
};

/** Where a registration comes from. */
export const ORIGIN_NAMES: Words<registration.Origin['kind']> = {
  NEW: ['mô hình mới', 'new model'],
  CONTINUES: ['tiếp tục', 'continued'],
  REPLICATES: ['nhân rộng', 'replicated'],
};

/** What rests on something that was revoked. */
export const REVOKED_NAMES: Words<'PENDING' | 'SETTLED'> = {
  PENDING: ['cần xem xét', 'to be looked at'],
  SETTLED: ['đã xem xét', 'settled'],
};

/** The steps of a registration that need a person. */
export const STEP_NAMES: Words<regulation.Step> = {
  DRAFT: ['soạn đăng ký', 'drafting'],
  SUBMIT: ['nộp đăng ký', 'submitting'],
  ACCEPT: ['tiếp nhận', 'accepting'],
  SCORE: ['chấm điểm', 'scoring'],
  VOTE: ['bỏ phiếu', 'voting'],
  SIGN: ['ký quyết định', 'signing'],
};

export const INSPECTION_KIND_NAMES: Words<registration.InspectionKind> = {
  URGING: ['đôn đốc', 'urging'],
  INSPECTION: ['kiểm tra', 'inspection'],
  SUPERVISION: ['giám sát', 'supervision'],
};

/** What can be waiting for somebody. */
export const TASK_KIND_NAMES: Words<
  'registration' | 'commendation' | 'decision' | 'report' | 'appointment' | 'regulation'
> = {
  registration: ['đăng ký', 'registration'],
  commendation: ['khen thưởng', 'commendation'],
  decision: ['quyết định', 'decision'],
  report: ['báo cáo', 'report'],
  appointment: ['phân công', 'appointment'],
  regulation: ['quy định', 'regulation'],
};
