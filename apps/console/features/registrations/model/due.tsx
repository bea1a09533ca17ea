import { useQuery } from '@tanstack/react-query';
import { regulationsQueriesWorkingDaysOptions } from '../../../shared/api/generated/@tanstack/react-query.gen.ts';
import { day, daysBetween, today } from '../../../shared/dates/dates.ts';
import { useTexts } from '../../../shared/texts/i18n.ts';

interface Props {
  readonly on: string;
  /** By whose calendar working days are counted; none before a registration is accepted. */
  readonly regulationId: string | null;
}

/** When it is due, and how far that is, in working days where a calendar is pinned. */
export const Due = ({ on, regulationId }: Props) => {
  const { t, language } = useTexts();
  const counted = useQuery({
    ...regulationsQueriesWorkingDaysOptions({
      path: { id: regulationId ?? '' },
      query: { until: on },
      // The sentence is in one language.
      headers: { 'Accept-Language': language },
    }),
    enabled: regulationId !== null,
  });
  // Of the working days nothing is said in other days meanwhile.
  if (counted.isLoading) return day(on);
  const left = daysBetween(today(), on);
  const said = counted.data?.sentence ?? inDays(t, on, left);
  return left < 0 ? <strong className="late">{said}</strong> : said;
};

const inDays = (t: ReturnType<typeof useTexts>['t'], on: string, left: number): string => {
  if (left === 0) return t('model.due.today');
  return left > 0
    ? t('model.due.left', { on: day(on), count: left })
    : t('model.due.late', { on: day(on), count: -left });
};
