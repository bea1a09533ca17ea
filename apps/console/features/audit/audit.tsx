import { Page } from '../../shared/page/page.tsx';
import { useTexts } from '../../shared/texts/i18n.ts';

const Audit = () => {
  const { t } = useTexts();
  return <Page title={t('audit.title')}>{null}</Page>;
};

export default Audit;
