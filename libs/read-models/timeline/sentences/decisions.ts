import { decision, type commendation, type regulation } from '#domain';
import { ACT_NAMES, AWARD_FORM_NAMES, controlCode, droppedName, givenUpName } from '#words';
import { counted, day, type Sentences } from './sentence.ts';

type Named<Key extends string> = Readonly<Record<Key, readonly [vi: string, en: string]>>;

const GROUNDS: Named<commendation.CancellationGround> = {
  FRAUD_IN_DECLARING: ['gian dối trong kê khai', 'fraud in declaring'],
  FALSE_DOCUMENTS: ['giấy tờ giả', 'false documents'],
  APPRAISED_AGAINST_RULES: ['thẩm định, đề nghị trái quy định', 'appraised or proposed against the rules'],
  CONCLUSION_OF_VIOLATION: ['có kết luận vi phạm của cơ quan có thẩm quyền', 'a competent conclusion of a violation'],
};

/** A form of reward as it is awarded. */
const given = (form: regulation.AwardForm): readonly [vi: string, en: string] => {
  const [vi, en] = AWARD_FORM_NAMES[form];
  return [vi, form === 'PUBLIC_PRAISE' ? en : `a ${en}`];
};

const awarded = ({ recipient, form, documentNumber, decidedOn }: Award) => ({
  vi: `Tặng ${given(form)[0]} cho ${recipient.name} theo Quyết định số ${documentNumber} ngày ${day(decidedOn)}`,
  en: `Awarded ${given(form)[1]} to ${recipient.name} by Decision ${documentNumber} of ${day(decidedOn)}`,
});

type Award = Extract<
  commendation.CommendationEvent,
  { readonly type: 'ModelCommended' | 'AchievementCommended' }
>['data'];

const onPaper = ({ from, to }: { readonly from: number; readonly to: number }) => ({
  vi: `Số ${decision.numbersText(from, to)}: đã cấp trên giấy`,
  en: `${from === to ? 'Number' : 'Numbers'} ${decision.numbersText(from, to)}: issued on paper`,
});

/** An item of a decision, by name where it has one. */
const named = (item: string | undefined): readonly [vi: string, en: string] =>
  item === undefined ? ['một mục', 'an item'] : [`“${item}”`, `“${item}”`];

export const decisionSentences: Sentences<decision.DecisionEvent['type'] | decision.NumberingEvent['type']> = {
  DecisionDrafted: ({ act, title, items }) => ({
    vi: `Dự thảo quyết định ${ACT_NAMES[act][0]} “${title}” gồm ${items.length} mục`,
    en: `Drafted the decision to ${ACT_NAMES[act][1]}: “${title}” on ${counted(items.length, 'item')}`,
  }),
  DecisionFrozen: ({ manifest, manifestSha256 }) => ({
    vi: `Chốt danh sách ${manifest.length} mục, mã kiểm tra ${controlCode(manifestSha256)}`,
    en: `Froze the list of ${counted(manifest.length, 'item')}, control code ${controlCode(manifestSha256)}`,
  }),
  DecisionIssued: ({ documentNumber, capacity, manifest }) => ({
    vi: `Ban hành Quyết định số ${documentNumber.text} ngày ${day(documentNumber.issuedOn)} (${capacity}) cho ${manifest.length} mục`,
    en: `Issued Decision ${documentNumber.text} of ${day(documentNumber.issuedOn)} (${capacity}) on ${counted(manifest.length, 'item')}`,
  }),
  DecisionItemApplied: (_, item) => ({
    vi: `Thi hành quyết định với ${named(item)[0]}`,
    en: `Applied the decision to ${named(item)[1]}`,
  }),
  DecisionItemRejected: ({ reason }, item) => ({
    vi: `Đưa ${named(item)[0]} ra khỏi quyết định: ${droppedName(reason)[0]}`,
    en: `Dropped ${named(item)[1]} from the decision: ${droppedName(reason)[1]}`,
  }),
  DecisionCompleted: ({ applied, rejected }) => ({
    vi: `Hoàn tất thi hành: ${applied} mục được áp dụng, ${rejected} mục bị loại`,
    en: `Completed: ${counted(applied, 'item')} applied, ${rejected} dropped`,
  }),
  SignedPaperFiled: ({ paper }) => ({
    vi: `Lưu văn bản đã ký “${paper.fileName}”, mã kiểm tra ${controlCode(paper.sha256)}`,
    en: `Filed the signed paper “${paper.fileName}”, control code ${controlCode(paper.sha256)}`,
  }),
  DecisionDraftCancelled: ({ reason }) => ({ vi: `Hủy dự thảo: ${reason}`, en: `Cancelled the draft: ${reason}` }),
  DecisionNumberRefused: ({ documentNumber, reason }) => ({
    vi: `Không dùng số ${documentNumber.text}: ${givenUpName(reason)[0]}`,
    en: `Gave up the number ${documentNumber.text}: ${givenUpName(reason)[1]}`,
  }),
  NumberReserved: ({ documentNumber }) => ({
    vi: `Cấp số ${documentNumber.text}`,
    en: `Assigned the number ${documentNumber.text}`,
  }),
  NumbersIssuedOnPaper: onPaper,
  NumberVoided: ({ number, reason }) =>
    reason === decision.ISSUED_ON_PAPER
      ? onPaper({ from: number, to: number })
      : {
          vi: `Hủy số ${number}: ${givenUpName(reason)[0]}`,
          en: `Voided the number ${number}: ${givenUpName(reason)[1]}`,
        },
};

