import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { Link, useLocation } from 'react-router';
import { actAs } from '../../shared/acting.ts';
import { failureOf, isSignedOut } from '../../shared/api/failure.ts';
import { sessionSignOut } from '../../shared/api/generated/sdk.gen.ts';
import { FailurePanel } from '../../shared/page/failure-panel.tsx';
import { useTexts } from '../../shared/texts/i18n.ts';

/** The state of who comes here because they pressed to sign out; by the address alone nobody is signed out. */
export const PRESSED = { pressed: true };

/** Ends the session. It is a page, so that a form with something typed asks first whether it may be left. */
export const SignOut = () => {
  const { t } = useTexts();
  const { state } = useLocation() as { readonly state: Partial<typeof PRESSED> | null };
  const { mutate, error, isPending } = useEnding();
  const pressed = state?.pressed === true;
  useEffect(() => {
    document.title = `${t('frame.signOut')} · Khéo`;
  }, [t]);
  useEffect(() => {
    if (pressed) mutate();
  }, [pressed, mutate]);

  return (
    <main className="alone">
      <h1>{t('frame.signOut')}</h1>
      {error && (
        <>
          <FailurePanel failure={failureOf(error)} />
          <p>{t('session.stillIn')}</p>
        </>
      )}
      <button type="button" className="button button-first button-wide" disabled={isPending} onClick={() => mutate()}>
        {t('frame.signOut')}
      </button>
      <p>
        <Link to="/">{t('rooms.myWork')}</Link>
      </p>
    </main>
  );
};

const useEnding = () => {
  const queries = useQueryClient();
  return useMutation({
    // Without the network it fails, and does not wait: whoever leaves must know.
    networkMode: 'always',
    mutationFn: async () => {
      try {
        await sessionSignOut({ throwOnError: true });
      } catch (thrown) {
        if (!isSignedOut(failureOf(thrown))) throw thrown;
      }
    },
    onSuccess: () => {
      queries.clear();
      actAs(undefined);
      window.location.replace('/');
    },
  });
};
