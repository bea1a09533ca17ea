import { useQuery } from '@tanstack/react-query';
import { Link, useSearchParams } from 'react-router';
import { searchSearchOptions } from '../../shared/api/generated/@tanstack/react-query.gen.ts';
import type { Found } from '../../shared/api/generated/types.gen.ts';
import { day } from '../../shared/dates/dates.ts';
import { Answer } from '../../shared/page/answer.tsx';
import { Nothing, Page } from '../../shared/page/page.tsx';
import { Status } from '../../shared/page/status.tsx';
import { useTexts } from '../../shared/texts/i18n.ts';

type Hit = Found['items'][number];

const KINDS = ['registration', 'decision', 'commendation', 'unit', 'person'] as const satisfies readonly Hit['kind'][];

const STATUSES = {
  registration: 'registrationStatusNames',
  decision: 'decisionStatusNames',
  commendation: 'commendationStatusNames',
} as const;

/** So many of a kind are shown; one more is asked for, to know whether there are more. */
const SHOWN = 10;

/** Where all that is found of a kind is listed. */
const LISTS: Partial<Record<Hit['kind'], string>> = {
  registration: '/registrations',
  decision: '/decisions',
  commendation: '/commendations',
};

/** What was found everywhere, a few of each kind, those spelt as typed first. */
const Search = () => {
  const { t } = useTexts();
  const [params] = useSearchParams();
  const q = params.get('q')?.trim() ?? '';
  const found = useQuery({ ...searchSearchOptions({ query: { q, limit: SHOWN + 1 } }), enabled: q !== '' });
  return (
    <Page title={t('search.title', { q })}>
      {q === '' ? (
        <Nothing text={t('search.ask')} />
      ) : (
        <Answer of={found}>
          {({ items }) =>
            items.length === 0 ? (
              <Nothing text={t('search.none')} />
            ) : (
              KINDS.map((kind) => <Hits key={kind} {...{ kind, q }} hits={items.filter((hit) => hit.kind === kind)} />)
            )
          }
        </Answer>
      )}
    </Page>
  );
};

export default Search;

interface HitsProps {
  readonly kind: Hit['kind'];
  readonly q: string;
  readonly hits: readonly Hit[];
}

const Hits = ({ kind, q, hits }: HitsProps) => {
  const { t } = useTexts();
  if (hits.length === 0) return null;
  const list = LISTS[kind];
  return (
    <section>
      <h2>{t(`search.kinds.${kind}`)}</h2>
      <ul className="plain-list">
        {hits.slice(0, SHOWN).map(({ id, name, number, issuedOn, unitName, cycleName, status }) => (
          <li key={id}>
            <span lang="vi">
              {kind === 'person' ? (
                name
              ) : (
                <Link to={`/${kind}s/${id}`}>
                  {number && issuedOn ? `${number} (${day(issuedOn)}): ${name}` : name}
                </Link>
              )}{' '}
              <span className="help">{[unitName, cycleName].filter(Boolean).join(' · ')}</span>
            </span>{' '}
            {kind in STATUSES && status !== null && (
              <Status of={STATUSES[kind as keyof typeof STATUSES]} status={status} />
            )}
          </li>
        ))}
      </ul>
      {hits.length > SHOWN && (
        <p>
          {t('search.more', { shown: SHOWN })}{' '}
          {list === undefined ? (
            t('search.narrow')
          ) : (
            <Link to={`${list}?${new URLSearchParams({ q }).toString()}`}>{t('search.all')}</Link>
          )}
        </p>
      )}
    </section>
  );
};
