import { speak, useTexts, type Language } from '../../shared/texts/i18n.ts';

const NAMES: Readonly<Record<Language, string>> = { vi: 'Tiếng Việt', en: 'English' };

/** The other language, by its own name. */
export const LanguageSwitch = () => {
  const { language } = useTexts();
  const other: Language = language === 'vi' ? 'en' : 'vi';
  return (
    <button type="button" className="plain" lang={other} onClick={() => void speak(other)}>
      {NAMES[other]}
    </button>
  );
};
