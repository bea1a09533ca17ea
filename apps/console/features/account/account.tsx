import { Page } from '../../shared/page/page.tsx';
import { useTexts } from '../../shared/texts/i18n.ts';

const Account = () => {
  const { t } = useTexts();
  return <Page title={t('account.title')}>{null}</Page>;
};

export default Account;
