import { Page } from '../../shared/page/page.tsx';
import { useTexts } from '../../shared/texts/i18n.ts';

const Inbox = () => {
  const { t } = useTexts();
  return <Page title={t('inbox.title')}>{null}</Page>;
};

export default Inbox;
