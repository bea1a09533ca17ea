import { Button, Space } from 'antd';
import { useNavigate } from 'react-router';
import { useTexts } from '../texts/i18n.ts';

interface Props {
  /** The cursor of the next page; null on the last. */
  readonly next: string | null;
  readonly after: string | undefined;
  readonly goTo: (after: string | undefined) => void;
}

/** The way to the other pages of a list of the server's. */
export const Pages = ({ next, after, goTo }: Props) => {
  const { t } = useTexts();
  const navigate = useNavigate();
  if (next === null && after === undefined) return null;
  return (
    <Space className="pages">
      {after !== undefined && (
        <>
          <Button onClick={() => goTo(undefined)}>{t('tables.first')}</Button>
          <Button onClick={() => void navigate(-1)}>{t('tables.before')}</Button>
        </>
      )}
      {next !== null && <Button onClick={() => goTo(next)}>{t('tables.next')}</Button>}
    </Space>
  );
};
