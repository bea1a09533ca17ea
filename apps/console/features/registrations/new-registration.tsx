import { Page } from '../../shared/page/page.tsx';
import { useTexts } from '../../shared/texts/i18n.ts';

const NewRegistration = () => {
  const { t } = useTexts();
  return <Page title={t('registrations.new')}>{null}</Page>;
};

export default NewRegistration;
