import { Button } from 'antd';
import { Link } from 'react-router';
import { useOwnActions } from '../../../shared/actions/own.ts';
import { pathOf } from '../../../shared/forms/form.ts';
import { useTexts } from '../../../shared/texts/i18n.ts';
import { BULK_FORMS, type Many } from './bulk-forms.ts';

interface Props {
  readonly forms: ReturnType<typeof useBulkForms>;
  readonly picked: Many;
  /** The filters of the address: what is picked when all that is filtered is. */
  readonly narrowed: string;
  readonly clear: () => void;
}

/** What somebody may do to many at all, as the api says; each of the many is judged when its turn comes. */
export const useBulkForms = () => {
  const { data } = useOwnActions();
  return BULK_FORMS.filter(({ command }) => data?.[command].allowed);
};

/** What can be done to those that are picked, or to all that the filters show. */
export const BulkBar = ({ forms, picked, narrowed, clear }: Props) => {
  const { t } = useTexts();
  return (
    <div className="bulk" role="region" aria-label={t('bulk.title')}>
      {picked.length === 0 ? (
        <span className="help">{t('bulk.pick')}</span>
      ) : (
        <>
          <strong>{t('bulk.picked', { count: picked.length })}</strong>
          {forms.map(({ command }) => (
            <Link key={command} className="button" to={`/registrations/bulk/${pathOf(command)}`} state={{ picked }}>
              {t(`commandNames.${command}`)}
            </Link>
          ))}
          <Button onClick={clear}>{t('bulk.clear')}</Button>
        </>
      )}
      <details>
        <summary>{t('bulk.all')}</summary>
        <p className="help">{narrowed === '' ? t('bulk.allOfAll') : t('bulk.allHelp')}</p>
        {forms.map(({ command }) => (
          <Link key={command} className="button" to={`/registrations/bulk/${pathOf(command)}?${narrowed}`}>
            {t(`commandNames.${command}`)}
          </Link>
        ))}
      </details>
    </div>
  );
};
