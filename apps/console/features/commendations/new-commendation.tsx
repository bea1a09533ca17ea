import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearchParams } from 'react-router';
import { Allowed } from '../../shared/actions/own.tsx';
import { KeptDraft } from '../../shared/acts/kept-draft.tsx';
import { registrationsQueriesOneOptions } from '../../shared/api/generated/@tanstack/react-query.gen.ts';
import { CommandForm } from '../../shared/forms/command-form.tsx';
import { Answer } from '../../shared/page/answer.tsx';
import { announce } from '../../shared/page/announce.tsx';
import { Page } from '../../shared/page/page.tsx';
import { useWho } from '../../shared/session.tsx';
import { useTexts } from '../../shared/texts/i18n.ts';
import { PROPOSE_FORM, type Beginning } from './proposing/propose-form.tsx';

/** A commendation is proposed: for a model one comes from, or one that is searched, or another achievement. */
const FromAnything = () => {
  const { t } = useTexts();
  const { appointments } = useWho();
  const model = useSearchParams()[0].get('registration');
  const unitId = appointments[0]?.unitId;
  return (
    <Page title={t('commendations.new')}>
      {model === null ? (
        <Proposing beginning={unitId === undefined ? {} : { unitId }} />
      ) : (
        <ForModel registrationId={model} />
      )}
    </Page>
  );
};

const NewCommendation = () => {
  const { t } = useTexts();
  const model = useSearchParams()[0].get('registration') ?? undefined;
  const kept = <KeptDraft form={PROPOSE_FORM} about={draftFor(model) ?? 'new'} />;
  return (
    <Allowed action="ProposeCommendation" title={t('commendations.new')} kept={kept}>
      <FromAnything />
    </Allowed>
  );
};

export default NewCommendation;

const draftFor = (model: string | undefined): string | undefined => model && `new for ${model}`;

const ForModel = ({ registrationId }: { readonly registrationId: string }) => {
  const one = useQuery(registrationsQueriesOneOptions({ path: { id: registrationId } }));
  return (
    <Answer of={one}>
      {({ unitId, cycleId }) => (
        <Proposing
          from={registrationId}
          beginning={{ unitId, cycleId, achievement: { kind: 'RECOGNIZED_MODEL', registrationId }, scope: 'MOVEMENT' }}
        />
      )}
    </Answer>
  );
};

const Proposing = ({ beginning, from }: { readonly beginning: Beginning; readonly from?: string }) => {
  const { t } = useTexts();
  const { personId } = useWho();
  const navigate = useNavigate();
  return (
    <CommandForm
      form={PROPOSE_FORM}
      subject={beginning}
      id=""
      draftOf={draftFor(from)}
      name={t('commendations.one')}
      personId={personId}
      onCancel={() => void navigate('/commendations')}
      onDone={({ id }) => {
        announce(t('forms.done', { command: t('commandNames.ProposeCommendation') }));
        void navigate(`/commendations/${id}`, { replace: true });
      }}
    />
  );
};
