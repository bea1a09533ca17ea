import { useQuery } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import type { ReactNode } from 'react';
import { Link, useParams } from 'react-router';
import { Actions } from '../../../shared/actions/actions.tsx';
import { useMay } from '../../../shared/actions/own.ts';
import {
  modelsOneOptions,
  registrationsQueriesActionsOptions,
  registrationsQueriesOneOptions,
} from '../../../shared/api/generated/@tanstack/react-query.gen.ts';
import { isProblem } from '../../../shared/api/failure.ts';
import type { RegistrationDetail } from '../../../shared/api/generated/types.gen.ts';
import { PastBanner, TwoClocks } from '../../../shared/clocks/two-clocks.tsx';
import { useClocks, type Clocks } from '../../../shared/clocks/use-clocks.ts';
import { day } from '../../../shared/dates/dates.ts';
import { Answer } from '../../../shared/page/answer.tsx';
import { Facts } from '../../../shared/page/facts.tsx';
import { Nothing, Page } from '../../../shared/page/page.tsx';
import { Status } from '../../../shared/page/status.tsx';
import { capital } from '../../../shared/texts/capital.ts';
import { useTexts } from '../../../shared/texts/i18n.ts';
import { REGISTRATION_FORMS } from '../all-forms.ts';
import { Appraisal } from './appraisal.tsx';
import { Corrections } from './corrections.tsx';
import { Dossier, First, Inspections, Progress } from './dossier.tsx';
import { Due } from './due.tsx';
import { Files } from './files.tsx';
import { History } from './history.tsx';
import { Lineage } from './lineage-picture.tsx';
import { Next } from './next.tsx';
import type { OpenDossier } from './open-dossier.ts';
import { Outcomes } from './outcomes.tsx';
import { Path } from './path.tsx';
import { Contents, Section } from './section.tsx';

/** One registration of a model, now or as it was: where it stands, what can be done, its dossier, all that was done. */
const Model = () => {
  const { t } = useTexts();
  const { id = '' } = useParams();
  const { clocks, turn, past } = useClocks();
  const one = useQuery(registrationsQueriesOneOptions({ path: { id }, query: { ...clocks } }));
  const actions = useQuery({ ...registrationsQueriesActionsOptions({ path: { id } }), enabled: !past });
  const notYet = past && isProblem(one.error) && one.error.status === 404;
  return (
    <>
      {past && <PastBanner clocks={clocks} turn={turn} />}
      {notYet ? (
        <Page title={t('model.clocks.notYet')} found={false}>
          <Nothing text={t('model.clocks.notYetText')} />
        </Page>
      ) : (
        <Answer of={one} whole>
          {(model) => (
            <Page
              title={model.name}
              name={model.name}
              beside={
                <>
                  <Status of="registrationStatusNames" status={model.status} />
                  <Button className="no-print" onClick={() => window.print()}>
                    {t('model.print')}
                  </Button>
                </>
              }
            >
              <First model={model} field="name" />
              <Path model={model} />
              {!past && <Next model={model} actions={actions.data} />}
              {model.sourceRevoked && (
                <Alert type="warning" showIcon title={t(`model.sourceRevoked.${model.sourceRevoked}`)} />
              )}
              <Summary model={model} />
              {!past && <WhatCanBeDone model={model} />}
              {model.dossier === null ? null : <Parts model={model} dossier={model.dossier} clocks={clocks} />}
            </Page>
          )}
        </Answer>
      )}
      <TwoClocks key={JSON.stringify(clocks)} clocks={clocks} turn={turn} />
    </>
  );
};

export default Model;

interface Of {
  readonly model: RegistrationDetail;
}

