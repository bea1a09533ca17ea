import { Allowed } from '../../shared/actions/own.tsx';
import { KeptDraft } from '../../shared/acts/kept-draft.tsx';
import { announce } from '../../shared/page/announce.tsx';
import { useNavigate, useSearchParams } from 'react-router';
import type { OriginBody } from '../../shared/api/generated/types.gen.ts';
import { CommandForm } from '../../shared/forms/command-form.tsx';
import { Answer } from '../../shared/page/answer.tsx';
import { Nothing, Page } from '../../shared/page/page.tsx';
import { useWho } from '../../shared/session.tsx';
import { useTexts } from '../../shared/texts/i18n.ts';
import { DRAFT } from './forms/draft.tsx';
import { usePlaces } from './forms/places.ts';

/** `?replicates=<registration>` or `?continues=<registration>`: from where one comes. */
const originOf = (params: URLSearchParams): OriginBody | undefined => {
  const [replicates, continues] = [params.get('replicates'), params.get('continues')];
  if (replicates) return { kind: 'REPLICATES', registrationId: replicates };
  return continues ? { kind: 'CONTINUES', registrationId: continues } : undefined;
};

const Registering = () => {
  const { t } = useTexts();
  const { personId } = useWho();
  const navigate = useNavigate();
  const [params] = useSearchParams();
  const origin = originOf(params);
  const places = usePlaces();
  return (
    <Page title={t('registrations.new')}>
      <Answer of={places}>
        {(found) =>
          found.length === 0 ? (
            <Nothing text={t('registrations.place.none')} />
          ) : (
            <CommandForm
              form={DRAFT}
              subject={{
                places: found,
                ...(origin === undefined ? {} : { origin, originName: params.get('name') ?? '' }),
              }}
              id=""
              draftOf={origin?.registrationId}
              name={t('registrations.new')}
              personId={personId}
              onCancel={() => void navigate(-1)}
              onDone={({ id }) => {
                announce(t('forms.done', { command: t('commandNames.DraftRegistration') }));
                void navigate(`/registrations/${id}`, { replace: true });
              }}
            />
          )
        }
      </Answer>
    </Page>
  );
};

const NewRegistration = () => {
  const { t } = useTexts();
  const origin = originOf(useSearchParams()[0]);
  const kept = <KeptDraft form={DRAFT} about={origin?.registrationId ?? 'new'} />;
  return (
    <Allowed action="DraftRegistration" title={t('registrations.new')} kept={kept}>
      <Registering />
    </Allowed>
  );
};

export default NewRegistration;
