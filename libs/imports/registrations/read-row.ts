import { fold, type registration, type regulation } from '#domain';
import { REGISTRATION_TEXTS, SUBJECT_TYPE_NAMES, SUBJECT_TYPES, type ListRow } from '#papers';
import type { Remark } from '../import.ts';
import { aboutColumn, notAmong, unreadable, type HeadingOf } from '../rows/remarks.ts';
import { MAX_NAME, MAX_TEXT, textFault } from '../rows/text-fault.ts';
import type { Values } from '../rows/three-ways.ts';
import { unitFault } from '../rows/unit-fault.ts';
import type { RegistrationTarget } from './target.ts';
import { wordsOf, type Words } from './words.ts';

/** A row whose every cell has a meaning. */
export interface RegistrationRow {
  readonly unitId: string;
  /** The code of the row, or else the name of the model, folded: what it is known by in its unit. */
  readonly known: { readonly by: 'row' | 'name'; readonly text: string };
  /** What it says, of the columns that the list has. */
  readonly values: Values;
}

/** Several values in one cell, as they are compared. */
const TAGS = '; ';

export const readRow = (
  row: ListRow,
  target: RegistrationTarget,
  headingOf: HeadingOf,
): RegistrationRow | readonly Remark[] => {
  const remarks: Remark[] = [...unreadable(row)];
  const wrong = (key: string, { vi, en }: { readonly vi: string; readonly en: string }): string => {
    if (!row.faults.some((fault) => fault.key === key)) remarks.push(aboutColumn(headingOf, key, vi, en));
    return '';
  };
  const word = (key: string, text: string, { codeOf, near, names }: Words): string =>
    codeOf(text) ?? wrong(key, text === '' ? REQUIRED : notAmong(text, names, near(text)));
  const written = (key: string, max: number): string => {
    const text = row.cells[key] ?? '';
    const fault = text === '' ? undefined : textFault(text, max);
    return fault === undefined ? text : wrong(key, fault);
  };

  const { name = '', subjectType = '', field = '', programmeTags } = row.cells;
  const unitId = unitOf(row, target, wrong);
  const tags = (programmeTags ?? '').split(/[;,]/u).map((tag) => tag.trim());
  const values: Values = {
    name: name === '' ? wrong('name', REQUIRED) : written('name', MAX_NAME),
    subjectType: word('subjectType', subjectType, TYPES),
    field: word('field', field, target.fields),
    ...(programmeTags === undefined
      ? {}
      : {
          programmeTags: [
            ...new Set(tags.filter((tag) => tag !== '').map((tag) => word('programmeTags', tag, target.tags))),
          ].join(TAGS),
        }),
    ...Object.fromEntries(
      REGISTRATION_TEXTS.flatMap((key) => (row.cells[key] === undefined ? [] : [[key, written(key, MAX_TEXT)]])),
    ),
  };
  return remarks.length > 0 ? remarks : { unitId, known: knownBy(row), values };
};

/** What a row is known by in its unit. */
export const knownBy = ({ cells: { row: code = '', name = '' } }: ListRow): RegistrationRow['known'] =>
  fold(code) === '' ? { by: 'name', text: fold(name) } : { by: 'row', text: fold(code) };

const SHORT_TYPES = wordsOf(SUBJECT_TYPE_NAMES.map((name) => ({ code: SUBJECT_TYPES[fold(name)] ?? '', name })));
const TYPES: Words = { ...SHORT_TYPES, codeOf: (text) => SUBJECT_TYPES[fold(text)] ?? SHORT_TYPES.codeOf(text) };
const REQUIRED = { vi: 'bắt buộc', en: 'required' };

const unitOf = (
  { cells: { unit = '' } }: ListRow,
  { units, unitId }: RegistrationTarget,
  wrong: (key: string, fault: { readonly vi: string; readonly en: string }) => string,
): string => {
  if (unit === '') return unitId ?? wrong('unit', REQUIRED);
  const named = units(unit);
  return 'unitId' in named ? named.unitId : wrong('unit', unitFault(unit, named));
};

/** A form as a row would say it. */
export const valuesOf = (form: registration.RegistrationForm): Values => ({
  name: form.name,
  subjectType: form.subjectType,
  field: form.field,
  programmeTags: form.programmeTags.join(TAGS),
  ...Object.fromEntries(
    REGISTRATION_TEXTS.map((key) => [key, (form as unknown as Readonly<Record<string, string>>)[key] ?? '']),
  ),
});

/** The form that says it; texts that are empty are left out. */
export const formOf = (values: Values): registration.RegistrationForm => ({
  name: values['name'] ?? '',
  subjectType: values['subjectType'] as regulation.SubjectType,
  field: values['field'] ?? '',
  programmeTags: (values['programmeTags'] ?? '').split(TAGS).filter((tag) => tag !== ''),
  ...Object.fromEntries(REGISTRATION_TEXTS.flatMap((key) => (values[key] ? [[key, values[key]]] : []))),
});
