import { useQuery } from '@tanstack/react-query';
import { unitsQueriesSigningBodiesOptions } from '../../../shared/api/generated/@tanstack/react-query.gen.ts';
import type { CommendationDetail, SigningBodies } from '../../../shared/api/generated/types.gen.ts';
import type { Options } from '../../../shared/forms/fields.tsx';
import { useTexts } from '../../../shared/texts/i18n.ts';

type AwardForm = CommendationDetail['form'];

/** Which bodies may award a form to a unit, and which may not. */
export const useBodiesFor = (unitId: string | undefined, form: AwardForm | undefined) =>
  useQuery({
    ...unitsQueriesSigningBodiesOptions({
      path: { id: unitId ?? '' },
      query: { act: 'COMMEND', ...(form === undefined ? {} : { form }) },
    }),
    enabled: unitId !== undefined && form !== undefined,
  });

/** What is chosen from when it is submitted. */
export const useAwardingBodies = ({ unitId, form }: CommendationDetail): Options => {
  const { language } = useTexts();
  const asked = useBodiesFor(unitId, form);
  const option = ({ unitId: value, unitName, eligible, sentence }: SigningBodies['items'][number]) => ({
    value,
    label: unitName ?? value,
    obstacle: eligible ? null : (sentence?.[language] ?? null),
  });
  return { options: (asked.data?.items ?? []).map(option), loading: asked.isPending, asked };
};
