import { speak, useTexts, type Language } from '../../shared/texts/i18n.ts';

const NAMES: Readonly<Record<Language, string>> = { vi: 'Tiếng Việt', en: 'English' };

/** The other language, by its own name. `chosen` is told, where it is to be remembered for the person. */
export const LanguageSwitch = ({ chosen }: { readonly chosen?: (language: Language) => void }) => {
  const { language } = useTexts();
  const other: Language = language === 'vi' ? 'en' : 'vi';
  return (
    <button
      type="button"
      className="plain"
      lang={other}
      onClick={() => {
        void speak(other);
        chosen?.(other);
      }}
    >
      {NAMES[other]}
    </button>
  );
};
