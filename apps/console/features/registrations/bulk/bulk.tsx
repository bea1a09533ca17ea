import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Form, Progress, Table } from 'antd';
import { useState } from 'react';
import { Link, useLocation, useNavigate, useParams } from 'react-router';
import { registrationsQueriesList } from '../../../shared/api/generated/sdk.gen.ts';
import { everyPage, MOST_ITEMS } from '../../../shared/choices/every-page.ts';
import type { DraftKey } from '../../../shared/forms/drafts.ts';
import type { Fault } from '../../../shared/forms/faults.ts';
import { pathOf, type CommandForm } from '../../../shared/forms/form.ts';
import { OwnDraft } from '../../../shared/forms/own-draft.tsx';
import { TypedForm } from '../../../shared/forms/typed-form.tsx';
import { useDraft } from '../../../shared/forms/use-draft.ts';
import { useTypedValues } from '../../../shared/forms/use-typed-values.ts';
import { Answer } from '../../../shared/page/answer.tsx';
import { FailurePanel } from '../../../shared/page/failure-panel.tsx';
import { PageNotFound } from '../../../shared/page/page-not-found.tsx';
import { Page } from '../../../shared/page/page.tsx';
import { Status } from '../../../shared/page/status.tsx';
import { useWho } from '../../../shared/session.tsx';
import { IN_VIETNAMESE } from '../../../shared/tables/labelled.ts';
import { useTexts } from '../../../shared/texts/i18n.ts';
import { BULK_FORMS, type Many } from './bulk-forms.ts';
import { useBulk, type Outcome } from './use-bulk.ts';

/** One command to many registrations: those that were picked, or all that the filters of the address show. */
const Bulk = () => {
  const { command } = useParams();
  const location = useLocation();
  const { search } = location;
  const picked = (location.state as { readonly picked?: Many } | null)?.picked;
  const form = BULK_FORMS.find((each) => pathOf(each.command) === command);
  const all = useQuery({
    queryKey: ['bulk', search],
    queryFn: () =>
      everyPage((page) =>
        registrationsQueriesList({
          query: { ...Object.fromEntries(new URLSearchParams(search)), ...page },
          throwOnError: true,
        }),
      ),
    enabled: picked === undefined,
    // What one sees here is what is sent, whatever happens meanwhile.
    ...{ staleTime: Number.POSITIVE_INFINITY, gcTime: 0, refetchOnReconnect: false },
  });
  const { personId } = useWho();
  if (form === undefined) return <PageNotFound />;
  const sending = (rows: Many) => (
    <OwnDraft of={{ personId, about: 'many', command: form.command }}>
      {(own) => <Sending {...{ form, rows, own }} />}
    </OwnDraft>
  );
  if (picked !== undefined) return sending(picked);
  return (
    <Answer of={all} whole>
      {sending}
    </Answer>
  );
};

export default Bulk;

interface SendingProps {
  readonly form: CommandForm<Many>;
  readonly rows: Many;
  readonly own: DraftKey;
}

