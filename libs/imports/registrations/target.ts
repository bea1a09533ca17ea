import { dayMonthYear, fold, localDateOf, registration, regulation, type LocalDate } from '#domain';
import type { DirectoryState } from '#identity';
import { REGISTRATION_COLUMNS, SUBJECT_TYPES, type Column, type Notice } from '#papers';
import { cycleOf, regulationOf, type RulesState } from '#use-cases';
import { knownUnits, type KnownUnits } from '../rows/known-units.ts';
import { wordsOf, type Words } from './words.ts';

/** What a cycle's regulation lists. */
interface Listed {
  readonly fields: Words;
  readonly tags: Words;
}

/** What handing in takes, beside a draft. */
interface Submitting {
  /** What a form still lacks. */
  readonly lacks: (form: registration.RegistrationForm) => readonly string[];
  /** The day that has passed, and whether a reason helps. */
  readonly late?: { readonly deadline: LocalDate; readonly withReason: boolean };
}

/** What a list of models means in one cycle. */
export interface RegistrationTarget extends Listed, Submitting {
  readonly cycleId: string;
  /** The unit of rows that name none. */
  readonly unitId?: string;
  readonly units: KnownUnits;
}

interface Asked {
  readonly cycleId?: string;
  readonly unitId?: string;
}

/** Undefined when there is no such cycle. */
export const targetOf = (
  asked: Asked,
  rules: RulesState,
  directory: DirectoryState,
  at: string,
): RegistrationTarget | undefined => {
  const { cycleId = '', unitId } = asked;
  const [words, submitting] = [wordsIn(asked, rules), submittingIn(asked, rules, localDateOf(at))];
  return (
    words &&
    submitting && {
      ...{ ...words, ...submitting, cycleId, units: knownUnits(directory, at) },
      ...(unitId === undefined ? {} : { unitId }),
    }
  );
};

const submittingIn = ({ cycleId = '' }: Asked, rules: RulesState, today: LocalDate): Submitting | undefined => {
  const cycle = cycleOf(rules, cycleId);
  const content = regulationOf(rules, cycle?.regulationId ?? '')?.content;
  if (cycle === undefined || content === undefined) return undefined;
  const deadline = regulation.deadlineOf(cycle, registration.CYCLE_STEP_OF.SubmitRegistration);
  return {
    lacks: (form) => registration.missingItems(form, content),
    ...(today > deadline ? { late: { deadline, withReason: content.registration.lateWithReason } } : {}),
  };
};

/** `TT` counts rows, whatever a field's first letters are. */
const NUMBERS = /^(?:s?tt|so tt|so thu tu)$/u;

/** The columns of a list of models; one whose heading is a value, such as a field, is marked with an x. */
export const columnsIn = (asked: Asked, rules: RulesState): readonly Column[] => {
  const words = wordsIn(asked, rules);
  if (words === undefined) return REGISTRATION_COLUMNS;
  const marked: Readonly<Record<string, Pick<Column, 'isValue' | 'several'>>> = {
    field: { isValue: (heading) => !NUMBERS.test(fold(heading)) && words.fields.codeOf(heading) !== undefined },
    programmeTags: {
      isValue: (heading) => !NUMBERS.test(fold(heading)) && words.tags.codeOf(heading) !== undefined,
      several: true,
    },
    subjectType: { isValue: (heading) => SUBJECT_TYPES[fold(heading)] !== undefined },
  };
  return REGISTRATION_COLUMNS.map((column) => ({ ...column, ...marked[column.key] }));
};

const wordsIn = ({ cycleId = '' }: Asked, rules: RulesState): Listed | undefined => {
  const version = regulationOf(rules, cycleOf(rules, cycleId)?.regulationId ?? '');
  return version && { fields: wordsOf(version.content.fields), tags: wordsOf(version.content.programmeTags) };
};

/** Drafts are taken after the deadline as well: whoever sends the list is told what handing in takes then. */
export const lateNotice = ({ late }: RegistrationTarget): readonly Notice[] => {
  if (late === undefined) return [];
  const day = dayMonthYear(late.deadline);
  return [
    late.withReason
      ? {
          vi: `Hạn đăng ký của đợt (${day}) đã qua: các dòng thành bản thảo, khi gửi đăng ký phải nêu lý do nộp muộn.`,
          en: `The deadline for registrations (${day}) has passed: rows become drafts, and handing them in takes a reason for being late.`,
        }
      : {
          vi: `Hạn đăng ký của đợt (${day}) đã qua: các dòng thành bản thảo, nhưng chỉ gửi đăng ký được khi đợt được gia hạn.`,
          en: `The deadline for registrations (${day}) has passed: rows become drafts, which can be handed in only if the cycle’s deadline is moved.`,
        },
  ];
};
