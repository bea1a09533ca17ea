import { useQuery } from '@tanstack/react-query';
import { remindersListOptions } from '../../shared/api/generated/@tanstack/react-query.gen.ts';
import type { Reminder } from '../../shared/api/generated/types.gen.ts';
import { instant } from '../../shared/dates/dates.ts';
import { Answer } from '../../shared/page/answer.tsx';
import { useTexts } from '../../shared/texts/i18n.ts';

const SHOWN = 50;

/** The proof that a unit was reminded: when, at which rung, whom, by which way, or why not. */
export const Reminders = ({ subject }: { readonly subject: string }) => {
  const { t } = useTexts();
  const list = useQuery(remindersListOptions({ query: { subject, limit: SHOWN } }));
  return (
    <section aria-labelledby="reminders">
      <h2 id="reminders">{t('reports.reminders.title')}</h2>
      <Answer of={list}>
        {({ items, next }) =>
          items.length === 0 ? (
            <p className="help">{t('reports.reminders.none')}</p>
          ) : (
            <details>
              <summary>
                {t('reports.reminders.count', { count: items.length, when: instant(items[0]?.recordedAt ?? '') })}
              </summary>
              <ul className="rows">
                {items.map((reminder) => (
                  <ReminderLine key={reminder.eventId} reminder={reminder} />
                ))}
              </ul>
              {next !== null && <p className="help">{t('reports.reminders.more', { count: items.length })}</p>}
            </details>
          )
        }
      </Answer>
    </section>
  );
};

const ReminderLine = ({ reminder }: { readonly reminder: Reminder }) => {
  const { t } = useTexts();
  const { type, recordedAt, rungs, recipient, personName, channel, cause } = reminder;
  return (
    <li>
      <span className="number">{instant(recordedAt)}</span>
      <span>
        {t(`reminderNames.${type}`)}
        {rungs.length > 0 && ` (${rungs.join(', ')})`}
        {cause && `: ${t(`causeNames.${cause}`)}`}
      </span>
      <span>
        {[personName, recipient && t(`rungRecipientNames.${recipient}`)].filter(Boolean).join(', ')}
        {channel && ` · ${t(`channelNames.${channel}`)}`}
      </span>
    </li>
  );
};
