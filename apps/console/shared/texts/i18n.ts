import i18next, { type FormatterModule, type i18n } from 'i18next';
import { initReactI18next, useTranslation } from 'react-i18next';
import vi from './vi/index.ts';
import type { Texts } from './vi/index.ts';

export type Language = 'vi' | 'en';

declare module 'i18next' {
  interface CustomTypeOptions {
    readonly defaultNS: 'texts';
    readonly resources: { readonly texts: Texts };
    readonly returnNull: false;
  }
}

const KEPT = 'kheo.language';

/** The language this browser was last used in; Vietnamese unless told. */
export const languageOf = (storage: Pick<Storage, 'getItem'>): Language =>
  storage.getItem(KEPT) === 'en' ? 'en' : 'vi';

const LOCALES: Readonly<Record<Language, string>> = { vi: 'vi-VN', en: 'en-GB' };

/** What is written in figures and is no quantity: a year, the number of a paper. */
const PLAIN: ReadonlySet<unknown> = new Set(['year', 'number']);

/** A number in a sentence as the language writes it: `1.005 mục`. */
const numbers: FormatterModule = {
  type: 'formatter',
  init: () => undefined,
  add: () => undefined,
  addCached: () => undefined,
  format: (value: unknown, _format, language, options) =>
    typeof value === 'number' && !PLAIN.has(options?.['interpolationkey'])
      ? value.toLocaleString(LOCALES[language === 'en' ? 'en' : 'vi'])
      : (value as string),
};

/** Vietnamese is always there; English is fetched when it is asked for. */
export const startTexts = async (language: Language): Promise<i18n> => {
  await i18next
    .use(initReactI18next)
    .use(numbers)
    .init({
      lng: 'vi',
      fallbackLng: false,
      defaultNS: 'texts',
      // A field without help has none.
      returnEmptyString: true,
      resources: { vi: { texts: vi } },
      interpolation: { escapeValue: false, alwaysFormat: true },
    });
  await speak(language);
  return i18next;
};

/** Changes the language of everything on screen. */
export const speak = async (language: Language): Promise<void> => {
  if (language === 'en' && !i18next.hasResourceBundle('en', 'texts')) {
    i18next.addResourceBundle('en', 'texts', (await import('./en/index.ts')).default);
  }
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
  localStorage.setItem(KEPT, language);
};

/** The texts, and the language they are in. */
export const useTexts = () => {
  const { t, i18n: spoken } = useTranslation();
  const language: Language = spoken.language === 'en' ? 'en' : 'vi';
  return { t, language };
};

/** A sentence of the api, which comes in both languages. */
export interface Sentence {
  readonly vi: string;
  readonly en: string;
}
