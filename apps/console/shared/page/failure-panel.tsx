import { useContext } from 'react';
import { Link, useSearchParams } from 'react-router';
import { isActingRefused, isProblem, type Failure } from '../api/failure.ts';
import { WhoContext } from '../session.tsx';
import { useTexts } from '../texts/i18n.ts';
import { Notice } from './notice.tsx';
import { TraceId } from './trace-id.tsx';

interface Props {
  readonly failure: Failure;
  readonly again?: () => void;
}

/** Why something was not done or is not shown, in a sentence, with what to do and the number to tell those who help. */
export const FailurePanel = ({ failure, again }: Props) => {
  const { t } = useTexts();
  const unreadable = useUnreadable(failure);
  // Said once, above the page, with what one may choose instead.
  const isToldAbove = useContext(WhoContext) !== undefined && isActingRefused(failure);
  if (isToldAbove) return null;
  const known = isProblem(failure);
  if (again && known && unreadable.names.length > 0) return <Unreadable {...unreadable} trace={failure.traceId} />;
  // Asked again it is answered the same: what is not there, or not theirs.
  const isFinal = known && (failure.status === 404 || failure.status === 403);
  const faults = known ? failure.errors.filter(({ message }) => message !== '' && message !== failure.detail) : [];
  return (
    <Notice kind="bad" now title={known ? failure.detail : t('page.unreachable.title')}>
      {!known && <p>{t('page.unreachable.text')}</p>}
      {known && failure.status >= 500 && <p>{t('page.broken')}</p>}
      {faults.length > 0 && (
        <ul>
          {faults.map(({ pointer, message }) => (
            <li key={pointer + message}>{message}</li>
          ))}
        </ul>
      )}
      {again && isFinal && <Link to="/">{t('rooms.myWork')}</Link>}
      {again && !isFinal && (
        <button type="button" className="button" onClick={again}>
          {t('page.again')}
        </button>
      )}
      {known && <TraceId of={failure.traceId} />}
    </Notice>
  );
};

/** What the api could not read of the address of the page, and the way to do without it. */
const useUnreadable = (failure: Failure) => {
  const [params, setParams] = useSearchParams();
  const faults = isProblem(failure) && failure.status === 400 ? failure.errors : [];
  const names = faults.map(({ pointer }) => pointer).filter((name) => params.has(name));
  const clear = (): void =>
    setParams((before) => new URLSearchParams([...before].filter(([name]) => !names.includes(name))));
  return { names, clear };
};

/** A filter that somebody mistyped, or that another version wrote: said in words, not by its code. */
const Unreadable = ({ names, clear, trace }: ReturnType<typeof useUnreadable> & { readonly trace: string }) => {
  const { t } = useTexts();
  const known: Readonly<Record<string, string>> = t('unreadable.names', { returnObjects: true });
  const said = names.map((name) => known[name] ?? t('unreadable.other', { name })).join(', ');
  return (
    <Notice kind="bad" now title={t('unreadable.title', { names: said })}>
      <button type="button" className="button" onClick={clear}>
        {t('tables.clear')}
      </button>
      <TraceId of={trace} />
    </Notice>
  );
};
