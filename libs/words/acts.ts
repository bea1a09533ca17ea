import type { commendation, decision, Milestone, organization, registration, regulation } from '#domain';
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

/** The day on which something happened that another day may not lie before. */
export const MILESTONE_NAMES: Words<Milestone> = {
  DRAFTED: ['ngày soạn đăng ký', 'the day on which the registration was drafted'],
  APPRAISED: ['ngày kết luận thẩm định', 'the day on which the appraisal was concluded'],
  VOTED: ['ngày bỏ phiếu lần trước', 'the day of the vote before'],
  REFUSED: ['ngày quyết định không công nhận', 'the day on which recognition was refused'],
  ISSUED: ['ngày ban hành', 'the day of issue'],
  ITEMS_READY: ['ngày mọi mục trong danh sách đủ điều kiện', 'the day on which all its items were ready'],
  BEGUN: ['ngày bắt đầu', 'the first day'],
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

/** Why a decision gave a number up, by the reason the system notes; what a person said is told as they said it. */
const GIVEN_UP_NAMES: Readonly<Partial<Record<decision.DecisionRejection, Word>>> & Readonly<Record<string, Word>> = {
  ...DROPPED_NAMES,
  'decision-not-issued': ['quyết định không được ban hành', 'the decision was not issued'],
  'signer-froze': ['người ký đã chốt danh sách', 'the signer froze the list'],
  'signer-drafted-or-submitted': ['người ký đã soạn hoặc nộp hồ sơ', 'the signer drafted or submitted an item'],
  'signer-appraised': ['người ký đã tham gia thẩm định', 'the signer took part in an appraisal'],
  'signer-proposed': ['người ký đã đề nghị khen thưởng', 'the signer proposed an item'],
  'signer-verified': ['người ký đã thẩm tra hồ sơ', 'the signer verified an item'],
  'nothing-left-to-decide': ['không còn đối tượng nào như lúc chốt danh sách', 'no item was as it was frozen'],
  'dates-out-of-order': ['ngày ký trước ngày đủ điều kiện', 'it bore a day on which its items were not ready'],
  'wrong-status': ['quyết định không còn chờ ký', 'the decision no longer waited to be signed'],
};

const NOT_ISSUED: Word = ['không ban hành được quyết định', 'the decision could not be issued'];

/** Why a number is not used: in words for a reason that is a code. */
export const givenUpName = (reason: string): Word =>
  GIVEN_UP_NAMES[reason] ?? (/^[a-z]+(-[a-z]+)+$/u.test(reason) ? NOT_ISSUED : [reason, reason]);
