import { Button } from 'antd';
import { Link } from 'react-router';
import { pathOf, type CommandText } from '../../../shared/forms/form.ts';
import { useTexts } from '../../../shared/texts/i18n.ts';
import type { Many } from './bulk-forms.ts';
import { addressOfAll, addressOfPicked, MOST_PICKED } from './use-many.ts';

interface Props {
  readonly commands: readonly CommandText[];
  readonly picked: Many;
  /** The filters of the address: what is picked when all that is filtered is. */
  readonly narrowed: string;
  readonly clear: () => void;
}

/** What can be done to those that are picked, or to all that the filters show. */
export const BulkBar = ({ commands, picked, narrowed, clear }: Props) => {
  const { t } = useTexts();
  return (
    <div className="bulk" role="region" aria-label={t('bulk.title')}>
      {picked.length === 0 ? (
        <span className="help">{t('bulk.pick')}</span>
      ) : (
        <>
          <strong>{t('bulk.picked', { count: picked.length })}</strong>
          {picked.length > MOST_PICKED ? (
            <span className="help">{t('bulk.tooManyPicked', { most: MOST_PICKED })}</span>
          ) : (
            commands.map((command) => (
              <Link key={command} className="button" to={addressOfPicked(pathOf(command), picked, narrowed)}>
                {t(`commandNames.${command}`)}
              </Link>
            ))
          )}
          <Button onClick={clear}>{t('bulk.clear')}</Button>
        </>
      )}
      <details>
        <summary>{t('bulk.all')}</summary>
        <p className="help">{narrowed === '' ? t('bulk.allOfAll') : t('bulk.allHelp')}</p>
        {commands.map((command) => (
          <Link key={command} className="button" to={addressOfAll(pathOf(command), narrowed)}>
            {t(`commandNames.${command}`)}
          </Link>
        ))}
      </details>
    </div>
  );
};
