import type { commendation } from '#domain';
import { COMMON_PROBLEMS as common } from './common-problems.ts';
import { conflict, rule, type Entry } from './entry.ts';

export const COMMENDATION_PROBLEMS: Readonly<Record<commendation.CommendationRejection, Entry>> = {
  'role-not-allowed': common['role-not-allowed'],
  'wrong-status': common['wrong-status'],
  'text-required': common['text-required'],
  'date-invalid': common['date-invalid'],
  'date-in-past': common['date-in-past'],
  'unit-not-active': common['unit-not-active'],
  'evidence-unknown': common['evidence-unknown'],
  'document-missing': common['document-missing'],
  'minutes-required': common['minutes-required'],
  'model-not-recognized': rule('Mô hình chưa được công nhận.', 'The model is not recognized.'),
  'reward-taken': conflict('Một thành tích chỉ được khen một lần.', 'One achievement earns one reward.'),
  'own-proposal': rule('Không được tự xét đề nghị của chính mình.', 'Nobody examines their own proposal.'),
  'not-competent': common['not-competent'],
  'council-unfavourable': rule('Hội đồng không nhất trí.', 'The council was not in favour.'),
  'changed-after-freeze': common['changed-after-freeze'],
  'signer-proposed': common['signer-proposed'],
  'signer-verified': common['signer-verified'],
  'ground-unknown': common['ground-unknown'],
};
