import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { useMay } from '../../shared/actions/own.ts';
import {
  modelsOneOptions,
  registrationsQueriesActionsOptions,
} from '../../shared/api/generated/@tanstack/react-query.gen.ts';
import type { ModelFile } from '../../shared/api/generated/types.gen.ts';
import { day, instant } from '../../shared/dates/dates.ts';
import { pathOf } from '../../shared/forms/form.ts';
import { Answer } from '../../shared/page/answer.tsx';
import { FileLink } from '../../shared/page/file-link.tsx';
import { Facts } from '../../shared/page/facts.tsx';
import { Page } from '../../shared/page/page.tsx';
import { Status } from '../../shared/page/status.tsx';
import { capital } from '../../shared/texts/capital.ts';
import { useTexts } from '../../shared/texts/i18n.ts';

/** All that is kept of a model: year after year, its papers, decisions, commendations, and who took it up. */
const OneModel = () => {
  const { id = '' } = useParams();
  const one: UseQueryResult<ModelFile, unknown> = useQuery(modelsOneOptions({ path: { id } }));
  return (
    <Answer of={one} whole>
      {(model) => (
        <Page title={model.name} name={model.name} beside={<TakeUp model={model} />}>
          <NotTakenUp model={model} />
          {model.registrations.length > 0 ? <Years of={model.registrations} /> : <ToldToAll of={model.typical} />}
          <Lineage of={model} />
          <Acts of={model} />
          <Papers of={model.files} />
        </Page>
      )}
    </Answer>
  );
};

export default OneModel;

interface OfModel {
  readonly model: ModelFile;
}

/** The ways in which the model is taken up: a registration of one's own that replicates it, or that one's units do. */
const TakeUp = ({ model: { name, registrations, typical, eligible } }: OfModel) => {
  const { t } = useTexts();
  const mayDraft = useMay('DraftRegistration');
  const seen = registrations.findLast(({ status }) => status === 'RECOGNIZED');
  const source = seen ?? typical.at(-1);
  const actions = useQuery({
    ...registrationsQueriesActionsOptions({ path: { id: seen?.id ?? '' } }),
    enabled: seen !== undefined,
  });
  return (
    <>
      {source && mayDraft && eligible && (
        <Link
          className="button"
          to={`/registrations/new?${String(new URLSearchParams({ replicates: source.id, name }))}`}
        >
          {t('models.replicate')}
        </Link>
      )}
      {seen && actions.data?.ReplicateModel?.allowed && (
        <Link className="button" to={`/registrations/${seen.id}/do/${pathOf('ReplicateModel')}`}>
          {t('commandNames.ReplicateModel')}
        </Link>
      )}
    </>
  );
};

/** Why whoever drafts registrations cannot take it up. */
const NotTakenUp = ({ model: { eligible, sentence } }: OfModel) => {
  const { language } = useTexts();
  const mayDraft = useMay('DraftRegistration');
  return mayDraft && !eligible && sentence && <p className="help">{sentence[language]}</p>;
};

const Years = ({ of: registrations }: { readonly of: ModelFile['registrations'] }) => {
  const { t } = useTexts();
  return (
    <>
      <h2 className="first">{t('models.years')}</h2>
      <ul className="tasks">
        {registrations.map((each) => (
          <li key={each.id}>
            <div>
              <Link lang="vi" to={`/registrations/${each.id}`}>
                {each.cycleName}
              </Link>{' '}
              <Status of="registrationStatusNames" status={each.status} />
              {each.typical && <strong> · {t('models.typical')}</strong>}
              <Facts
                facts={[
                  [t('models.unit'), each.unitName, 'vi'],
                  [t('models.field'), each.fieldName, 'vi'],
                  [t('models.registeredOn'), each.registeredOn && day(each.registeredOn)],
                  [
                    t('models.recognized'),
                    each.decidedOn &&
                      t('models.byDecision', { number: each.documentNumber ?? '–', on: day(each.decidedOn) }),
                  ],
                ]}
              />
            </div>
          </li>
        ))}
      </ul>
    </>
  );
};

/** Of another unit's model: what every unit is told of it. */
const ToldToAll = ({ of: typical }: { readonly of: ModelFile['typical'] }) => {
  const { t } = useTexts();
  return (
    <>
      <p className="help">{t('models.toldToAll')}</p>
      {typical.map((each) => (
        <Facts
          key={each.id}
          facts={[
            [t('models.year'), each.year],
            [t('models.unit'), each.unitName, 'vi'],
            [t('models.field'), each.fieldName, 'vi'],
            [t('models.subjectType'), t(`subjectTypeNames.${each.subjectType}`)],
            [
              t('models.recognized'),
              each.decidedOn && t('models.byDecision', { number: each.documentNumber ?? '–', on: day(each.decidedOn) }),
            ],
          ]}
        />
      ))}
    </>
  );
};

type Relative = ModelFile['replicatedBy'][number];

/** Where it comes from, and who took it up. */
const Lineage = ({ of: { replicates, replicatedBy } }: { readonly of: ModelFile }) => {
  const { t } = useTexts();
  if (replicates === null && replicatedBy.length === 0) return null;
  const one = ({ id, modelId, name, unitName, status }: Relative) => (
    <li key={id}>
      <span lang="vi">
        <Link to={`/models/${modelId}`}>{name}</Link> ({unitName})
      </span>{' '}
      <Status of="registrationStatusNames" status={status} />
    </li>
  );
  return (
    <>
      {replicates && (
        <>
          <h2>{t('models.source')}</h2>
          <ul>{one(replicates)}</ul>
        </>
      )}
      {replicatedBy.length > 0 && (
        <>
          <h2>{t('models.replicatedBy', { count: replicatedBy.length })}</h2>
          <ul>{replicatedBy.map(one)}</ul>
        </>
      )}
    </>
  );
};

const Acts = ({ of: { decisions, commendations } }: { readonly of: ModelFile }) => {
  const { t } = useTexts();
  return (
    <>
      {decisions.length > 0 && (
        <>
          <h2>{t('models.decisions')}</h2>
          <ul>
            {decisions.map(({ id, title, numberText, issuedOn, act, status }) => (
              <li key={id}>
                <Link lang="vi" to={`/decisions/${id}`}>
                  {title}
                </Link>{' '}
                {issuedOn
                  ? t('models.issued', { act: t(`actNames.${act}`), number: numberText ?? '–', on: day(issuedOn) })
                  : capital(t(`decisionStatusNames.${status}`))}
              </li>
            ))}
          </ul>
        </>
      )}
      {commendations.length > 0 && (
        <>
          <h2>{t('models.commendations')}</h2>
          <ul>
            {commendations.map(({ id, recipientName, form, status }) => (
              <li key={id}>
                <Link lang="vi" to={`/commendations/${id}`}>
                  {recipientName}
                </Link>
                : {t(`awardFormNames.${form}`)} <Status of="commendationStatusNames" status={status} />
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
};

const Papers = ({ of: files }: { readonly of: ModelFile['files'] }) => {
  const { t } = useTexts();
  if (files.length === 0) return null;
  return (
    <>
      <h2>{t('models.files')}</h2>
      <ul>
        {files.map(({ evidenceId, use, fileName, kind, addedByName, addedAt }) => (
          <li key={evidenceId + use}>
            <FileLink evidenceId={evidenceId} fileName={fileName}>
              {fileName}
            </FileLink>{' '}
            <span className="help">
              {capital(t(`documentKindNames.${kind}`))} ·{' '}
              {addedByName === null ? t('page.system') : <span lang="vi">{addedByName}</span>} · {instant(addedAt)}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
};
