import { Link } from 'react-router';
import { useTexts } from '../../shared/texts/i18n.ts';
import { useWho } from '../../shared/session.tsx';
import { recentOf } from '../../shared/page/recent.ts';

/** The things that the person looked at last, on this machine. */
export const Recent = () => {
  const { t } = useTexts();
  const { personId } = useWho();
  const recent = recentOf(personId);
  if (recent.length === 0) return null;
  return (
    <section>
      <h2>{t('myWork.recent')}</h2>
      <ul className="plain-list">
        {recent.map(({ at, title }) => (
          <li key={at}>
            <Link to={at}>{title}</Link>
          </li>
        ))}
      </ul>
    </section>
  );
};
