import { Page } from '../../shared/page/page.tsx';
import { useTexts } from '../../shared/texts/i18n.ts';

const Act = () => {
  const { t } = useTexts();
  return <Page title={t('decisions.title')}>{null}</Page>;
};

export default Act;