export const commendationSentences: Sentences<commendation.CommendationEvent['type']> = {
  CommendationProposed: ({ recipient, form }) => ({
    vi: `Đề nghị tặng ${given(form)[0]} cho ${recipient.name}`,
    en: `Proposed ${recipient.name} for ${given(form)[1]}`,
  }),
  CommendationRevised: ({ recipient, form }) => ({
    vi: `Sửa và đề nghị lại: ${given(form)[0]} cho ${recipient.name}`,
    en: `Revised and proposed again: ${recipient.name} for ${given(form)[1]}`,
  }),
  CommendationReturned: ({ reason, dueOn }) => ({
    vi: `Trả lại đề nghị khen thưởng, hạn ngày ${day(dueOn)}: ${reason}`,
    en: `Returned the proposal, due back on ${day(dueOn)}: ${reason}`,
  }),
  CommendationVerified: ({ note }) => ({
    vi: `Thẩm tra hồ sơ khen thưởng: ${note}`,
    en: `Verified the dossier of the commendation: ${note}`,
  }),
  CouncilReviewRecorded: ({ favourable, opinion }) => ({
    vi: `Hội đồng ${favourable ? 'nhất trí' : 'không nhất trí'}, ý kiến: ${opinion}`,
    en: `The council was ${favourable ? 'in favour' : 'not in favour'}: ${opinion}`,
  }),
  CommendationSubmitted: () => ({
    vi: 'Trình cấp có thẩm quyền quyết định khen thưởng',
    en: 'Submitted to the competent body',
  }),
  CommendationWithdrawn: ({ reason }) => ({
    vi: `Rút đề nghị khen thưởng: ${reason}`,
    en: `Withdrew the proposal: ${reason}`,
  }),
  ModelCommended: awarded,
  AchievementCommended: awarded,
  CommendationRefused: ({ documentNumber, decidedOn, reason }) => ({
    vi: `Không khen thưởng theo Quyết định số ${documentNumber} ngày ${day(decidedOn)}: ${reason}`,
    en: `Refused by Decision ${documentNumber} of ${day(decidedOn)}: ${reason}`,
  }),
  AchievementRevoked: ({ documentNumber, decidedOn }) => ({
    vi: `Mô hình làm căn cứ bị thu hồi công nhận theo Quyết định số ${documentNumber} ngày ${day(decidedOn)}; cần xem xét lại khen thưởng`,
    en: `The recognition of the model it rests on was revoked by Decision ${documentNumber} of ${day(decidedOn)}; it is to be looked at again`,
  }),
  RevokedAchievementSettled: ({ reason }) => ({
    vi: `Đã xem xét việc mô hình bị thu hồi, giữ khen thưởng: ${reason}`,
    en: `Looked at the revocation of the model and let it stand: ${reason}`,
  }),
  CommendationCancelled: ({ documentNumber, decidedOn, ground }) => ({
    vi: `Hủy khen thưởng theo Quyết định số ${documentNumber} ngày ${day(decidedOn)}: ${GROUNDS[ground][0]}`,
    en: `Cancelled by Decision ${documentNumber} of ${day(decidedOn)}: ${GROUNDS[ground][1]}`,
  }),
};
