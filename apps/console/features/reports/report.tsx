import { Page } from '../../shared/page/page.tsx';
import { useTexts } from '../../shared/texts/i18n.ts';

const Report = () => {
  const { t } = useTexts();
  return <Page title={t('reports.title')}>{null}</Page>;
};

export default Report;
