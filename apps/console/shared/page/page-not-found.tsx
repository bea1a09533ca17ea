import { Link } from 'react-router';
import { useTexts } from '../texts/i18n.ts';
import { Nothing, Page } from './page.tsx';

/** An address that leads nowhere. */
export const PageNotFound = () => {
  const { t } = useTexts();
  return (
    <Page title={t('page.notFound.title')} found={false}>
      <Nothing text={t('page.notFound.text')}>
        <Link to="/">{t('rooms.myWork')}</Link>
      </Nothing>
    </Page>
  );
};
