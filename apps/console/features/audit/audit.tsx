import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { TableColumnType } from 'antd';
import { Link } from 'react-router';
import { useMay } from '../../shared/actions/own.ts';
import { auditListOptions } from '../../shared/api/generated/@tanstack/react-query.gen.ts';
import type { AuditEntry, AuditListData } from '../../shared/api/generated/types.gen.ts';
import { day, instant, today } from '../../shared/dates/dates.ts';
import { ChangeList } from '../../shared/page/change-list.tsx';
import { Page } from '../../shared/page/page.tsx';
import { AnsweredList } from '../../shared/tables/answered-list.tsx';
import { ExportButtons } from '../../shared/tables/export-buttons.tsx';
import { capital } from '../../shared/texts/capital.ts';
import { useTexts } from '../../shared/texts/i18n.ts';
import { Named } from '../../shared/texts/named.tsx';
import { About } from './about.tsx';
import { AuditFilters, useAuditFilters } from './audit-filters.tsx';
import { questionsOf } from './questions.ts';

type Query = NonNullable<AuditListData['query']>;

/** The trail across everything: who did what, when, on which paper, and what it changed. */
const Audit = () => {
  const { t } = useTexts();
  const { query, after, goTo } = useAuditFilters();
  const page = { ...query, limit: 50, ...(after === undefined ? {} : { after }) } as Query;
  const list = useQuery({ ...auditListOptions({ query: page }), placeholderData: keepPreviousData });
  const columns = useColumns();
  return (
    <Page title={t('audit.title')} beside={<ExportButtons of="/api/audit" query={query} />}>
      <p className="help">{t('audit.lead')}</p>
      <Questions />
      <AuditFilters />
      <AnsweredList
        of={list}
        none={t('audit.none')}
        caption={t('audit.title')}
        rowKey="eventId"
        columns={columns}
        {...{ after, goTo }}
      />
    </Page>
  );
};

export default Audit;

const Questions = () => {
  const { t } = useTexts();
  const readsPeople = useMay('ReadPeople');
  const questions = questionsOf(today()).filter(({ ofPeople }) => readsPeople || ofPeople !== true);
  return (
    <nav className="questions" aria-label={t('audit.questions.title')}>
      <ul>
        {questions.map(({ text, year, filters }) => (
          <li key={text + year}>
            <Link to={`/audit?${new URLSearchParams(filters).toString()}`}>
              {t(`audit.questions.${text}`, { year })}
            </Link>
          </li>
        ))}
      </ul>
      <p className="help">{t('audit.questions.others')}</p>
    </nav>
  );
};

const useColumns = (): TableColumnType<AuditEntry>[] => {
  const { t, language } = useTexts();
  return [
    {
      title: t('audit.recorded'),
      width: '9.5rem',
      render: (_, { recordedAt, effectiveOn }) => (
        <div>
          <span className="number">{instant(recordedAt)}</span>
          {day(effectiveOn) !== instant(recordedAt).slice(0, 10) && (
            <div className="help">{t('audit.effective', { on: day(effectiveOn) })}</div>
          )}
        </div>
      ),
    },
    { title: t('audit.who'), width: '14rem', render: (_, entry) => <Who of={entry} /> },
    {
      title: t('audit.what'),
      render: (_, { sentence, changes }) => (
        <div>
          {sentence[language]}
          <ChangeList changes={changes} />
        </div>
      ),
    },
    { title: t('audit.document'), width: '8rem', render: (_, { document }) => document },
    { title: t('audit.about'), width: '15rem', render: (_, entry) => <About of={entry} /> },
  ];
};

const Who = ({ of: { actor, actorName, unitName } }: { readonly of: AuditEntry }) => {
  const { t } = useTexts();
  const { role } = actor;
  if (actorName === null) return t('page.system');
  return (
    <div>
      <Link lang="vi" to={`/audit?person=${actor.personId}`}>
        {actorName}
      </Link>
      {role !== 'SELF' && (
        <div className="help">
          <Named
            text={[role === 'SYSTEM' ? t('audit.bySystem') : capital(t(`roleNames.${role}`)), unitName]
              .filter(Boolean)
              .join(', ')}
            name={unitName}
          />
        </div>
      )}
      {actor.onBehalfOf !== undefined && <div className="help">{t('audit.forWhom')}</div>}
    </div>
  );
};