const Summary = ({ model }: Of) => {
  const { t } = useTexts();
  const { unitId, decisionId, originId, originKind } = model;
  return (
    <Facts
      facts={[
        [t('registrations.due'), model.dueOn && <Due on={model.dueOn} of={model} />],
        [t('registrations.unit'), <Link to={`/units/${unitId}`}>{model.unitName}</Link>, 'vi'],
        [t('registrations.cycle'), model.cycleName, 'vi'],
        [
          t('registrations.field'),
          model.fieldName && (
            <>
              <span lang="vi">{model.fieldName}</span> <First model={model} field="field" />
            </>
          ),
        ],
        [t('model.facts.tags'), model.programmeTagNames?.join('; '), 'vi'],
        [t('model.facts.subject'), model.subjectType && capital(t(`subjectTypeNames.${model.subjectType}`))],
        [
          t('model.facts.origin'),
          originKind && (
            <>
              {capital(t(`originNames.${originKind}`))}
              {originId && (
                <>
                  :{' '}
                  <Link lang="vi" to={`/registrations/${originId}`}>
                    {model.originName ?? model.name}
                  </Link>
                </>
              )}
            </>
          ),
        ],
        [t('model.facts.submittedOn'), model.submittedOn && day(model.submittedOn)],
        [t('model.facts.registeredOn'), model.registeredOn && day(model.registeredOn)],
        [
          t('model.facts.decision'),
          decisionId && model.documentNumber && (
            <>
              <Link to={`/decisions/${decisionId}`}>{model.documentNumber}</Link>
              {model.decidedOn && `, ${day(model.decidedOn)}`}
            </>
          ),
        ],
        [t('model.facts.typical'), model.typical && t('model.facts.yes')],
        [t('model.facts.returns'), model.returns ? model.returns : undefined],
        [t('model.facts.regulation'), model.regulationTitle, 'vi'],
      ]}
    />
  );
};

/** What can be done; where the dossier waits for a declaration, that alone. */
const WhatCanBeDone = ({ model: { id, dossier, status, waitsFor } }: Of) => {
  const { t } = useTexts();
  const mayPropose = useMay('ProposeCommendation') && status === 'RECOGNIZED';
  const actions = useQuery(registrationsQueriesActionsOptions({ path: { id } }));
  return (
    <Answer of={actions}>
      {(told) => (
        <>
          {dossier === null && (
            <Alert
              type="info"
              showIcon
              title={
                told.DeclareInterest.allowed
                  ? `${t('appraisal.interest.room')} ${t('appraisal.interest.first')}`
                  : t('model.dossier.closed')
              }
            />
          )}
          <Actions
            actions={told}
            commands={REGISTRATION_FORMS.map(({ command }) => command)}
            quiet={['WithdrawRegistration', 'DiscontinueModel', 'ReturnRegistration', 'DeclineRegistration']}
            at={`/registrations/${id}`}
            waitsFor={waitsFor}
          >
            {mayPropose && (
              <li>
                <Link className="button" to={`/commendations/new?registration=${id}`}>
                  {t('commendations.new')}
                </Link>
              </li>
            )}
          </Actions>
        </>
      )}
    </Answer>
  );
};

interface PartsProps extends Of {
  readonly dossier: OpenDossier;
  readonly clocks: Clocks;
}

type Part = readonly [id: string, title: string, content: ReactNode];

const Parts = ({ model, dossier, clocks }: PartsProps) => {
  const { t } = useTexts();
  const file = useQuery({ ...modelsOneOptions({ path: { id: model.modelId }, query: { ...clocks } }) });
  const parts = (
    [
      ['dossier', t('model.dossier.title'), <Dossier model={model} dossier={dossier} />],
      ['progress', t('model.progress.title'), <Progress dossier={dossier} />],
      dossier.inspections.length > 0 && [
        'inspections',
        t('model.inspections.title'),
        <Inspections dossier={dossier} />,
      ],
      ['evidence', t('model.evidence.title'), <Files files={dossier.files} />],
      ['appraisal', t('model.appraisal.title'), <Appraisal model={model} dossier={dossier} />],
      dossier.corrections.length + dossier.waitingCorrections.length > 0 && [
        'corrections',
        t('model.corrections.title'),
        <Corrections dossier={dossier} />,
      ],
      [
        'outcomes',
        t('model.decisions.title'),
        <Answer of={file}>{(whole) => <Outcomes model={model} file={whole} clocks={clocks} />}</Answer>,
      ],
      [
        'lineage',
        t('model.lineage.title'),
        <Answer of={file}>{(whole) => <Lineage file={whole} here={model.id} />}</Answer>,
      ],
      ['timeline', t('timeline.title'), <History id={model.id} clocks={clocks} />],
    ] satisfies (Part | false)[]
  ).filter((part) => part !== false);
  return (
    <div className="parts">
      <Contents parts={parts.map(([id, title]) => [id, title])} />
      <div>
        {parts.map(([id, title, content]) => (
          <Section key={id} id={id} title={title}>
            {content}
          </Section>
        ))}
      </div>
    </div>
  );
};
