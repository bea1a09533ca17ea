import type { FieldProps } from './form.ts';

/** Whether one chooses and does not type it: yes or no, one of the api's own words, a thing or several by their ids. */
export const isChosen = ({ type, enum: words, format, items }: FieldProps<never>['shape']): boolean =>
  type === 'boolean' ||
  words !== undefined ||
  [format, (items as { readonly format?: string })?.format].includes('uuid');
