import { useMay } from '../../shared/actions/own.ts';
import { Notice } from '../../shared/page/notice.tsx';
import { Page } from '../../shared/page/page.tsx';
import { useTexts } from '../../shared/texts/i18n.ts';
import { Messages } from './messages.tsx';
import { OverdueBelow } from './overdue-below.tsx';
import { Recent } from './recent.tsx';
import { Tasks } from './tasks.tsx';

/** The first page: what waits for the person, what they were told, what is overdue besides, where they were. */
export const MyWork = () => {
  const { t } = useTexts();
  const administers = useMay('EnterPerson');
  return (
    <Page title={t('myWork.title')}>
      {administers && (
        <Notice kind="plain" title={t('myWork.administers.title')}>
          <p>{t('myWork.administers.text')}</p>
        </Notice>
      )}
      <div className="my-work">
        <Tasks />
        <aside aria-label={t('myWork.beside')}>
          <Messages />
          <OverdueBelow />
          <Recent />
        </aside>
      </div>
    </Page>
  );
};
