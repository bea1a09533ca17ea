import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { Outlet, useNavigate } from 'react-router';
import { actAs, actingAs } from '../../shared/acting.ts';
import { ANYBODY, forgetPosition } from '../../shared/api/client.ts';
import { failureOf, isAnotherPersonHere, isSignedOut, type Failure } from '../../shared/api/failure.ts';
import { sessionWhoOptions, sessionWhoQueryKey } from '../../shared/api/generated/@tanstack/react-query.gen.ts';
import { sessionWho } from '../../shared/api/generated/sdk.gen.ts';
import { FailurePanel } from '../../shared/page/failure-panel.tsx';
import { Loading } from '../../shared/page/page.tsx';
import { WhoContext } from '../../shared/session.tsx';
import { useTexts } from '../../shared/texts/i18n.ts';
import { LanguageSwitch } from '../../shared/settings/language-switch.tsx';
import { sessionEnd, type End } from './session-end.ts';
import { SessionClock } from './session-clock.tsx';
import { SignIn } from './sign-in.tsx';

/** Milliseconds between two looks whether the server is back. */
const LOOK_MS = 5_000;

const isRefused = (failure: Failure): boolean => isSignedOut(failure) || isAnotherPersonHere(failure);

/**
 * Lets in who is signed in. When a session ends, or becomes another person's, the page stays as it is, out of sight,
 * until the same person signs in again and goes on where they were; for somebody else everything begins anew.
 */
export const SessionGate = () => {
  const who = useQuery({
    ...sessionWhoOptions(),
    staleTime: Number.POSITIVE_INFINITY,
    // The server is away: one need not ask oneself whether it is back.
    refetchInterval: ({ state }) => (state.error && !isRefused(failureOf(state.error)) ? LOOK_MS : false),
  });
  const { t } = useTexts();
  const [ended, setEnded] = useState<End>();
  const queries = useQueryClient();
  const navigate = useNavigate();
  useEffect(() => sessionEnd.hear(setEnded), []);

  const person = who.data?.personId;
  const before = useRef(person);
  // Once the pages of whoever was here are gone: none of them is asked whether it may be left.
  useEffect(() => {
    if (person !== undefined && before.current !== undefined && before.current !== person) void navigate('/');
    before.current = person ?? before.current;
  }, [person, navigate]);

  const admitted = async (): Promise<void> => {
    const { data: now } = await sessionWho({ meta: ANYBODY, throwOnError: true });
    const isTheirs = now.appointments.some(({ appointmentId }) => appointmentId === actingAs()?.appointmentId);
    if (now.personId !== person && !isTheirs) actAs(undefined);
    if (person !== undefined && now.personId !== person) {
      forgetPosition();
      queries.clear();
    }
    queries.setQueryData(sessionWhoQueryKey(), now);
    setEnded(undefined);
    await queries.invalidateQueries();
  };

  if (who.isPending) return <Loading />;
  if (who.data === undefined) {
    const failure = failureOf(who.error);
    if (!isSignedOut(failure)) {
      return (
        <main className="alone">
          <div className="alone-head">
            <span className="brand">Khéo</span>
            <LanguageSwitch />
          </div>
          <h1>{t('page.unreachable.closed')}</h1>
          <FailurePanel failure={failure} again={() => void who.refetch()} />
        </main>
      );
    }
    return <SignIn onAdmitted={admitted} />;
  }
  return (
    <WhoContext.Provider value={who.data}>
      {ended && <SignIn ended={{ how: ended, name: who.data.name ?? '' }} onAdmitted={admitted} />}
      <div hidden={ended !== undefined} key={who.data.personId}>
        <SessionClock onOver={() => void who.refetch()} />
        <Outlet />
      </div>
    </WhoContext.Provider>
  );
};
