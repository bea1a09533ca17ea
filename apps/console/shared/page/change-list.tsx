import type { TimelineEntry } from '../api/generated/types.gen.ts';
import { day } from '../dates/dates.ts';
import { capital } from '../texts/capital.ts';
import { useTexts } from '../texts/i18n.ts';

/** What an event changed: each part by its name, the old value and the new. */
export const ChangeList = ({ changes }: { readonly changes: TimelineEntry['changes'] }) => {
  const { t } = useTexts();
  if (changes.length === 0) return null;
  const parts: Readonly<Record<string, string>> = {
    ...t('registrationItemNames', { returnObjects: true }),
    ...t('changedNames', { returnObjects: true }),
  };
  return (
    <ul className="changes">
      {changes.map(({ pointer, before, after, beforeName, afterName }) => {
        const part = pointer.split('/').findLast((each) => !/^\d*$/u.test(each)) ?? '';
        return (
          <li key={pointer}>
            {capital(parts[part] ?? part)}: <del lang="vi">{beforeName ?? shown(before)}</del>{' '}
            <span aria-label={t('page.becomes')}>→</span> <ins lang="vi">{afterName ?? shown(after)}</ins>
          </li>
        );
      })}
    </ul>
  );
};

const shown = (value: unknown): string => {
  if (value === null || value === undefined || value === '') return '–';
  if (typeof value === 'string') return /^\d{4}-\d{2}-\d{2}$/u.test(value) ? day(value) : value;
  if (Array.isArray(value)) return value.map(shown).join(', ');
  return typeof value === 'object' ? Object.values(value).map(shown).join(', ') : JSON.stringify(value);
};
