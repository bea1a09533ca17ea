import { useWho } from '../../shared/session.tsx';
import { Page } from '../../shared/page/page.tsx';
import { useTexts } from '../../shared/texts/i18n.ts';
import { Messages } from './messages.tsx';
import { OverdueBelow } from './overdue-below.tsx';
import { Recent } from './recent.tsx';
import { Tasks } from './tasks.tsx';

/** The first page: what waits for the person, what they were told, what is overdue below them, where they were. */
export const MyWork = () => {
  const { t } = useTexts();
  const { appointments } = useWho();
  const oversees = appointments.some(({ role }) => role === 'STANDING_BODY_OFFICER' || role === 'UNIT_HEAD');
  return (
    <Page title={t('myWork.title')}>
      <div className="my-work">
        <Tasks />
        <aside aria-label={t('myWork.beside')}>
          <Messages />
          {oversees && <OverdueBelow />}
          <Recent />
        </aside>
      </div>
    </Page>
  );
};
