import { useState } from 'react';
import { failureOf, isProblem, type Failure } from '../api/failure.ts';
import { Notice } from '../page/notice.tsx';
import { speak, useTexts, type Language } from '../texts/i18n.ts';

const NAMES: Readonly<Record<Language, string>> = { vi: 'Tiếng Việt', en: 'English' };

/** What did not come of it: the language could not be fetched, or not be remembered. */
type Failed = { readonly what: 'notSpoken' | 'notKept'; readonly why: Failure };

/** The other language, by its own name. `chosen` is told, where it is to be remembered for the person. */
export const LanguageSwitch = ({ chosen }: { readonly chosen?: (language: Language) => Promise<void> }) => {
  const { t, language } = useTexts();
  const [failed, setFailed] = useState<Failed>();
  const other: Language = language === 'vi' ? 'en' : 'vi';
  const change = async (): Promise<void> => {
    setFailed(undefined);
    let what: Failed['what'] = 'notSpoken';
    try {
      await speak(other);
      what = 'notKept';
      await chosen?.(other);
    } catch (thrown) {
      setFailed({ what, why: failureOf(thrown) });
    }
  };
  return (
    <>
      <button type="button" className="plain" lang={other} onClick={() => void change()}>
        {NAMES[other]}
      </button>
      {failed && (
        <div className="over-page">
          <Notice kind="bad" now title={t(`frame.language.${failed.what}`)}>
            <p>{isProblem(failed.why) ? failed.why.detail : t('page.unreachable.title')}</p>
            <button type="button" className="button" onClick={() => setFailed(undefined)}>
              {t('shortcuts.close')}
            </button>
          </Notice>
        </div>
      )}
    </>
  );
};
