import { useQuery } from '@tanstack/react-query';
import { remindersListOptions } from '../../shared/api/generated/@tanstack/react-query.gen.ts';
import type { Reminder } from '../../shared/api/generated/types.gen.ts';
import { day, instant } from '../../shared/dates/dates.ts';
import { Answer } from '../../shared/page/answer.tsx';
import { capital } from '../../shared/texts/capital.ts';
import { useTexts } from '../../shared/texts/i18n.ts';
import { lastReminder, rungOf, timesSent } from './rungs.ts';
import type { Subject } from './use-report.ts';

const SHOWN = 50;

/** What a body sees before it has the unit reminded: how often that was done, and when last. */
export const Reminded = ({ subject }: { readonly subject: Subject }) => <Reminders subject={subject.report.id} />;

/** The proof that a unit was reminded: when, at which rung, whom, by which way, or why not. */
export const Reminders = ({ subject }: { readonly subject: string }) => {
  const { t } = useTexts();
  const list = useQuery(remindersListOptions({ query: { subject, limit: SHOWN } }));
  return (
    <section aria-labelledby="reminders">
      <h2 id="reminders">{t('reports.reminders.title')}</h2>
      <Answer of={list}>
        {({ items, next }) => {
          const [last] = items.filter(({ type }) => type === 'ReminderSent');
          const told =
            last === undefined
              ? t('reports.reminders.none')
              : t('reports.reminders.count', { count: timesSent(items), when: instant(last.recordedAt) });
          if (items.length === 0) return <p className="help">{told}</p>;
          return (
            <>
              <Unreached {...lastReminder(items)} />
              <details>
                <summary>{told}</summary>
                <ul className="rows">
                  {items.map((reminder) => (
                    <ReminderLine key={reminder.eventId} reminder={reminder} />
                  ))}
                </ul>
                {next !== null && <p className="help">{t('reports.reminders.more', { count: items.length })}</p>}
              </details>
            </>
          );
        }}
      </Answer>
    </section>
  );
};

/** Whom the last reminder did not reach, and why. */
const Unreached = ({ reached, unreached }: ReturnType<typeof lastReminder<Reminder>>) => {
  const { t } = useTexts();
  if (unreached.length === 0) return null;
  const whom = unreached.map(({ recipient, personName, cause }) => {
    const name = [personName, recipient && t(`rungRecipientNames.${recipient}`)].filter(Boolean).join(', ');
    return cause ? `${name} (${t(`causeNames.${cause}`)})` : name;
  });
  return (
    <p className="late">{t('reports.reminders.unreached', { count: reached, whom: [...new Set(whom)].join('; ') })}</p>
  );
};

const ReminderLine = ({ reminder }: { readonly reminder: Reminder }) => {
  const { t } = useTexts();
  const { type, recordedAt, rungs, recipient, personName, channel, cause, orderedByName, note } = reminder;
  const who = [personName ?? orderedByName, recipient && t(`rungRecipientNames.${recipient}`)].filter(Boolean);
  return (
    <li>
      <span className="number">{instant(recordedAt)}</span>
      <span>
        {capital(t(`reminderNames.${type}`))}
        <Rungs of={rungs} />
        {cause && `: ${t(`causeNames.${cause}`)}`}
        {note !== null && `: ${note}`}
      </span>
      <span>
        {who.join(', ')}
        {channel && ` · ${t(`channelNames.${channel}`)}`}
      </span>
    </li>
  );
};

const Rungs = ({ of }: { readonly of: readonly string[] }) => {
  const { t } = useTexts();
  if (of.length === 0) return null;
  const names = of.map((rung) => {
    const told = rungOf(rung);
    if (told === undefined) return rung;
    return told.kind === 'order'
      ? t('reports.reminders.rungs.order', { on: day(told.on) })
      : t(`reports.reminders.rungs.${told.kind}`, { count: told.days, days: String(told.days).padStart(2, '0') });
  });
  return ` (${names.join('; ')})`;
};
