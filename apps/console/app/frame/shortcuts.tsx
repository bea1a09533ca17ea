import { useEffect, useRef } from 'react';
import { useNavigate } from 'react-router';
import { useTexts } from '../../shared/texts/i18n.ts';
import { ROOMS } from './rooms.ts';

/** The places that `g` and a letter lead to. */
const PLACES = ROOMS.filter(({ letter }) => letter !== undefined);

/**
 * Keys for those who do not use a mouse: `?` lists them, `/` searches, `g` and a letter goes to a room. None works while
 * one types, so that a key is never taken from a text.
 */
export const Shortcuts = () => {
  const { t } = useTexts();
  const dialog = useRef<HTMLDialogElement>(null);
  const navigate = useNavigate();
  useEffect(() => {
    let going = false;
    const press = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      // Caps Lock is on more often than one knows.
      const key = event.key.toLowerCase();
      const place = going ? PLACES.find(({ letter }) => letter === key) : undefined;
      going = key === 'g' && !going;
      if (place) void navigate(place.to);
      else if (event.key === '?') dialog.current?.showModal();
      else if (event.key === '/') document.getElementById('search')?.focus();
      else return;
      event.preventDefault();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [navigate]);
  return (
    <dialog ref={dialog} aria-labelledby="shortcuts-title" className="shortcuts">
      <h2 id="shortcuts-title">{t('shortcuts.title')}</h2>
      <dl>
        <Key keys="?" text={t('shortcuts.list')} />
        <Key keys="/" text={t('shortcuts.search')} />
        {PLACES.map(({ letter, text }) => (
          <Key key={text} keys={`g ${letter ?? ''}`} text={t(`rooms.${text}`)} />
        ))}
        <Key keys="Tab, Enter" text={t('shortcuts.move')} />
      </dl>
      <form method="dialog">
        <button className="button button-first">{t('shortcuts.close')}</button>
      </form>
    </dialog>
  );
};

const Key = ({ keys, text }: { readonly keys: string; readonly text: string }) => (
  <div>
    <dt>
      <kbd>{keys}</kbd>
    </dt>
    <dd>{text}</dd>
  </div>
);

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/u.test(target.tagName));
