import { Link } from 'react-router';
import { useTexts } from '../../shared/texts/i18n.ts';
import { Named } from '../../shared/texts/named.tsx';
import { useWho } from '../../shared/session.tsx';
import { recentOf } from '../../shared/page/recent.ts';
import { useReportTitle } from '../../shared/texts/report-title.ts';

/** The things that the person looked at last, on this machine. */
export const Recent = () => {
  const { t } = useTexts();
  const reportTitle = useReportTitle();
  const { personId } = useWho();
  const recent = recentOf(personId);
  if (recent.length === 0) return null;
  return (
    <section>
      <h2>{t('myWork.recent')}</h2>
      <ul className="plain-list">
        {recent.map(({ at, title, name, report }) => (
          <li key={at}>
            <Link to={at}>
              <Named text={report ? `${reportTitle(report)}: ${name ?? ''}` : title} name={name} />
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
};
