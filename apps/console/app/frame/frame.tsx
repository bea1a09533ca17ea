import { useEffect, useState } from 'react';
import { Navigate, NavLink, Outlet, ScrollRestoration, useLocation, useNavigate } from 'react-router';
import { Announcements } from '../../shared/page/announce.tsx';
import { Notice } from '../../shared/page/notice.tsx';
import { useWho } from '../../shared/session.tsx';
import { useSettings } from '../../shared/settings/use-settings.ts';
import { speak, useTexts } from '../../shared/texts/i18n.ts';
import { Shortcuts } from './shortcuts.tsx';
import { PRESSED } from '../session/sign-out.tsx';
import { useUpdates } from '../updates/use-updates.ts';
import { ActingAs, ActingOver } from './acting-as.tsx';
import { Illustrative } from './illustrative.tsx';
import { Going } from './going.tsx';
import { LanguageSwitch } from '../../shared/settings/language-switch.tsx';
import { SearchBox } from './search-box.tsx';
import { ROOMS } from './rooms.ts';

/** What is around every page: where one is, who one acts as, the rooms, the way out. */
export const Frame = () => {
  const { t } = useTexts();
  const [open, setOpen] = useState(false);
  const isCut = useUpdates();
  const { pathname } = useLocation();
  const navigate = useNavigate();
  const { secondFactor, secondFactorDemanded } = useWho();
  // Nothing else is answered until there is one.
  const lacksFactor = secondFactorDemanded && !secondFactor && pathname !== '/account';
  return (
    <div className="frame">
      <a className="skip" href="#content">
        {t('frame.skip')}
      </a>
      <header className="top">
        <button
          type="button"
          className="plain menu"
          aria-expanded={open}
          aria-controls="rooms"
          onClick={() => setOpen(!open)}
        >
          {t('frame.menu')}
        </button>
        <NavLink to="/" className="brand">
          Khéo
        </NavLink>
        <SearchBox />
        <ActingAs />
        <OwnLanguage />
        <button type="button" className="plain" onClick={() => void navigate('/sign-out', { state: PRESSED })}>
          {t('frame.signOut')}
        </button>
      </header>
      <nav id="rooms" aria-label={t('frame.rooms')} className={open ? 'rooms rooms-open' : 'rooms'}>
        <ul>
          {ROOMS.map(({ to, text }) => (
            <li key={to}>
              <NavLink to={to} end={to === '/'} onClick={() => setOpen(false)}>
                {t(`rooms.${text}`)}
              </NavLink>
            </li>
          ))}
        </ul>
      </nav>
      <main id="content" tabIndex={-1}>
        <Going />
        <Announcements />
        <div role="status">{isCut && <Notice kind="waits" title={t('frame.cut')} />}</div>
        <ActingOver />
        {lacksFactor ? <Navigate to="/account" replace /> : <Outlet />}
        {!lacksFactor && <Illustrative />}
      </main>
      <ScrollRestoration />
      <Shortcuts />
    </div>
  );
};

/** A person who signs in elsewhere finds their language there. */
const OwnLanguage = () => {
  const { settings, change } = useSettings();
  const own = settings?.language;
  useEffect(() => {
    if (own) void speak(own);
  }, [own]);
  return <LanguageSwitch chosen={(language) => change(() => ({ language }))} />;
};
