import { fold, isLocalDate, tidy, type LocalDate, type Problem } from '../../kernel/index.ts';
import type { CodeName } from '../events.ts';
import type { RegulationFault } from './faults.ts';

/** Problems of one part of a regulation; empty when the part is sound. */
export type Problems = readonly Problem<RegulationFault>[];

/** One problem when `broken`, otherwise none. */
export const unless = (sound: boolean, pointer: string, code: RegulationFault, params?: Problem['params']): Problems =>
  sound ? [] : [{ pointer, code, ...(params === undefined ? {} : { params }) }];

export const isWhole = (value: number, min: number, max = Number.MAX_SAFE_INTEGER): boolean =>
  Number.isSafeInteger(value) && value >= min && value <= max;

export const realDay = (date: LocalDate, pointer: string): Problems =>
  unless(isLocalDate(date), pointer, 'date-invalid');

/** Each value appears once, however spelled: what looks alike is the same. */
export const distinct = (
  values: readonly string[],
  pointer: (index: number) => string,
  code: RegulationFault,
): Problems => {
  const spelled = values.map(fold);
  return spelled.flatMap((value, index) => unless(spelled.indexOf(value) === index, pointer(index), code));
};

/** Every entry has a code and a name, and neither is used twice. */
export const codesAndNames = (entries: readonly CodeName[], pointer: string): Problems => [
  ...entries.flatMap(({ code, name }, index) => [
    ...unless(tidy(code) !== '', `${pointer}/${index}/code`, 'code-missing'),
    ...unless(tidy(name) !== '', `${pointer}/${index}/name`, 'name-missing'),
  ]),
  ...distinct(
    entries.map(({ code }) => code),
    (index) => `${pointer}/${index}/code`,
    'code-duplicate',
  ),
  ...distinct(
    entries.map(({ name }) => name),
    (index) => `${pointer}/${index}/name`,
    'name-duplicate',
  ),
];
