import { REGISTRATION_ITEMS, type RegistrationItem } from '../../regulation/events.ts';
import type { RegistrationForm } from '../events.ts';

/**
 * What a correction may put right: the texts of the form. The kind of subject chooses the criteria, so it is not a slip
 * of the pen; results, votes and dates of acts are put right by acts of their own.
 */
export const CORRECTABLE: readonly CorrectableField[] = ['name', 'field', ...REGISTRATION_ITEMS];

/** Letters of the longest name of a model. */
export const MAX_NAME = 300;

/** A field that may be corrected. */
export type CorrectableField = 'name' | 'field' | RegistrationItem;

/** Whether a field is one that may be corrected. */
export const isCorrectable = (field: string): field is CorrectableField => CORRECTABLE.some((each) => each === field);

/** The form with one of its texts put right; an item put right to nothing is left out. */
export const correctedForm = (form: RegistrationForm, field: string, value: string): RegistrationForm => {
  if (!isCorrectable(field)) return form;
  if (value !== '') return { ...form, [field]: value };
  const { [field]: _left, ...rest } = form;
  return rest as RegistrationForm;
};
