import { Alert, Button, Form, Progress } from 'antd';
import { useState } from 'react';
import { Link, useLocation, useNavigate, useParams } from 'react-router';
import type { Action } from '../../../shared/actions/actions.tsx';
import { Allowed } from '../../../shared/actions/own.tsx';
import { KeptDraft } from '../../../shared/acts/kept-draft.tsx';
import { MOST_ITEMS } from '../../../shared/choices/every-page.ts';
import type { DraftKey } from '../../../shared/forms/drafts.ts';
import type { Fault } from '../../../shared/forms/faults.ts';
import { pathOf } from '../../../shared/forms/form.ts';
import { OwnDraft } from '../../../shared/forms/own-draft.tsx';
import { TypedForm } from '../../../shared/forms/typed-form.tsx';
import { useDraft } from '../../../shared/forms/use-draft.ts';
import { useTypedValues } from '../../../shared/forms/use-typed-values.ts';
import { Answer } from '../../../shared/page/answer.tsx';
import { FailurePanel } from '../../../shared/page/failure-panel.tsx';
import { Notice } from '../../../shared/page/notice.tsx';
import { PageNotFound } from '../../../shared/page/page-not-found.tsx';
import { Nothing, Page } from '../../../shared/page/page.tsx';
import { useWho } from '../../../shared/session.tsx';
import { useTexts } from '../../../shared/texts/i18n.ts';
import { BULK_FORMS, type BulkForm, type Many } from './bulk-forms.ts';
import { Dropped } from './dropped.tsx';
import { Readiness } from './readiness.tsx';
import { Rows } from './rows.tsx';
import { useBulk } from './use-bulk.ts';
import { MOST_PICKED, useMany } from './use-many.ts';

/** One command to many registrations: those that were picked, or all that the filters of the address show. */
const Bulk = () => {
  const { command } = useParams();
  const form = Object.values<BulkForm>(BULK_FORMS).find((each) => pathOf(each.command) === command);
  const { t } = useTexts();
  const { search } = useLocation();
  if (form === undefined) return <PageNotFound />;
  const kept = <KeptDraft form={form} about={`many${search}`} />;
  return (
    <Allowed action={form.command} title={t(`commandNames.${form.command}`)} kept={kept}>
      <ToMany form={form} />
    </Allowed>
  );
};

export default Bulk;

const ToMany = ({ form }: { readonly form: BulkForm }) => {
  const { t } = useTexts();
  const { search } = useLocation();
  const { personId } = useWho();
  const { many, isNamed, named, list } = useMany(search, form.command);
  if (!isNamed)
    return (
      <Page title={t(`commandNames.${form.command}`)}>
        <Nothing text={t('bulk.none')}>
          <Link className="button" to={list}>
            {t('bulk.toRegister')}
          </Link>
        </Nothing>
      </Page>
    );
  return (
    <Answer of={many} whole>
      {({ rows, told }) => (
        <OwnDraft key={`${form.command}${search}`} of={{ personId, about: `many${search}`, command: form.command }}>
          {(own) => <Sending {...{ form, rows, told, own, list }} absent={named - rows.length} />}
        </OwnDraft>
      )}
    </Answer>
  );
};

interface SendingProps {
  readonly form: BulkForm;
  readonly rows: Many;
  /** What the api says of doing it to them now. */
  readonly told: ReadonlyMap<string, Action>;
  readonly own: DraftKey;
  /** How many more the address names. */
  readonly absent: number;
  /** Where they can be chosen anew. */
  readonly list: string;
}

const Sending = ({ form, rows, told: now, own, absent, list }: SendingProps) => {
  const { t } = useTexts();
  const back = useBack(list);
  const [fields] = Form.useForm<Record<string, unknown>>();
  const [faults, setFaults] = useState<readonly Fault[]>([]);
  const fitting = rows.filter(({ id }) => now.get(id)?.allowed !== false);
  const isPossible = rows.length > 0 && (now.size === 0 || [...now.values()].some(({ allowed }) => allowed));
  const { outcomes, foreseen, running, paused, failure, run, attempt, forget, stop } = useBulk(form, rows);
  const draft = useDraft(own);
  const values = useTypedValues({ form, subject: fitting, fields, draft });
  const send = async (typed: Readonly<Record<string, unknown>>): Promise<void> => {
    setFaults([]);
    if (await run(typed)) draft.discard();
  };
  const name = t(`commandNames.${form.command}`);
  const told = [...outcomes.values()];
  const done = told.filter((outcome) => outcome.done).length;
  const before = told.filter((outcome) => outcome.done && outcome.before).length;
  const left = rows.length - told.length;
  return (
    <Page title={t('bulk.many', { command: name, count: rows.length })}>
      {isPossible && <p>{t('bulk.will')}</p>}
      {rows.length >= MOST_ITEMS && <Alert type="warning" showIcon title={t('bulk.tooMany', { most: MOST_ITEMS })} />}
      {absent > 0 && (
        <Notice kind="waits" title={t('registrations.many.absent', { count: absent, most: MOST_PICKED })} />
      )}
      {rows.length === 0 && <Nothing text={t('registrations.none')} />}
      {told.length === 0 && <Readiness count={rows.length} told={now} />}
      {isPossible && left > 0 && (
        <TypedForm
          {...{ form, fields, draft, values, faults }}
          subject={fitting}
          sending={running !== undefined}
          running={running === 'SENDING' ? t('registrations.many.leaving') : undefined}
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
              {running === undefined && <Button onClick={back}>{t('forms.back')}</Button>}
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
          {before > 0 && <p>{t('registrations.many.doneBefore', { count: before })}</p>}
          {paused && <p>{t('bulk.paused')}</p>}
        </div>
      )}
      {failure && <FailurePanel failure={failure} />}
      <Dropped rows={rows} outcomes={outcomes} title="dropped" />
      <Dropped rows={rows} outcomes={foreseen} title="wouldDrop" />
      {(left === 0 || !isPossible) && (
        <Button type="primary" onClick={back}>
          {t('bulk.backToList')}
        </Button>
      )}
      <Rows {...{ rows, outcomes, foreseen, now }} />
    </Page>
  );
};

/** Back to where one came from; a tab that began here came from nowhere, and goes to the list. */
const useBack = (list: string) => {
  const navigate = useNavigate();
  const { key } = useLocation();
  return (): void => void (key === 'default' ? navigate(list) : navigate(-1));
};
