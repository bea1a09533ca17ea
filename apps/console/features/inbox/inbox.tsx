import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { failureOf, type Failure } from '../../shared/api/failure.ts';
import { inboxListOptions } from '../../shared/api/generated/@tanstack/react-query.gen.ts';
import { inboxRead } from '../../shared/api/generated/sdk.gen.ts';
import type { Inbox as InboxPage } from '../../shared/api/generated/types.gen.ts';
import { instant } from '../../shared/dates/dates.ts';
import { Answer } from '../../shared/page/answer.tsx';
import { FailurePanel } from '../../shared/page/failure-panel.tsx';
import { Nothing, Page } from '../../shared/page/page.tsx';
import { useFilters } from '../../shared/tables/use-filters.ts';
import { useTexts } from '../../shared/texts/i18n.ts';
import { Settings } from './settings.tsx';

type Message = InboxPage['items'][number];

const NO_FILTERS = [] as const;

/** What the system told one, newest first; each line leads to the duty it is about. */
const Inbox = () => {
  const { t } = useTexts();
  const { after, goTo } = useFilters(NO_FILTERS);
  const query = { limit: 20, ...(after === undefined ? {} : { after }) };
  const list = useQuery({ ...inboxListOptions({ query }), placeholderData: keepPreviousData });
  const { read, reading, failure } = useReading();
  return (
    <Page title={t('inbox.title')}>
      <Settings />
      {failure && <FailurePanel failure={failure} />}
      <Answer of={list}>
        {({ items, next, unread }) => {
          const open = items.filter(({ readAt }) => readAt === null);
          if (items.length === 0) return <Nothing text={t('inbox.none')} />;
          return (
            <>
              <div className="about">
                <strong role="status">
                  {unread === 0 ? t('inbox.allRead') : t('inbox.unread', { count: unread })}
                </strong>
                {open.length > 1 && (
                  <Button size="small" loading={reading} onClick={() => void read(open.map(({ id }) => id))}>
                    {t('inbox.readAll')}
                  </Button>
                )}
              </div>
              <ul className="messages">
                {items.map((message) => (
                  <MessageLine key={message.id} message={message} read={() => void read([message.id])} />
                ))}
              </ul>
              <div className="pages">
                {after !== undefined && <Button onClick={() => goTo(undefined)}>{t('tables.first')}</Button>}{' '}
                {next !== null && <Button onClick={() => goTo(next)}>{t('tables.next')}</Button>}
              </div>
            </>
          );
        }}
      </Answer>
    </Page>
  );
};

export default Inbox;

/** Marks messages as read, one after the other: there are few, and each is done or not. */
const useReading = () => {
  const queries = useQueryClient();
  const [reading, setReading] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const read = async (ids: readonly string[]): Promise<void> => {
    setReading(true);
    setFailure(undefined);
    try {
      for (const id of ids) await inboxRead({ path: { id }, body: {}, throwOnError: true });
    } catch (thrown) {
      setFailure(failureOf(thrown));
    } finally {
      await queries.invalidateQueries();
      setReading(false);
    }
  };
  return { read, reading, failure };
};

const MessageLine = ({ message, read }: { readonly message: Message; readonly read: () => void }) => {
  const { t } = useTexts();
  const { receivedAt, readAt, duties } = message;
  const unread = readAt === null;
  return (
    <li className={unread ? 'message-new' : undefined}>
      <div className="message-head">
        {unread && <strong>{t('inbox.new')}</strong>}
        <span className="help number">{instant(receivedAt)}</span>
        {unread ? (
          <Button size="small" onClick={read}>
            {t('inbox.read')}
          </Button>
        ) : (
          <span className="help">{t('inbox.readAt', { when: instant(readAt) })}</span>
        )}
      </div>
      <ul>
        {duties.map((duty) => (
          <li key={duty.dutyId}>
            <Link to={placeOf(duty)} onClick={unread ? read : undefined}>
              {duty.sentence}
            </Link>
          </li>
        ))}
      </ul>
    </li>
  );
};

const placeOf = ({ kind, subjectId }: Message['duties'][number]): string =>
  `/${kind === 'REPORT' ? 'reports' : 'registrations'}/${subjectId}`;
