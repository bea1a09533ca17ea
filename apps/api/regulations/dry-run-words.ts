import { dayMonthYear, isLocalDate, type registration } from '#domain';
import { DOCUMENT_KIND_NAMES, REGISTRATION_ITEM_NAMES, UNIT_KIND_NAMES, type Word } from '#words';
import { capital, inLanguage } from '../exports/parts.ts';

type Change = registration.DryRunChange;

const WHAT: Readonly<Record<Change['kind'], Readonly<Record<string, Word>>>> = {
  OUTCOME: {
    appraisal: ['kết quả thẩm định', 'result of the appraisal'],
    vote: ['kết quả bỏ phiếu', 'result of the vote'],
  },
  STEP: {
    'missing-items': ['mục còn thiếu của bản đăng ký', 'items missing in the registration form'],
    'unknown-codes': ['lĩnh vực, chương trình mà quy định không có', 'fields and programmes the regulation lacks'],
    'missing-documents': ['tài liệu còn thiếu của hồ sơ', 'documents missing in the dossier'],
    'members-lacking': ['số thành viên tổ thẩm định còn thiếu', 'members the appraisal team lacks'],
    'signing-body': ['cấp có thẩm quyền công nhận', 'who is competent to recognize'],
  },
  DEADLINE: {
    registration: ['hạn đăng ký', 'deadline of registration'],
    dossier: ['hạn nộp hồ sơ', 'deadline of the dossier'],
    'earliest-request': ['ngày sớm nhất được đề nghị công nhận', 'first day to request recognition'],
    appraisal: ['hạn thẩm định', 'deadline of the appraisal'],
  },
};

const VALUES: Readonly<Record<string, Word>> = {
  passed: ['đạt', 'passed'],
  failed: ['không đạt', 'failed'],
  'not-needed': ['không phải bỏ phiếu', 'no vote needed'],
  outstanding: ['chưa bỏ phiếu', 'not voted yet'],
  ...DOCUMENT_KIND_NAMES,
  ...REGISTRATION_ITEM_NAMES,
  ...UNIT_KIND_NAMES,
};

const NOTHING: Word = ['không có', 'none'];

/** What would change for a registration: what it is, as it stands, and as it would be. Codes of the office's own stay. */
export const dryRunSentence = ({ kind, what, before, after }: Change, language: 'vi' | 'en'): string => {
  const spoken = (word: Word): string => inLanguage(word, language);
  const one = (code: string): string => {
    const word = VALUES[code];
    if (word !== undefined) return spoken(word);
    return isLocalDate(code) ? dayMonthYear(code) : code;
  };
  const told = (text: string): string => (text === '' ? spoken(NOTHING) : text.replaceAll(/[^,·\s]+/gu, one));
  return `${capital(spoken(WHAT[kind][what] ?? [what, what]))}: ${told(before)} → ${told(after)}`;
};
