import { Alert, Button, Space } from 'antd';
import { isProblem, type Failure } from '../api/client.ts';
import { useTexts } from '../texts/i18n.ts';

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
    <Alert
      type="error"
      showIcon
      role="alert"
      title={known ? failure.detail : t('page.unreachable.title')}
      description={
        <Space orientation="vertical">
          {!known && <span>{t('page.unreachable.text')}</span>}
          {faults.length > 0 && (
            <ul>
              {faults.map(({ pointer, message }) => (
                <li key={pointer + message}>{message}</li>
              ))}
            </ul>
          )}
          <Space wrap>
            {again && <Button onClick={again}>{t('page.again')}</Button>}
            {known && (
              <Button type="text" size="small" onClick={() => void navigator.clipboard.writeText(failure.traceId)}>
                {t('page.copyTrace', { trace: failure.traceId.slice(0, 8) })}
              </Button>
            )}
          </Space>
        </Space>
      }
    />
  );
};
