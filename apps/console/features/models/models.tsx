import { Page } from '../../shared/page/page.tsx';
import { useTexts } from '../../shared/texts/i18n.ts';

const Models = () => {
  const { t } = useTexts();
  return <Page title={t('models.title')}>{null}</Page>;
};

export default Models;
