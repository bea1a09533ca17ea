import type { FormInstance } from 'antd';
import { useEffect, useRef } from 'react';
import { useTexts } from '../texts/i18n.ts';
import type { Fault } from './faults.ts';

/** Does something once the page speaks another language. */
export const useOtherLanguage = (act: () => void): void => {
  const { language } = useTexts();
  const told = useRef(language);
  useEffect(() => {
    if (told.current === language) return;
    told.current = language;
    act();
  });
};

/** What antd found in fields that were looked at. */
export interface Found {
  readonly errorFields: readonly { readonly name: Fault['path']; readonly errors: readonly string[] }[];
}

export const lackingIn = ({ errorFields }: Found): Fault[] =>
  errorFields.flatMap(({ name: path, errors }) => [...new Set(errors)].map((message) => ({ path, message })));

/** Looks again at the fields that tell a fault, so that they tell it in the language of the page. @returns what is wrong */
export const lookAgain = async (fields: FormInstance): Promise<Fault[]> => {
  const wrong = fields.getFieldsError().filter(({ errors }) => errors.length > 0);
  if (wrong.length === 0) return [];
  try {
    await fields.validateFields(wrong.map(({ name }) => name));
    return [];
  } catch (found) {
    return lackingIn(found as Found);
  }
};
