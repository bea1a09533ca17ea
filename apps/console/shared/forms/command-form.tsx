import type { KeyboardEvent } from 'react';
import { Alert, Button, Form, Space } from 'antd';
import type { CommandAnswer } from '../api/generated/types.gen.ts';
import { instant } from '../dates/dates.ts';
import { FailurePanel } from '../page/failure-panel.tsx';
import { useShortNames } from '../texts/short-names.ts';
import { useTexts } from '../texts/i18n.ts';
import { Changes, type ChangesSince } from './changes.tsx';
import { Fields } from './composed-fields.tsx';
import { FaultSummary } from './fault-summary.tsx';
import { pathOf, type CommandForm as Definition } from './form.ts';
import { LeaveGuard } from './leave-guard.tsx';
import { useDraft } from './use-draft.ts';
import { useSending } from './use-sending.ts';

interface Props<Subject> {
  readonly form: Definition<Subject>;
  readonly subject: Subject;
  /** Id of the thing that the command is given to; empty for one that is to be made. */
  readonly id: string;
  /** What it is called: it stands in what is said before something final is done. */
  readonly name: string;
  /** The revision that the person has seen; none for a thing that is to be made. */
  readonly revision?: number;
  /** What others did to it since. */
  readonly changesSince?: ChangesSince;
  readonly personId: string;
  /** What a thing that is to be made comes from: each has its own draft. */
  readonly draftOf?: string | undefined;
  readonly onDone: (answer: CommandAnswer) => void;
  readonly onCancel: () => void;
}

/**
 * One form for every command: fields, drafts, what is missing, what the api refuses, and what somebody else did meanwhile.
 * Nothing typed is lost before it is sent or thrown away.
 */
export const CommandForm = <Subject,>(props: Props<Subject>) => {
  const { form, subject, id, name, personId } = props;
  const { t } = useTexts();
  const shortName = useShortNames();
  const [fields] = Form.useForm<Record<string, unknown>>();
  const draft = useDraft({ personId, about: id || (props.draftOf ?? 'new'), command: form.command });
  const { revision, changesSince, onDone } = props;
  const tellsChanges = changesSince !== undefined && revision !== undefined;
  const sending = useSending({ form, fields, draft, id, revision, tellsChanges, onDone });
  const act = shortName(pathOf(form.command), t(`commandNames.${form.command}`));
  const typed: Readonly<Record<string, unknown>> = Form.useWatch([], fields) ?? {};
  const initial = form.initial?.(subject) ?? {};

  const startAnew = (): void => {
    draft.discard();
    fields.setFieldsValue({ ...Object.fromEntries(Object.keys(typed).map((field) => [field, undefined])), ...initial });
  };

  return (
    <Form
      form={fields}
      layout="vertical"
      onKeyDown={keepFromSending}
      scrollToFirstError={false}
      validateTrigger={sending.faults.length > 0 ? ['onChange', 'onBlur'] : 'onBlur'}
      disabled={sending.sending}
      initialValues={{ ...initial, ...draft.found?.values }}
      onValuesChange={(_changed, all: Record<string, unknown>) => draft.keep(all)}
      onFinish={() => void sending.send()}
      onFinishFailed={({ errorFields }) =>
        sending.lacking(errorFields.map(({ name: path, errors }) => ({ path, message: errors[0] ?? '' })))
      }
    >
      <LeaveGuard when={draft.isDirty} keep={draft.flush} discard={draft.discard} />
      <p className="help">{t(`help.${form.command}`)}</p>
      {draft.found && !draft.isDirty() && (
        <Alert
          type="info"
          title={t('forms.draftFound', { when: instant(draft.found.keptAt) })}
          action={
            <Button size="small" onClick={startAnew}>
              {t('forms.discardDraft')}
            </Button>
          }
        />
      )}
      <FaultSummary faults={sending.faults} form={fields} trace={sending.trace} />
      {sending.failure && sending.faults.length === 0 && <FailurePanel failure={sending.failure} />}
      {sending.stale && changesSince && sending.seen !== undefined && (
        <Changes since={sending.seen} read={changesSince} go={sending.goOnFrom} />
      )}
      <div className={form.Beside ? 'form-beside' : undefined}>
        <div>
          <Fields shape={form.shape} fields={form.fields} path={[]} subject={subject} />
        </div>
        {form.Beside && (
          <aside aria-live="polite">
            <form.Beside subject={subject} values={typed} />
          </aside>
        )}
      </div>
      {form.final && <Alert type="warning" showIcon title={t('forms.final', { name, act })} />}
      <Space className="form-buttons" wrap>
        <Button type="primary" htmlType="submit" loading={sending.sending}>
          {act}
        </Button>
        <Button onClick={props.onCancel}>{t('forms.back')}</Button>
        <span className="help" role="status">
          {draft.isDirty() && (draft.kept() ? t('forms.notSentKept') : t('forms.notSent'))}
        </span>
      </Space>
    </Form>
  );
};

/** Enter in a field goes on to what the field makes of it; an act of office is sent by its button alone. */
const keepFromSending = (event: KeyboardEvent<HTMLFormElement>): void => {
  if (event.key === 'Enter' && event.target instanceof HTMLInputElement) event.preventDefault();
};
