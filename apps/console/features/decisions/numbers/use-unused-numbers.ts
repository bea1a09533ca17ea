import { useQuery } from '@tanstack/react-query';
import { decisionsQueriesNumbersQueryKey } from '../../../shared/api/generated/@tanstack/react-query.gen.ts';
import { decisionsQueriesNumbers } from '../../../shared/api/generated/sdk.gen.ts';
import { wholeKey } from '../../../shared/api/queries.ts';
import type { DecisionDetail } from '../../../shared/api/generated/types.gen.ts';
import { everyPage } from '../../../shared/choices/every-page.ts';
import type { Options } from '../../../shared/forms/fields.tsx';
import { useTexts } from '../../../shared/texts/i18n.ts';

/** The numbers that were taken for a decision and that it does not bear, each by its book. */
export const useUnusedNumbers = ({ id, unitId, numberText }: DecisionDetail): Options => {
  const { t } = useTexts();
  const asked = useQuery({
    queryKey: [...wholeKey(decisionsQueriesNumbersQueryKey({ query: { issuer: unitId } })), id, numberText],
    queryFn: async () => {
      const numbers = await everyPage((page) =>
        decisionsQueriesNumbers({ query: { issuer: unitId, ...page }, throwOnError: true }),
      );
      return numbers.filter((entry) => entry.decisionId === id);
    },
  });
  return {
    options: (asked.data ?? [])
      .filter(({ status }) => status === 'RESERVED')
      .map(({ bookId, text, docTypeName }) => ({
        value: bookId,
        label: [docTypeName, t('decisions.numbers.number'), text].filter(Boolean).join(' '),
      })),
    loading: asked.isPending,
    asked,
  };
};
