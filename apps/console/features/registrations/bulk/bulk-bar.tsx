import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { Link } from 'react-router';
import { registrationsQueriesActionsOptions } from '../../../shared/api/generated/@tanstack/react-query.gen.ts';
import { pathOf } from '../../../shared/forms/form.ts';
import { useTexts } from '../../../shared/texts/i18n.ts';
import { BULK_FORMS, type Many } from './bulk-forms.ts';

interface Props {
  readonly shown: Many;
  readonly picked: Many;
  /** The filters of the address: what is picked when all that is filtered is. */
  readonly narrowed: string;
  readonly clear: () => void;
}

/**
 * What can be done to those that are picked, or to all that the filters show. Whether somebody's role does such things
 * at all is asked of the api, about one of them; each is asked again when it is sent.
 */
export const BulkBar = ({ shown, picked, narrowed, clear }: Props) => {
  const { t } = useTexts();
  const sample = picked[0]?.id ?? shown[0]?.id ?? '';
  const { data } = useQuery(registrationsQueriesActionsOptions({ path: { id: sample } }));
  const forms = BULK_FORMS.filter(({ command }) => {
    const action = data?.[command];
    return action?.allowed || (action !== undefined && action.reason !== 'role-not-allowed');
  });
  if (forms.length === 0) return null;
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
