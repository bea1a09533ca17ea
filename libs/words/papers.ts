import type { DocumentKind, registration, regulation } from '#domain';
import type { Words } from './word.ts';

/** What the papers of a dossier are called. */
export const DOCUMENT_KIND_NAMES: Words<DocumentKind> = {
  REGISTRATION_FORM: ['bản đăng ký', 'registration form'],
  SUBMISSION_LETTER: ['tờ trình', 'submission letter'],
  ACHIEVEMENT_REPORT: ['báo cáo thành tích', 'achievement report'],
  MINUTES: ['biên bản', 'minutes'],
  RESULT_REPORT: ['báo cáo kết quả', 'report of results'],
  PHOTO: ['ảnh', 'photograph'],
  DECISION: ['quyết định', 'decision'],
  CONFIRMATION: ['văn bản xác nhận', 'confirmation'],
  OTHER: ['tài liệu khác', 'other paper'],
};

/** What the items of the registration form are called. */
export const REGISTRATION_ITEM_NAMES: Words<regulation.RegistrationItem> = {
  situation: ['thực trạng và lý do', 'situation and reason'],
  objectives: ['mục tiêu và tiêu chí đánh giá', 'objectives and criteria'],
  content: ['nội dung và cách làm', 'content and method'],
  area: ['địa bàn và đối tượng thụ hưởng', 'area and beneficiaries'],
  forces: ['lực lượng chủ trì, phối hợp', 'leading and coordinating forces'],
  resources: ['nguồn lực', 'resources'],
  schedule: ['thời gian, tiến độ và ngày đánh giá', 'start, milestones and day of evaluation'],
  outputs: ['sản phẩm kiểm chứng được', 'verifiable outputs'],
  durability: ['khả năng duy trì, nhân rộng', 'ability to last and to be replicated'],
  confirmation: ['xác nhận của cấp ủy đơn vị', 'confirmation by the unit’s committee'],
};

/** What a correction may put right. */
export const CORRECTABLE_NAMES: Words<registration.CorrectableField> = {
  ...REGISTRATION_ITEM_NAMES,
  name: ['tên mô hình', 'name'],
  field: ['lĩnh vực', 'field'],
};
