import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { reportsQueriesListOptions } from '../../../shared/api/generated/@tanstack/react-query.gen.ts';
import type { ModelFile, RegistrationDetail, Report } from '../../../shared/api/generated/types.gen.ts';
import { day } from '../../../shared/dates/dates.ts';
import { Answer } from '../../../shared/page/answer.tsx';
import { Status } from '../../../shared/page/status.tsx';
import { useTexts } from '../../../shared/texts/i18n.ts';

interface Props {
  readonly model: RegistrationDetail;
  readonly file: ModelFile;
}

/** The decisions about the model, the commendations that rest on it, the reports whose period takes it in. */
export const Outcomes = ({ model, file: { decisions, commendations } }: Props) => {
  const { t } = useTexts();
  return (
    <>
      <h3>{t('model.decisions.decisions')}</h3>
      {decisions.length === 0 && <p>{t('model.decisions.noDecision')}</p>}
      <ul className="links">
        {decisions.map(({ id, title, act, status, numberText, issuedOn }) => (
          <li key={id}>
            <Link to={`/decisions/${id}`}>{title}</Link>
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
            <Link to={`/commendations/${id}`}>{recipientName}</Link>
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
      {model.registeredOn !== null && <Reports model={model} />}
    </>
  );
};

/** What of a registration falls into the period of a report. */
const within = ({ from, cutoff }: Report, on: string | null): on is string => on !== null && from <= on && on <= cutoff;

const Reports = ({ model: { unitId, registeredOn, decidedOn } }: Pick<Props, 'model'>) => {
  const { t } = useTexts();
  const reports = useQuery(reportsQueriesListOptions({ query: { unit: unitId, limit: 100 } }));
  return (
    <>
      <h3>{t('model.decisions.reports')}</h3>
      <Answer of={reports}>
        {({ items }) => {
          const counting = items.filter(
            (report) => report.unitId === unitId && (within(report, registeredOn) || within(report, decidedOn)),
          );
          if (counting.length === 0) return <p>{t('model.decisions.noReport')}</p>;
          return (
            <ul className="links">
              {counting.map((report) => (
                <li key={report.id}>
                  <Link to={`/reports/${report.id}`}>
                    {t(`reportKindNames.${report.kind}`)} {t(`periodNames.${report.period.kind}`)} {report.period.year}
                  </Link>
                  <div className="help">
                    {[
                      within(report, registeredOn) && t('model.decisions.registered', { on: day(registeredOn) }),
                      within(report, decidedOn) && t('model.decisions.decided', { on: day(decidedOn) }),
                    ]
                      .filter(Boolean)
                      .join(', ')}{' '}
                    · <Status of="reportStatusNames" status={report.status} />
                  </div>
                </li>
              ))}
            </ul>
          );
        }}
      </Answer>
    </>
  );
};
