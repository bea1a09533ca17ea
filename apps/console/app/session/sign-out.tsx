import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useState } from 'react';
import { Link, useLocation } from 'react-router';
import { actAs } from '../../shared/acting.ts';
import { failureOf, isSignedOut, type Failure } from '../../shared/api/client.ts';
import { sessionSignOut } from '../../shared/api/generated/sdk.gen.ts';
import { FailurePanel } from '../../shared/page/failure-panel.tsx';
import { useTexts } from '../../shared/texts/i18n.ts';

/** The state of who comes here because they pressed to sign out; by the address alone nobody is signed out. */
export const PRESSED = { pressed: true };

/** Ends the session. It is a page, so that a form with something typed asks first whether it may be left. */
export const SignOut = () => {
  const { t } = useTexts();
  const { state } = useLocation() as { readonly state: Partial<typeof PRESSED> | null };
  const queries = useQueryClient();
  const [ending, setEnding] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const pressed = state?.pressed === true;

  const end = useCallback(async (): Promise<void> => {
    setEnding(true);
    setFailure(undefined);
    try {
      await sessionSignOut({ throwOnError: true });
    } catch (thrown) {
      const why = failureOf(thrown);
      if (!isSignedOut(why)) {
        setFailure(why);
        setEnding(false);
        return;
      }
    }
    queries.clear();
    actAs(undefined);
    window.location.replace('/');
  }, [queries]);
  useEffect(() => {
    document.title = `${t('frame.signOut')} · Khéo`;
  }, [t]);
  useEffect(() => {
    if (pressed) void end();
  }, [pressed, end]);

  return (
    <main className="alone">
      <h1>{t('frame.signOut')}</h1>
      {failure && (
        <>
          <FailurePanel failure={failure} />
          <p>{t('session.stillIn')}</p>
        </>
      )}
      <button type="button" className="button button-first button-wide" disabled={ending} onClick={() => void end()}>
        {t('frame.signOut')}
      </button>
      <p>
        <Link to="/">{t('rooms.myWork')}</Link>
      </p>
    </main>
  );
};
