import { useQuery } from '@tanstack/react-query';
import { regulationsQueriesWorkingDaysOptions } from '../../../shared/api/generated/@tanstack/react-query.gen.ts';
import { useRules } from '../../../shared/choices/use-rules.ts';
import { day, daysBetween, today } from '../../../shared/dates/dates.ts';
import { useTexts } from '../../../shared/texts/i18n.ts';

interface Props {
  readonly on: string;
  /** By whose calendar working days are counted: by that of the regulation that is pinned, before that of the cycle's. */
  readonly of: Parameters<typeof useRules>[0];
}

/** When it is due, and how far that is, in working days where the calendar is known. */
export const Due = ({ on, of }: Props) => {
  const { t, language } = useTexts();
  const { regulation, loading } = useRules(of);
  const regulationId = of.regulationId ?? regulation?.id;
  const counted = useQuery({
    ...regulationsQueriesWorkingDaysOptions({
      path: { id: regulationId ?? '' },
      query: { until: on },
      // The sentence is in one language.
      headers: { 'Accept-Language': language },
    }),
    enabled: regulationId !== undefined,
  });
  // Of the working days nothing is said in other days meanwhile.
  if ((regulationId === undefined && loading) || counted.isLoading) return day(on);
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
