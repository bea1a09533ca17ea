import { Button } from 'antd';
import type { TimelineEntry } from '../api/generated/types.gen.ts';
import { day, instant } from '../dates/dates.ts';
import { ChangeList } from '../page/change-list.tsx';
import { Nothing } from '../page/page.tsx';
import { useTexts } from '../texts/i18n.ts';

interface Props {
  readonly entries: readonly TimelineEntry[];
  readonly more?: (() => void) | undefined;
}

/** What was done to a thing, in words: who, when recorded and when in force, on which document, old → new. */
export const Timeline = ({ entries, more }: Props) => {
  const { t, language } = useTexts();
  const roles = t('roleNames', { returnObjects: true }) as Readonly<Record<string, string>>;
  const roleOf = (role: string): string => (roles[role] === undefined ? '' : `, ${roles[role]}`);
  if (entries.length === 0) return <Nothing text={t('timeline.empty')} />;
  return (
    <>
      <ol className="timeline">
        {entries.map((entry) => (
          <li key={entry.eventId}>
            <div className="timeline-sentence">{entry.sentence[language]}</div>
            <div className="help">
              {entry.actorName === null ? t('page.system') : <span lang="vi">{entry.actorName}</span>}
              {roleOf(entry.actor.role)}
              {entry.unitName && <span lang="vi">, {entry.unitName}</span>} ·{' '}
              {t('timeline.recorded', { when: instant(entry.recordedAt) })}
              {day(entry.effectiveOn) !== instant(entry.recordedAt).slice(0, 10) && (
                <> · {t('timeline.effective', { on: day(entry.effectiveOn) })}</>
              )}
              {entry.document && <> · {t('timeline.document', { document: entry.document })}</>}
            </div>
            <ChangeList changes={entry.changes} />
          </li>
        ))}
      </ol>
      {more && <Button onClick={more}>{t('timeline.more')}</Button>}
    </>
  );
};
