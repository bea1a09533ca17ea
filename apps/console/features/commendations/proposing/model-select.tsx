import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { Link } from 'react-router';
import {
  commendationsQueriesListOptions,
  registrationsQueriesListOptions,
  registrationsQueriesOneOptions,
} from '../../../shared/api/generated/@tanstack/react-query.gen.ts';
import type { Registration } from '../../../shared/api/generated/types.gen.ts';
import { useSearched } from '../../../shared/choices/use-searched.ts';
import { Status } from '../../../shared/page/status.tsx';
import { useClearing } from '../../../shared/texts/clearing.tsx';
import { useTexts } from '../../../shared/texts/i18n.ts';

type Model = Pick<Registration, 'id' | 'name' | 'unitId' | 'unitName' | 'cycleId' | 'cycleName' | 'subjectType'>;

interface Props {
  readonly id?: string;
  readonly value?: string;
  readonly onChange?: (registrationId: string | undefined) => void;
  /** What goes with it: whose it is, of which cycle. */
  readonly chosen: (model: Model) => void;
}

/** A recognized model, searched on the server; that its achievement is in the book already is shown. */
export const ModelSelect = ({ id, value, onChange, chosen }: Props) => {
  const { t } = useTexts();
  const clearing = useClearing();
  const [typed, type] = useSearched();
  const query = { status: 'RECOGNIZED', limit: 20, ...(typed === '' ? {} : { q: typed }) } as const;
  const found = useQuery({ ...registrationsQueriesListOptions({ query }), placeholderData: keepPreviousData });
  const own = useQuery({ ...registrationsQueriesOneOptions({ path: { id: value ?? '' } }), enabled: Boolean(value) });
  const models: readonly Model[] = found.data?.items ?? [];
  const shown = own.data && !models.some((one) => one.id === value) ? [own.data, ...models] : models;
  return (
    <>
      <Select
        {...(id === undefined ? {} : { id })}
        placeholder={t('commendations.propose.searchModel')}
        value={value ?? null}
        allowClear={clearing}
        showSearch={{ filterOption: false, onSearch: type }}
        loading={found.isFetching}
        notFoundContent={t('commendations.propose.noModel')}
        onChange={(next: string | null) => {
          onChange?.(next ?? undefined);
          const model = shown.find((one) => one.id === next);
          if (model) chosen(model);
        }}
        options={shown.map((model) => ({
          value: model.id,
          'aria-label': `${model.name}. ${t('commendations.propose.model', { unit: model.unitName, cycle: model.cycleName })}`,
          label: (
            <>
              <span lang="vi">{model.name}</span>
              <small className="option-why">
                {t('commendations.propose.model', { unit: model.unitName, cycle: model.cycleName })}
              </small>
            </>
          ),
        }))}
      />
      {value && <Taken registrationId={value} />}
    </>
  );
};

/** What the book holds for the model already; whether it holds the reward is the api's to say. */
const Taken = ({ registrationId }: { readonly registrationId: string }) => {
  const { t } = useTexts();
  const { data } = useQuery(commendationsQueriesListOptions({ query: { registration: registrationId, limit: 20 } }));
  if (!data?.items.length) return null;
  return (
    <div className="taken">
      {t('commendations.propose.taken')}
      <ul>
        {data.items.map(({ id, recipientName, form, status }) => (
          <li key={id}>
            <Link to={`/commendations/${id}`} target="_blank">
              {t('commendations.propose.takenOne', { recipient: recipientName, form: t(`awardFormNames.${form}`) })}
            </Link>{' '}
            <Status of="commendationStatusNames" status={status} />
          </li>
        ))}
      </ul>
    </div>
  );
};
