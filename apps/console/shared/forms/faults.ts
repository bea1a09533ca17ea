import type { FormInstance } from 'antd';
import type { TFunction } from 'i18next';
import type { Problem } from '../api/generated/types.gen.ts';
import type { FieldPath } from './form.ts';

/** What is wrong with a field, or with what is sent where the path is empty. */
export interface Fault {
  readonly path: FieldPath;
  readonly message: string;
}

/**
 * The faults of a problem where some lie in one of the fields that are shown, each at the nearest. What lies
 * in none has no path, and is told with them. Empty for a problem that is about the whole.
 */
export const faultsOf = (problem: Problem, shown: readonly FieldPath[], t: TFunction): Fault[] => {
  const faults = problem.errors.map(({ pointer, message }): Fault => {
    const path = nearest(pathOf(pointer), shown);
    return { path: path ?? [], message: message || (path ? t('forms.wrong') : problem.detail) };
  });
  return faults.some(({ path }) => path.length > 0) ? faults : [];
};

/** The fields of a form that are shown now. */
export const shownIn = (form: Pick<FormInstance, 'getFieldsError'>): readonly FieldPath[] =>
  form.getFieldsError().map(({ name }) => name);

/** The faults as the fields of a form show them, those of one field together. */
export const atFields = (faults: readonly Fault[]): { name: (string | number)[]; errors: string[] }[] => {
  const byField = Map.groupBy(
    faults.filter(({ path }) => path.length > 0),
    ({ path }) => path.join('/'),
  );
  return [...byField.values()].map((those) => ({
    name: [...(those[0]?.path ?? [])],
    errors: those.map(({ message }) => message),
  }));
};

/** The field itself, the first one within it, or the one that it is within. */
const nearest = (path: FieldPath, shown: readonly FieldPath[]): FieldPath | undefined => {
  if (path.length === 0) return undefined;
  const [within] = shown.filter((each) => isWithin(each, path)).toSorted(shorterFirst);
  return (
    within ??
    shown
      .filter((each) => isWithin(path, each))
      .toSorted(shorterFirst)
      .at(-1)
  );
};

const isWithin = (path: FieldPath, whole: FieldPath): boolean =>
  whole.length > 0 && whole.every((part, place) => String(path[place]) === String(part));

const shorterFirst = (one: FieldPath, other: FieldPath): number => one.length - other.length;

/** `/scores/0/points` → `['scores', 0, 'points']`. Source: RFC 6901. */
const pathOf = (pointer: string): FieldPath =>
  pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .map((part) => (/^\d+$/u.test(part) ? Number(part) : part));
