import { Link } from 'react-router';
import { Nothing, Page } from '../../shared/page/page.tsx';
import { useTexts } from '../../shared/texts/i18n.ts';

export const PageNotFound = () => {
  const { t } = useTexts();
  return (
    <Page title={t('page.notFound.title')}>
      <Nothing text={t('page.notFound.text')}>
        <Link to="/">{t('rooms.myWork')}</Link>
      </Nothing>
    </Page>
  );
};
