import { Page } from '../../shared/page/page.tsx';
import { useTexts } from '../../shared/texts/i18n.ts';

const Commendation = () => {
  const { t } = useTexts();
  return <Page title={t('commendations.title')}>{null}</Page>;
};

export default Commendation;
