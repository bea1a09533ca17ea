import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { registrationsQueriesReportsOptions } from '../../../shared/api/generated/@tanstack/react-query.gen.ts';
import type { ModelFile, RegistrationDetail } from '../../../shared/api/generated/types.gen.ts';
import type { Clocks } from '../../../shared/clocks/use-clocks.ts';
import { day } from '../../../shared/dates/dates.ts';
import { Answer } from '../../../shared/page/answer.tsx';
import { Status } from '../../../shared/page/status.tsx';
import { useTexts } from '../../../shared/texts/i18n.ts';
import { Named } from '../../../shared/texts/named.tsx';
import { useReportTitle } from '../../../shared/texts/report-title.ts';

interface Props {
  readonly model: RegistrationDetail;
  readonly file: ModelFile;
  readonly clocks: Clocks;
}

/** The decisions about the model, the commendations that rest on it, the reports whose figures count it. */
export const Outcomes = ({ model, file: { decisions, commendations }, clocks }: Props) => {
  const { t } = useTexts();
  return (
    <>
      <h3>{t('model.decisions.decisions')}</h3>
      {decisions.length === 0 && <p>{t('model.decisions.noDecision')}</p>}
      <ul className="links">
        {decisions.map(({ id, title, act, status, numberText, issuedOn }) => (
          <li key={id}>
            <Link lang="vi" to={`/decisions/${id}`}>
              {title}
            </Link>
            <div className="help">
              {t(`actNames.${act}`)}
              {numberText && issuedOn && (
                <>, {t('model.decisions.issued', { number: numberText, on: day(issuedOn) })}</>
              )}{' '}
              · <Status of="decisionStatusNames" status={status} />
            </div>
          </li>
        ))}
      </ul>
      <h3>{t('model.decisions.commendations')}</h3>
      {commendations.length === 0 && <p>{t('model.decisions.noCommendation')}</p>}
      <ul className="links">
        {commendations.map(({ id, recipientName, form, status, documentNumber, decidedOn }) => (
          <li key={id}>
            <Link lang="vi" to={`/commendations/${id}`}>
              {recipientName}
            </Link>
            <div className="help">
              {t(`awardFormNames.${form}`)}
              {documentNumber && decidedOn && (
                <>, {t('model.decisions.issued', { number: documentNumber, on: day(decidedOn) })}</>
              )}{' '}
              · <Status of="commendationStatusNames" status={status} />
            </div>
          </li>
        ))}
      </ul>
      {model.registeredOn !== null && <Reports id={model.id} clocks={clocks} />}
    </>
  );
};

/** The figures in which a report counts the model. */
const namesOf = ({ figures }: { readonly figures: readonly { readonly name: string }[] }): string =>
  figures.map(({ name }) => name).join('; ');

const Reports = ({ id, clocks }: { readonly id: string; readonly clocks: Clocks }) => {
  const { t } = useTexts();
  const title = useReportTitle();
  const reports = useQuery(registrationsQueriesReportsOptions({ path: { id }, query: { ...clocks } }));
  return (
    <>
      <h3>{t('model.decisions.reports')}</h3>
      <Answer of={reports}>
        {({ items }) =>
          items.length === 0 ? (
            <p>{t('model.decisions.noReport')}</p>
          ) : (
            <ul className="links">
              {items.map((report) => (
                <li key={report.id}>
                  <Link to={`/reports/${report.id}`}>
                    {title(report)}: <span lang="vi">{report.unitName}</span>
                  </Link>
                  <div className="help">
                    <Named text={t('model.decisions.counts', { what: namesOf(report) })} name={namesOf(report)} /> ·{' '}
                    {t('model.decisions.version', { version: report.version, on: day(report.submittedOn) })} ·{' '}
                    <Status of="reportStatusNames" status={report.status} />
                  </div>
                </li>
              ))}
            </ul>
          )
        }
      </Answer>
    </>
  );
};
