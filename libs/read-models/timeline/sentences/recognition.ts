import type { registration } from '#domain';
import { counted, day, points, type Sentences } from './sentence.ts';

/** From the request for recognition to the decision and after. */
export const recognitionSentences: Sentences<
  | 'RecognitionRequested'
  | 'SupplementRequired'
  | 'SupplementProvided'
  | 'DossierLapsed'
  | 'AppraisalOpened'
  | 'InterestDeclared'
  | 'AppraiserRemoved'
  | 'ModelScored'
  | 'ModelAppraised'
  | 'VoteHeld'
  | 'ModelRecognized'
  | 'RecognitionRefused'
  | 'AppraisalReopened'
  | 'RecognitionRevoked'
  | 'ModelMarkedTypical'
> = {
  RecognitionRequested: ({ evidence }) => ({
    vi: `Đề nghị công nhận, hồ sơ gồm ${evidence.length} tài liệu`,
    en: `Requested recognition with ${counted(evidence.length, 'document')}`,
  }),
  SupplementRequired: ({ missing, dueOn }) => ({
    vi: `Yêu cầu bổ sung hồ sơ, chậm nhất ngày ${day(dueOn)}: ${missing.join(', ')}`,
    en: `Required a supplement by ${day(dueOn)}: ${missing.join(', ')}`,
  }),
  SupplementProvided: ({ evidence }) => ({
    vi: `Bổ sung ${evidence.length} tài liệu vào hồ sơ`,
    en: `Added ${counted(evidence.length, 'document')} to the dossier`,
  }),
  DossierLapsed: ({ dueOn }) => ({
    vi: `Hết ngày ${day(dueOn)} hồ sơ vẫn chưa được bổ sung, trở lại bước thực hiện`,
    en: `The dossier was not completed by ${day(dueOn)} and went back to implementation`,
  }),
  AppraisalOpened: ({ team, dueOn }) => ({
    vi: `Lập tổ thẩm định ${team.length} người, hạn ngày ${day(dueOn)}`,
    en: `Opened the appraisal with a team of ${team.length}, due on ${day(dueOn)}`,
  }),
  InterestDeclared: ({ conflict, membersLeft }: registration.ToldData<'InterestDeclared'>) => {
    if (conflict === undefined) return { vi: 'Khai báo lợi ích liên quan', en: 'Declared their interest' };
    return conflict
      ? {
          vi: `Khai báo có xung đột lợi ích và rời tổ thẩm định; còn ${membersLeft} người`,
          en: `Declared a conflict of interest and left the team; ${membersLeft} remain`,
        }
      : { vi: 'Khai báo không có xung đột lợi ích', en: 'Declared no conflict of interest' };
  },
  AppraiserRemoved: ({ membersLeft }) => ({
    vi: `Đưa một thành viên ra khỏi tổ thẩm định vì thuộc hoặc vừa rời đơn vị đăng ký; còn ${membersLeft} người`,
    en: `Took a member of, or lately of, the registering unit off the team; ${membersLeft} remain`,
  }),
  ModelScored: ({ scores }: registration.ToldData<'ModelScored'>) => {
    if (scores === undefined) return { vi: 'Chấm điểm mô hình', en: 'Scored the model' };
    const total = scores.reduce((sum, score) => sum + score.points, 0);
    return { vi: `Chấm điểm mô hình: ${total} điểm`, en: `Scored the model: ${total} points` };
  },
  ModelAppraised: ({ result }) => {
    const total = points(result.totalCentipoints);
    const vetoes = result.vetoes.length === 0 ? '' : ` (${result.vetoes.join(', ')})`;
    return result.passed
      ? {
          vi: `Kết luận thẩm định: đạt, ${total.vi} điểm`,
          en: `Concluded the appraisal: passed with ${total.en} points`,
        }
      : {
          vi: `Kết luận thẩm định: không đạt, ${total.vi} điểm${vetoes}`,
          en: `Concluded the appraisal: not passed with ${total.en} points${vetoes}`,
        };
  },
  VoteHeld: ({ yes, no, abstain, denominator, passed, heldOn }) => ({
    vi: `Bỏ phiếu ngày ${day(heldOn)}: ${yes}/${denominator} đồng ý, ${no} không đồng ý, ${abstain} phiếu trắng hoặc không hợp lệ; ${passed ? 'đạt' : 'không đạt'}`,
    en: `Voted on ${day(heldOn)}: ${yes}/${denominator} in favour, ${no} against, ${abstain} blank or void; ${passed ? 'passed' : 'not passed'}`,
  }),
  ModelRecognized: ({ documentNumber, decidedOn }) => ({
    vi: `Công nhận mô hình theo Quyết định số ${documentNumber} ngày ${day(decidedOn)}`,
    en: `Recognized the model by Decision ${documentNumber} of ${day(decidedOn)}`,
  }),
  RecognitionRefused: ({ documentNumber, decidedOn, reason }) => ({
    vi: `Không công nhận mô hình theo Quyết định số ${documentNumber} ngày ${day(decidedOn)}: ${reason}`,
    en: `Refused recognition by Decision ${documentNumber} of ${day(decidedOn)}: ${reason}`,
  }),
  AppraisalReopened: ({ reason, petition }) => ({
    vi: `Thẩm định lại theo kiến nghị ${petition.number}: ${reason}`,
    en: `Reopened the appraisal upon petition ${petition.number}: ${reason}`,
  }),
  RecognitionRevoked: ({ documentNumber, decidedOn, ground }) => ({
    vi: `Thu hồi công nhận theo Quyết định số ${documentNumber} ngày ${day(decidedOn)}: ${ground}`,
    en: `Revoked the recognition by Decision ${documentNumber} of ${day(decidedOn)}: ${ground}`,
  }),
  ModelMarkedTypical: ({ reason }) => ({
    vi: `Đánh dấu mô hình tiêu biểu: ${reason}`,
    en: `Marked the model as typical: ${reason}`,
  }),
};
