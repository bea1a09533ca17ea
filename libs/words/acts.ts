import type { commendation, organization, registration, regulation } from '#domain';
import type { Word, Words } from './word.ts';

/** What a decision does. */
export const ACT_NAMES: Words<regulation.Act> = {
  RECOGNIZE: ['công nhận', 'recognize'],
  REFUSE_RECOGNITION: ['không công nhận', 'refuse recognition'],
  REVOKE_RECOGNITION: ['thu hồi công nhận', 'revoke recognition'],
  COMMEND: ['khen thưởng', 'commend'],
  REFUSE_COMMENDATION: ['không khen thưởng', 'refuse a commendation'],
  CANCEL_COMMENDATION: ['hủy khen thưởng', 'cancel a commendation'],
};

export const UNIT_KIND_NAMES: Words<organization.UnitKind> = {
  NATIONAL: ['trung ương', 'national'],
  PROVINCE: ['tỉnh, thành phố', 'province'],
  COMMUNE: ['xã, phường, đặc khu', 'commune'],
  CENTRAL_AGENCIES: ['cơ quan trung ương', 'central agencies'],
  UNIT: ['đơn vị', 'unit'],
};

/** Why an item dropped out of an issued decision, by the reason its own workflow gave. */
const DROPPED_NAMES: Readonly<
  Partial<Record<registration.RegistrationRejection | commendation.CommendationRejection, Word>>
> = {
  'changed-after-freeze': ['đã thay đổi sau khi chốt danh sách', 'it changed after the list was frozen'],
  'wrong-status': ['trạng thái không còn phù hợp', 'its status no longer admits it'],
  'appraisal-not-passed': ['kết quả thẩm định không đạt', 'its appraisal was not passed'],
  'vote-not-held': ['chưa có kết quả bỏ phiếu hợp lệ', 'no vote with a quorum was held'],
  'vote-not-passed': ['bỏ phiếu không đạt', 'the vote was not passed'],
  'signer-drafted-or-submitted': ['người ký đã soạn hoặc nộp hồ sơ', 'the signer drafted or submitted it'],
  'signer-appraised': ['người ký đã tham gia thẩm định', 'the signer took part in its appraisal'],
  'signer-proposed': ['người ký đã đề nghị khen thưởng', 'the signer proposed it'],
  'signer-verified': ['người ký đã thẩm tra hồ sơ', 'the signer verified it'],
  'not-competent': ['cơ quan ký không có thẩm quyền', 'the signing body is not competent'],
  'council-unfavourable': ['hội đồng không đồng ý', 'the council was not in favour'],
  'model-not-recognized': ['mô hình không còn được công nhận', 'the model is not recognized any more'],
};

const NO_LONGER_FIT: Word = ['không còn đủ điều kiện', 'it is no longer eligible'];

/** Why an item dropped out of an issued decision; in general words for a reason that no item gives today. */
export const droppedName = (reason: string): Word =>
  (DROPPED_NAMES as Readonly<Record<string, Word>>)[reason] ?? NO_LONGER_FIT;
