import { Link } from 'react-router';
import type { ReportConsolidation } from '../../shared/api/generated/types.gen.ts';
import { Status } from '../../shared/page/status.tsx';
import { useTexts } from '../../shared/texts/i18n.ts';

type Named = Pick<ReportConsolidation, 'included' | 'missing'>;

/** Which reports are not in a total, each with the status that keeps it out; then those that are. */
export const NamedReports = ({ of: { included, missing } }: { readonly of: Named }) => {
  const { t } = useTexts();
  return (
    <>
      {missing.length === 0 ? (
        <p>{t('reports.children.noneMissing')}</p>
      ) : (
        <>
          <p>
            <strong>
              {t('reports.children.missing')} ({missing.length})
            </strong>
          </p>
          <ul className="named">
            {missing.map(({ reportId, unitName, status }) => (
              <li key={reportId}>
                <Link lang="vi" to={`/reports/${reportId}`}>
                  {unitName ?? '–'}
                </Link>{' '}
                <Status of="reportStatusNames" status={status} />
              </li>
            ))}
          </ul>
        </>
      )}
      {included.length > 0 && (
        <details>
          <summary>{t('reports.children.included', { count: included.length })}</summary>
          <ul className="named">
            {included.map(({ reportId, unitName, version }) => (
              <li key={reportId}>
                <Link lang="vi" to={`/reports/${reportId}`}>
                  {unitName ?? '–'}
                </Link>
                {version > 1 && ` (${t('reports.figures.version', { version })})`}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
};
