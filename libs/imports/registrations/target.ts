import { fold } from '#domain';
import type { DirectoryState } from '#identity';
import { REGISTRATION_COLUMNS, SUBJECT_TYPES, type Column } from '#papers';
import { cycleOf, regulationOf, type RulesState } from '#use-cases';
import { knownUnits, type KnownUnits } from '../rows/known-units.ts';
import { wordsOf, type Words } from './words.ts';

/** What a cycle's regulation lists. */
interface Listed {
  readonly fields: Words;
  readonly tags: Words;
}

/** What a list of models means in one cycle. */
export interface RegistrationTarget extends Listed {
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
  const words = wordsIn(asked, rules);
  const { cycleId = '', unitId } = asked;
  return words && { ...words, cycleId, ...(unitId === undefined ? {} : { unitId }), units: knownUnits(directory, at) };
};

/** The columns of a list of models; one whose heading is a value, such as a field, is marked with an x. */
export const columnsIn = (asked: Asked, rules: RulesState): readonly Column[] => {
  const words = wordsIn(asked, rules);
  if (words === undefined) return REGISTRATION_COLUMNS;
  const marked: Readonly<Record<string, Pick<Column, 'isValue' | 'several'>>> = {
    field: { isValue: (heading) => words.fields.codeOf(heading) !== undefined },
    programmeTags: { isValue: (heading) => words.tags.codeOf(heading) !== undefined, several: true },
    subjectType: { isValue: (heading) => SUBJECT_TYPES[fold(heading)] !== undefined },
  };
  return REGISTRATION_COLUMNS.map((column) => ({ ...column, ...marked[column.key] }));
};

const wordsIn = ({ cycleId = '' }: Asked, rules: RulesState): Listed | undefined => {
  const version = regulationOf(rules, cycleOf(rules, cycleId)?.regulationId ?? '');
  return version && { fields: wordsOf(version.content.fields), tags: wordsOf(version.content.programmeTags) };
};
