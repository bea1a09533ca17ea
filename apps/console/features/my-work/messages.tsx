import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { inboxListOptions } from '../../shared/api/generated/@tanstack/react-query.gen.ts';
import { instant } from '../../shared/dates/dates.ts';
import { Answer } from '../../shared/page/answer.tsx';
import { useTexts } from '../../shared/texts/i18n.ts';

/** The newest reminders, and how many were not read yet. */
export const Messages = () => {
  const { t } = useTexts();
  const inbox = useQuery(inboxListOptions({ query: { limit: 3 } }));
  return (
    <section>
      <h2>{t('inbox.title')}</h2>
      <Answer of={inbox}>
        {({ items, unread }) => (
          <>
            <p className="help">{t('myWork.unread', { count: unread })}</p>
            <ul className="plain-list">
              {items.map(({ id, receivedAt, readAt, duties }) => (
                <li key={id} className={readAt === null ? 'unread' : undefined}>
                  <span className="help">{instant(receivedAt)}</span> <Link to="/inbox">{duties[0]?.sentence}</Link>
                </li>
              ))}
            </ul>
            <Link to="/inbox" className="no-print">
              {t('myWork.toInbox')}
            </Link>
          </>
        )}
      </Answer>
    </section>
  );
};
