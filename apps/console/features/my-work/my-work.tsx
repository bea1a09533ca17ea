import { Page } from '../../shared/page/page.tsx';
import { useTexts } from '../../shared/texts/i18n.ts';
import { Messages } from './messages.tsx';
import { OverdueBelow } from './overdue-below.tsx';
import { Recent } from './recent.tsx';
import { Tasks } from './tasks.tsx';

/** The first page: what waits for the person, what they were told, what is overdue besides, where they were. */
export const MyWork = () => {
  const { t } = useTexts();
  return (
    <Page title={t('myWork.title')}>
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
