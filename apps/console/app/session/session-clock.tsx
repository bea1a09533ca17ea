import { useEffect, useState } from 'react';
import { sessionWho } from '../../shared/api/generated/sdk.gen.ts';
import { lastAskedAt } from '../../shared/api/presence.ts';
import { instant } from '../../shared/dates/dates.ts';
import { Notice } from '../../shared/page/notice.tsx';
import { useWho } from '../../shared/session.tsx';
import { useTexts } from '../../shared/texts/i18n.ts';

/** Milliseconds before its end at which an end is announced. */
const ANNOUNCED_MS = 3 * 60_000;
const LOOK_MS = 5_000;

/** Announces that the session is about to end, and asks again once it must have. */
export const SessionClock = ({ onOver }: { readonly onOver: () => void }) => {
  const { t } = useTexts();
  const { sessionEndsAt, idleMinutes } = useWho();
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), LOOK_MS);
    return () => clearInterval(timer);
  }, []);
  const hard = Date.parse(sessionEndsAt);
  const idle = lastAskedAt() + idleMinutes * 60_000;
  const end = Math.min(hard, idle);
  const over = now > end + LOOK_MS * 2;
  useEffect(() => {
    if (over) onOver();
  }, [over, onOver]);
  if (end - now > ANNOUNCED_MS) return null;
  const when = instant(new Date(end).toISOString()).slice(-5);
  return (
    <div className="over-page">
      <Notice kind="waits" now title={t(hard <= idle ? 'session.endsAnyway' : 'session.endsIdle', { when })}>
        {hard > idle && (
          <button type="button" className="button" onClick={() => void sessionWho()}>
            {t('session.stay')}
          </button>
        )}
      </Notice>
    </div>
  );
};
