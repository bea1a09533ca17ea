import type { TFunction } from 'i18next';
import type { Problem } from '../api/generated/types.gen.ts';
import type { CommandForm, FieldPath } from './form.ts';

/** What is wrong with a field, or with what is sent where the path is empty. */
export interface Fault {
  readonly path: FieldPath;
  readonly message: string;
}

/**
 * The faults of a problem where some lie in a field of the form; what lies in none has no path, and is told with them.
 * Empty for a problem that is about the whole.
 */
export const faultsOf = (problem: Problem, { fields }: Pick<CommandForm<never>, 'fields'>, t: TFunction): Fault[] => {
  const faults = problem.errors.map(({ pointer, message }): Fault => {
    const path = pathOf(pointer);
    const isOfField = path[0] !== undefined && Object.hasOwn(fields, path[0]);
    return { path: isOfField ? path : [], message: message || (isOfField ? t('forms.wrong') : problem.detail) };
  });
  return faults.some(({ path }) => path.length > 0) ? faults : [];
};

/** The faults as the fields of a form show them. */
export const atFields = (faults: readonly Fault[]): { name: (string | number)[]; errors: string[] }[] =>
  faults.flatMap(({ path, message }) => (path.length === 0 ? [] : [{ name: [...path], errors: [message] }]));

/** `/scores/0/points` → `['scores', 0, 'points']`. Source: RFC 6901. */
const pathOf = (pointer: string): FieldPath =>
  pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .map((part) => (/^\d+$/u.test(part) ? Number(part) : part));
