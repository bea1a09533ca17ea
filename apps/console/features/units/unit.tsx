import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import {
  registrationsQueriesListOptions,
  reportsQueriesListOptions,
  unitsQueriesListOptions,
  unitsQueriesOneOptions,
  unitsQueriesTimelineOptions,
} from '../../shared/api/generated/@tanstack/react-query.gen.ts';
import type { UnitDetail } from '../../shared/api/generated/types.gen.ts';
import { day } from '../../shared/dates/dates.ts';
import { Answer } from '../../shared/page/answer.tsx';
import { Facts } from '../../shared/page/facts.tsx';
import { Page } from '../../shared/page/page.tsx';
import { Status } from '../../shared/page/status.tsx';
import { capital } from '../../shared/texts/capital.ts';
import { useTexts } from '../../shared/texts/i18n.ts';
import { useReportTitle } from '../../shared/texts/report-title.ts';
import { Timeline } from '../../shared/timeline/timeline.tsx';

/** A unit, to be read: its place in the tree, its models, the reports it owes, what was done to it. */
const Unit = () => {
  const { t } = useTexts();
  const { id = '' } = useParams();
  const one = useQuery(unitsQueriesOneOptions({ path: { id } }));
  const timeline = useQuery(unitsQueriesTimelineOptions({ path: { id }, query: { limit: 100 } }));
  return (
    <Answer of={one} whole>
      {(unit) => (
        <Page title={unit.name} name={unit.name}>
          <UnitFacts unit={unit} />
          <h2>{t('units.models')}</h2>
          <Models id={id} />
          <h2>{t('units.reports')}</h2>
          <Reports id={id} />
          <h2>{t('units.children')}</h2>
          <Children id={id} />
          <h2>{t('timeline.title')}</h2>
          <Answer of={timeline}>{({ items }) => <Timeline entries={items} />}</Answer>
        </Page>
      )}
    </Answer>
  );
};

export default Unit;

const UnitFacts = ({ unit }: { readonly unit: UnitDetail }) => {
  const { t } = useTexts();
  const since = (on: string): string => t('units.since', { on: day(on) });
  return (
    <Facts
      facts={[
        [t('units.kind'), capital(t(`unitKindNames.${unit.kind}`))],
        [
          t('units.parent'),
          unit.parentId === null ? (
            t('units.top')
          ) : (
            <Link lang="vi" to={`/units/${unit.parentId}`}>
              {unit.parentName}
            </Link>
          ),
        ],
        [t('units.code'), unit.adminUnitCode],
        [t('units.from'), day(unit.from)],
        [
          t('registrations.status'),
          unit.closedOn && `${t('units.closed', { on: day(unit.closedOn) })}. ${unit.closedReason ?? ''}`,
        ],
        [
          t('units.formerNames'),
          unit.names.length > 1 && unit.names.map(({ name, from }) => `${name} (${since(from)})`).join('; '),
        ],
        [
          t('units.formerParents'),
          unit.parents.length > 1 &&
            unit.parents.map(({ parentName, from }) => `${parentName ?? '–'} (${since(from)})`).join('; '),
        ],
      ]}
    />
  );
};

interface Of {
  readonly id: string;
}

const Models = ({ id }: Of) => {
  const { t } = useTexts();
  const models = useQuery(registrationsQueriesListOptions({ query: { unit: id, sort: '-statusSince', limit: 10 } }));
  return (
    <Answer of={models}>
      {({ items, next }) =>
        items.length === 0 ? (
          <p>{t('units.noModels')}</p>
        ) : (
          <>
            <ul className="links">
              {items.map((model) => (
                <li key={model.id}>
                  <Link lang="vi" to={`/registrations/${model.id}`}>
                    {model.name}
                  </Link>
                  <div className="help">
                    <span lang="vi">
                      {model.unitId !== id && `${model.unitName ?? ''}, `}
                      {model.cycleName}
                    </span>{' '}
                    · <Status of="registrationStatusNames" status={model.status} />
                  </div>
                </li>
              ))}
            </ul>
            {next !== null && <Link to={`/registrations?unit=${id}`}>{t('units.allModels')}</Link>}
          </>
        )
      }
    </Answer>
  );
};

const Reports = ({ id }: Of) => {
  const { t } = useTexts();
  const title = useReportTitle();
  const reports = useQuery(reportsQueriesListOptions({ query: { unit: id, sort: '-dueOn', limit: 20 } }));
  return (
    <Answer of={reports}>
      {({ items }) => {
        const own = items.filter(({ unitId }) => unitId === id);
        if (own.length === 0) return <p>{t('units.noReports')}</p>;
        return (
          <>
            <ul className="links">
              {own.map((report) => (
                <li key={report.id}>
                  <Link to={`/reports/${report.id}`}>{title(report)}</Link>
                  <div className="help">
                    {t('units.dueOn', { on: day(report.dueOn) })} ·{' '}
                    <Status of="reportStatusNames" status={report.status} />
                  </div>
                </li>
              ))}
            </ul>
            <Link to={`/reports?unit=${id}`}>{t('units.allReports')}</Link>
          </>
        );
      }}
    </Answer>
  );
};

const Children = ({ id }: Of) => {
  const { t } = useTexts();
  const children = useQuery(unitsQueriesListOptions({ query: { parent: id, limit: 200 } }));
  return (
    <Answer of={children}>
      {({ items }) => {
        const below = items.filter(({ parentId }) => parentId === id);
        if (below.length === 0) return <p>{t('units.noChildren')}</p>;
        return (
          <ul className="links links-close">
            {below.map((unit) => (
              <li key={unit.id}>
                <Link lang="vi" to={`/units/${unit.id}`}>
                  {unit.name}
                </Link>
              </li>
            ))}
          </ul>
        );
      }}
    </Answer>
  );
};
