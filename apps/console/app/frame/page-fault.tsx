import { useEffect, useState } from 'react';
import { useRouteError } from 'react-router';
import { useTexts } from '../../shared/texts/i18n.ts';

/** Milliseconds between two looks whether the server is back. */
const LOOK_MS = 5_000;

const answers = async (): Promise<boolean> => {
  try {
    return (await fetch('/health/live', { cache: 'no-store' })).ok;
  } catch {
    return false;
  }
};

/**
 * A page that broke, or whose parts are no longer there because a newer version was installed; or that could not be
 * fetched while the server is away: then it goes on by itself as soon as it is back.
 */
export const PageFault = () => {
  const { t } = useTexts();
  const error = useRouteError();
  const [away, setAway] = useState(false);
  useEffect(() => reportError(error), [error]);
  useEffect(() => {
    void answers().then((here) => setAway(!here));
  }, []);
  useEffect(() => {
    if (!away) return;
    const look = async (): Promise<void> => {
      if (await answers()) window.location.reload();
    };
    const timer = setInterval(() => void look(), LOOK_MS);
    return () => clearInterval(timer);
  }, [away]);
  return (
    <div className="alone" role="alert">
      <h1>{t(away ? 'page.unreachable.title' : 'page.fault.title')}</h1>
      <p>{t(away ? 'page.unreachable.waits' : 'page.fault.text')}</p>
      {!away && (
        <button type="button" className="button button-first" onClick={() => window.location.reload()}>
          {t('page.fault.reload')}
        </button>
      )}
    </div>
  );
};
