import { isProblem, type Failure } from '../api/client.ts';
import { useTexts } from '../texts/i18n.ts';
import { Notice } from './notice.tsx';

interface Props {
  readonly failure: Failure;
  readonly again?: () => void;
}

/** Why something was not done or is not shown, in a sentence, with what to do and the number to tell those who help. */
export const FailurePanel = ({ failure, again }: Props) => {
  const { t } = useTexts();
  const known = isProblem(failure);
  const faults = known ? failure.errors.filter(({ message }) => message !== '' && message !== failure.detail) : [];
  return (
    <Notice kind="bad" now title={known ? failure.detail : t('page.unreachable.title')}>
      {!known && <p>{t('page.unreachable.text')}</p>}
      {faults.length > 0 && (
        <ul>
          {faults.map(({ pointer, message }) => (
            <li key={pointer + message}>{message}</li>
          ))}
        </ul>
      )}
      {again && (
        <button type="button" className="button" onClick={again}>
          {t('page.again')}
        </button>
      )}
      {known && (
        <button
          type="button"
          className="plain help"
          onClick={() => void navigator.clipboard.writeText(failure.traceId)}
        >
          {t('page.copyTrace', { trace: failure.traceId.slice(0, 8) })}
        </button>
      )}
    </Notice>
  );
};
