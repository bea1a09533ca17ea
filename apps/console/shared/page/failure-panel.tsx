import { useContext } from 'react';
import { Link } from 'react-router';
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
  // Said once, above the page, with what one may choose instead.
  const isToldAbove = useContext(WhoContext) !== undefined && isActingRefused(failure);
  if (isToldAbove) return null;
  const known = isProblem(failure);
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