const Sending = ({ form, rows: asked, own }: SendingProps) => {
  const { t } = useTexts();
  const navigate = useNavigate();
  const [fields] = Form.useForm<Record<string, unknown>>();
  const [faults, setFaults] = useState<readonly Fault[]>([]);
  // As they were when one came here.
  const [rows] = useState(asked);
  const { outcomes, foreseen, running, paused, failure, run, attempt, forget, stop } = useBulk(form, rows);
  const draft = useDraft(own);
  const values = useTypedValues({ form, subject: rows, fields, draft });
  const send = async (typed: Readonly<Record<string, unknown>>): Promise<void> => {
    setFaults([]);
    if (await run(typed)) draft.discard();
  };
  const name = t(`commandNames.${form.command}`);
  const told = [...outcomes.values()];
  const done = told.filter((outcome) => outcome.done).length;
  const left = rows.length - told.length;
  return (
    <Page title={t('bulk.many', { command: name, count: rows.length })}>
      <p>{t('bulk.will')}</p>
      {rows.length >= MOST_ITEMS && <Alert type="warning" showIcon title={t('bulk.tooMany', { most: MOST_ITEMS })} />}
      {rows.length > 0 && left > 0 && (
        <TypedForm
          {...{ form, fields, draft, values, faults }}
          subject={rows}
          sending={running !== undefined}
          warning={form.final && t('forms.final', { act: name, name: t('bulk.these', { count: left }) })}
          onTyped={forget}
          onSend={(typed) => void send(typed)}
          onLacking={setFaults}
          buttons={
            <>
              <Button type="primary" htmlType="submit" loading={running === 'SENDING'}>
                {told.length === 0 ? t('bulk.send', { command: name, count: left }) : t('bulk.goOn', { count: left })}
              </Button>
              <Button
                loading={running === 'TRYING'}
                onClick={() => {
                  setFaults([]);
                  void fields.validateFields().then(attempt, () => fields.submit());
                }}
              >
                {t('bulk.try')}
              </Button>
              {running === undefined && <Button onClick={() => void navigate(-1)}>{t('forms.back')}</Button>}
            </>
          }
        />
      )}
      {running !== undefined && <Button onClick={stop}>{t('bulk.stop')}</Button>}
      {foreseen.size > 0 && (
        <p role="status">
          {t('bulk.foreseen', {
            can: [...foreseen.values()].filter((outcome) => outcome.done).length,
            cannot: [...foreseen.values()].filter((outcome) => !outcome.done).length,
          })}
        </p>
      )}
      {(running === 'SENDING' || told.length > 0) && (
        <div role="status">
          <Progress
            percent={Math.floor((told.length * 100) / Math.max(rows.length, 1))}
            aria-label={t('bulk.progress')}
          />
          <p>{t('bulk.sofar', { done, dropped: told.length - done, left })}</p>
          {paused && <p>{t('bulk.paused')}</p>}
        </div>
      )}
      {failure && <FailurePanel failure={failure} />}
      <Dropped rows={rows} outcomes={outcomes} title="dropped" />
      <Dropped rows={rows} outcomes={foreseen} title="wouldDrop" />
      {left === 0 && (
        <Button type="primary" onClick={() => void navigate(-1)}>
          {t('bulk.backToList')}
        </Button>
      )}
      <h2>{t('bulk.rows')}</h2>
      <Table
        className="list"
        size="small"
        rowKey="id"
        aria-label={t('bulk.rows')}
        dataSource={[...rows]}
        pagination={rows.length > 50 ? { pageSize: 50, showSizeChanger: false } : false}
        columns={[
          {
            title: t('registrations.name'),
            render: (_, { id, name: model }) => (
              <Link lang="vi" to={`/registrations/${id}`} target="_blank">
                {model}
              </Link>
            ),
          },
          { title: t('registrations.unit'), dataIndex: 'unitName', ...IN_VIETNAMESE },
          {
            title: t('registrations.status'),
            render: (_, { status }) => <Status of="registrationStatusNames" status={status} />,
          },
          {
            title: t('bulk.outcome'),
            render: (_, { id }) => <Told outcome={outcomes.get(id)} foreseen={foreseen.get(id)} />,
          },
        ]}
      />
    </Page>
  );
};

interface DroppedProps {
  readonly rows: Many;
  readonly outcomes: ReadonlyMap<string, Outcome>;
  readonly title: 'dropped' | 'wouldDrop';
}

/** What dropped out, by name and with the reason. */
const Dropped = ({ rows, outcomes, title }: DroppedProps) => {
  const { t } = useTexts();
  const dropped = rows.flatMap((row) => {
    const outcome = outcomes.get(row.id);
    return outcome && !outcome.done ? [{ ...row, why: outcome.why }] : [];
  });
  if (dropped.length === 0) return null;
  return (
    <>
      <h2>{t(`bulk.${title}`, { count: dropped.length })}</h2>
      <ul>
        {dropped.map(({ id, name, unitName, why }) => (
          <li key={id}>
            <span lang="vi">
              <strong>{name}</strong> ({unitName})
            </span>
            : {why}
          </li>
        ))}
      </ul>
    </>
  );
};

interface ToldProps {
  readonly outcome: Outcome | undefined;
  readonly foreseen: Outcome | undefined;
}

/** What became of an item, or would. */
const Told = ({ outcome, foreseen }: ToldProps) => {
  const { t } = useTexts();
  const [told, words] =
    outcome === undefined
      ? [foreseen, { done: t('bulk.can'), not: t('bulk.cannot') }]
      : [outcome, { done: t('bulk.isDone'), not: t('bulk.isDropped') }];
  if (told === undefined) return <span className="help">{t('bulk.waits')}</span>;
  return told.done ? (
    <span className="status status-good">{words.done}</span>
  ) : (
    <span className="status status-bad">{words.not}</span>
  );
};
