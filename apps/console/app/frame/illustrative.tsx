import { useQuery } from '@tanstack/react-query';
import { regulationsQueriesListOptions } from '../../shared/api/generated/@tanstack/react-query.gen.ts';
import { useTexts } from '../../shared/texts/i18n.ts';
import { Named } from '../../shared/texts/named.tsx';

const SHOWN = 20;

/** Says on every page and every print which of the published regulations is illustrative. Source: domain.md 3.2. */
export const Illustrative = () => {
  const { t } = useTexts();
  const { data } = useQuery({
    ...regulationsQueriesListOptions({ query: { status: 'PUBLISHED', limit: SHOWN } }),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const titles = new Set(data?.items.filter(({ illustrative }) => illustrative).map(({ title }) => title));
  if (titles.size === 0) return null;
  const title = [...titles].join('; ');
  return (
    <p className="help illustrative">
      <Named text={t('frame.illustrative', { title })} name={title} />
    </p>
  );
};
