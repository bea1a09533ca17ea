import type { RegistrationDetail } from '../../../shared/api/generated/types.gen.ts';
import { count, day, instant } from '../../../shared/dates/dates.ts';
import { Nothing } from '../../../shared/page/page.tsx';
import { useTexts } from '../../../shared/texts/i18n.ts';
import { Files } from './files.tsx';
import type { OpenDossier } from './open-dossier.ts';

interface Props {
  readonly model: RegistrationDetail;
  readonly dossier: OpenDossier;
}

/** What is read as prose, in the order of the dossier form. */
const ITEMS = [
  'situation',
  'objectives',
  'content',
  'area',
  'forces',
  'resources',
  'schedule',
  'outputs',
  'durability',
  'confirmation',
] as const;

/** What the unit wrote: the form, what was returned, the plan, results by criterion, what is still missing. */
export const Dossier = ({ model, dossier }: Props) => {
  const { t } = useTexts();
  const { form, plan, startedOn, returned, results, missing } = dossier;
  return (
    <>
      {missing.length > 0 && (
        <div className="panel">
          <h3>{t('model.dossier.missing')}</h3>
          <ul lang="vi">
            {missing.map((item) => (
              <li key={item}>{item}</li>
            ))}
          </ul>
        </div>
      )}
      {form === null ? (
        <Nothing text={t('model.dossier.none')} />
      ) : (
        <dl className="prose">
          {ITEMS.filter((item) => form[item]).map((item) => (
            <div key={item}>
              <dt>{t(`registrationItemNames.${item}`)}</dt>
              <dd>
                <span lang="vi">{form[item]}</span>
                <First model={model} field={item} />
              </dd>
            </div>
          ))}
          {plan !== null && (
            <div>
              <dt>{t('model.dossier.plan')}</dt>
              <dd>
                {startedOn && t('model.dossier.startedOn', { on: day(startedOn) })} <span lang="vi">{plan}</span>
              </dd>
            </div>
          )}
        </dl>
      )}
      {returned.length > 0 && (
        <>
          <h3>{t('model.dossier.returned')}</h3>
          <ul>
            {returned.map(({ recordedAt, reason, dueOn }) => (
              <li key={recordedAt}>
                {t('model.dossier.returnedOn', { on: instant(recordedAt).slice(0, 10), due: day(dueOn), reason })}
              </li>
            ))}
          </ul>
        </>
      )}
      {results.length > 0 && (
        <>
          <h3>{t('model.dossier.results')}</h3>
          <dl className="prose">
            {results.map(({ criterion, result }) => (
              <div key={criterion}>
                <dt lang="vi">{model.criterionNames[criterion] ?? criterion}</dt>
                <dd lang="vi">{result}</dd>
              </div>
            ))}
          </dl>
        </>
      )}
    </>
  );
};

/** What an entry said before it was corrected stands beside it. */
export const First = ({ model, field }: { readonly model: RegistrationDetail; readonly field: string }) => {
  const { t } = useTexts();
  const corrected = model.corrected?.filter((each) => each.field === field) ?? [];
  return corrected.map(({ first, on }) => (
    <span key={on} className="help first-value">
      {t('model.dossier.first')}: <del lang="vi">{first}</del>; {t('model.dossier.corrected', { on: day(on) })}
    </span>
  ));
};

/** What was done on the way, with its indicators and files, the newest first. */
export const Progress = ({ dossier }: Pick<Props, 'dossier'>) => {
  const { t, language } = useTexts();
  if (dossier.progress.length === 0) return <p>{t('model.progress.none')}</p>;
  return (
    <ol className="log">
      {dossier.progress.toReversed().map(({ recordedAt, personName, note, indicators, evidence }) => (
        <li key={recordedAt}>
          <p className="help">
            {instant(recordedAt)}, <span lang="vi">{personName}</span>
          </p>
          <p lang="vi">{note}</p>
          {indicators.length > 0 && (
            <table className="figures">
              <thead>
                <tr>
                  <th scope="col">{t('model.progress.indicator')}</th>
                  <th scope="col">{t('model.progress.value')}</th>
                </tr>
              </thead>
              <tbody>
                {indicators.map(({ name, value, unit }) => (
                  <tr key={name}>
                    <th scope="row" lang="vi">
                      {name}
                    </th>
                    <td>
                      {count(value, language)} <span lang="vi">{unit}</span>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
          {evidence.length > 0 && <Files files={evidence} />}
        </li>
      ))}
    </ol>
  );
};

/** Urging, inspections, supervision, the newest first. */
export const Inspections = ({ dossier }: Pick<Props, 'dossier'>) => {
  const { t } = useTexts();
  return (
    <ol className="log">
      {dossier.inspections.toReversed().map(({ recordedAt, personName, kind, findings, remedyDueOn }) => (
        <li key={recordedAt}>
          <p className="help">
            {t(`model.inspections.${kind}`)}, {instant(recordedAt)}, <span lang="vi">{personName}</span>
          </p>
          <p lang="vi">{findings}</p>
          {remedyDueOn && <p>{t('model.inspections.remedy', { on: day(remedyDueOn) })}</p>}
        </li>
      ))}
    </ol>
  );
};
