import { useQuery } from '@tanstack/react-query';
import {
  modelsListOptions,
  registrationsQueriesListOptions,
  registrationsQueriesOneOptions,
} from '../../../shared/api/generated/@tanstack/react-query.gen.ts';
import { registrationsDraft } from '../../../shared/api/generated/sdk.gen.ts';
import { OriginBody, RegistrationDraftBody } from '../../../shared/api/generated/shapes.gen.ts';
import type { OriginBody as Origin, Place } from '../../../shared/api/generated/types.gen.ts';
import { cyclesOf, unitsOf } from '../../../shared/choices/places.ts';
import { group } from '../../../shared/forms/composed-fields.tsx';
import { choice, pick, type Option, type Options } from '../../../shared/forms/fields.tsx';
import { form, type Field } from '../../../shared/forms/form.ts';
import { seek } from '../../../shared/forms/seek-field.tsx';
import { useTyped } from '../../../shared/forms/use-typed.ts';
import { useTexts } from '../../../shared/texts/i18n.ts';
import { dossierForm, type DossierSubject } from './dossier-form.tsx';
import { Wanted } from './wanted.tsx';

export interface DraftSubject extends DossierSubject {
  /** For which units one may register, in which cycles. */
  readonly places: readonly Place[];
  /** Where one comes from: a model that is to be continued, or replicated. */
  readonly origin?: Origin;
  /** What that model is called: it may be of another unit, and only its name known here. */
  readonly originName?: string;
}

const useCycles = ({ places }: DraftSubject): Options => ({ options: cyclesOf(places), loading: false });

const useUnits = ({ places }: DraftSubject): Options => {
  const { language } = useTexts();
  const cycleId = useTyped(['cycleId']);
  return { options: unitsOf(places, cycleId, language), loading: false };
};

/** Of what a unit registered before, or what others were recognized for; the one that is chosen is always among them. */
const useSources = ({ origin, originName }: DraftSubject, q: string, chosen: string | undefined): Options => {
  const { t } = useTexts();
  const kind = useTyped(['origin', 'kind']);
  const unit = useTyped(['unitId']);
  const search = { limit: 50, ...(q === '' ? {} : { q }) };
  const own = useQuery({
    ...registrationsQueriesListOptions({ query: { ...search, ...(unit === undefined ? {} : { unit }) } }),
    enabled: kind === 'CONTINUES',
  });
  const others = useQuery({ ...modelsListOptions({ query: search }), enabled: kind === 'REPLICATES' });
  const one = useQuery({
    ...registrationsQueriesOneOptions({ path: { id: chosen ?? '' } }),
    enabled: chosen !== undefined,
    retry: false,
  });
  const found: readonly Option[] =
    kind === 'CONTINUES'
      ? (own.data?.items ?? []).map(({ id, name, cycleName, status }) => ({
          value: id,
          label: `${name} · ${cycleName ?? ''} · ${t(`registrationStatusNames.${status}`)}`,
        }))
      : (others.data?.items ?? []).map(({ id, name, unitName, year }) => ({
          value: id,
          label: [name, unitName, year].filter((each) => each !== null).join(' · '),
        }));
  const label =
    (one.data && `${one.data.name} · ${one.data.unitName ?? ''}`) ??
    (chosen === origin?.registrationId ? originName : undefined);
  const shown =
    chosen !== undefined && label !== undefined && !found.some(({ value }) => value === chosen)
      ? [{ value: chosen, label }, ...found]
      : found;
  return {
    options: shown,
    loading: own.isFetching || others.isFetching,
    asked: kind === 'CONTINUES' ? own : others,
  };
};

const source = seek('originModel', useSources);

/** Asked for where the model is not new. */
const sourceWhereNeeded: Field<DraftSubject> = {
  ...source,
  Input: (props) => {
    const kind = useTyped(['origin', 'kind']);
    return kind === 'CONTINUES' || kind === 'REPLICATES' ? <source.Input {...props} required /> : null;
  },
};

/** A new registration of a model. */
export const DRAFT = form<DraftSubject>()({
  command: 'DraftRegistration',
  shape: RegistrationDraftBody,
  fields: {
    cycleId: pick('draftCycle', useCycles),
    unitId: pick('draftUnit', useUnits),
    origin: group<DraftSubject, typeof OriginBody>('origin', OriginBody, {
      kind: choice('originKind', 'originNames'),
      registrationId: sourceWhereNeeded,
    }),
    form: dossierForm,
  },
  // Of a model that was called new again there is no source.
  send: ({ body, headers, throwOnError }) => {
    const { origin, ...told } = body as { readonly origin?: Origin };
    return registrationsDraft({
      ...{ headers, throwOnError },
      body: { ...told, origin: origin?.kind === 'NEW' ? { kind: 'NEW' } : origin } as never,
    });
  },
  initial: ({ origin, places }) => ({
    origin: origin ?? { kind: 'NEW' },
    form: { programmeTags: [] },
    ...(places.length === 1 ? { cycleId: places[0]?.cycleId, unitId: places[0]?.unitId } : {}),
  }),
  Beside: Wanted,
});
