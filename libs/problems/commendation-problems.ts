import type { commendation } from '#domain';
import type { Own } from './common-problems.ts';
import { conflict, rule } from './entry.ts';

export const COMMENDATION_PROBLEMS: Own<commendation.CommendationRejection> = {
  'model-not-recognized': rule('Mô hình chưa được công nhận.', 'The model is not recognized.'),
  'reward-taken': conflict(
    'Một thành tích chỉ được khen một lần: đã có đề nghị khen thưởng khác[ cho {holder}].',
    'One achievement earns one reward: it is proposed in another commendation[ of {holder}].',
  ),
  'own-proposal': rule('Không được tự xét đề nghị của chính mình.', 'Nobody examines their own proposal.'),
  'council-unfavourable': rule('Hội đồng không nhất trí.', 'The council was not in favour.'),
};
