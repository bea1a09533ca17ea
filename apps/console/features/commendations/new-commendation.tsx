import { Page } from '../../shared/page/page.tsx';
import { useTexts } from '../../shared/texts/i18n.ts';

const NewCommendation = () => {
  const { t } = useTexts();
  return <Page title={t('commendations.title')}>{null}</Page>;
};

export default NewCommendation;
