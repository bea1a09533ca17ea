import { useEffect } from 'react';
import { useRouteError } from 'react-router';
import { useTexts } from '../../shared/texts/i18n.ts';

/** A page that broke, or whose parts are no longer there because a newer version was installed. */
export const PageFault = () => {
  const { t } = useTexts();
  const error = useRouteError();
  useEffect(() => reportError(error), [error]);
  return (
    <main className="alone" role="alert">
      <h1>{t('page.fault.title')}</h1>
      <p>{t('page.fault.text')}</p>
      <button type="button" className="button button-first" onClick={() => window.location.reload()}>
        {t('page.fault.reload')}
      </button>
    </main>
  );
};
