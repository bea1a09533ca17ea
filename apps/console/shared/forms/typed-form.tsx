import type { KeyboardEvent, ReactNode } from 'react';
import { Alert, Button, Form, Space, type FormInstance } from 'antd';
import { instant } from '../dates/dates.ts';
import { useTexts } from '../texts/i18n.ts';
import { Fields } from './composed-fields.tsx';
import { FaultSummary } from './fault-summary.tsx';
import type { Fault } from './faults.ts';
import type { CommandForm } from './form.ts';
import { LeaveGuard } from './leave-guard.tsx';
import type { Values } from './touched.ts';
import type { useDraft } from './use-draft.ts';
import { lackingIn, lookAgain, useOtherLanguage } from './use-other-language.ts';
import type { useTypedValues } from './use-typed-values.ts';

interface Props<Subject> {
  readonly form: CommandForm<Subject>;
  readonly subject: Subject;
  readonly fields: FormInstance<Record<string, unknown>>;
  readonly draft: ReturnType<typeof useDraft>;
  readonly values: ReturnType<typeof useTypedValues>;
  /** The revision on which it is typed; none where there is none, or many. */
  readonly revision?: number | undefined;
  readonly faults: readonly Fault[];
  /** Under which the api noted the faults, where it was the api that found them. */
  readonly trace?: string | undefined;
  readonly sending: boolean;
  /** What leaving would stop, while it is being sent to many. */
  readonly running?: string | undefined;
  /** Said before it is sent: what cannot be undone. */
  readonly warning?: ReactNode;
  readonly onTyped?: (changed: Values) => void;
  readonly onSend: (values: Values) => void;
  /** What was found before anything was sent. */
  readonly onLacking: (faults: readonly Fault[]) => void;
  readonly onStartAnew?: () => void;
  readonly buttons: ReactNode;
  /** What came of sending it. */
  readonly children?: ReactNode;
}

/** The fields of a command. Nothing typed is lost before it is sent or thrown away, to whomever it is sent. */
export const TypedForm = <Subject,>({
  form,
  subject,
  fields,
  draft,
  values,
  faults,
  sending,
  ...of
}: Props<Subject>) => {
  const { t } = useTexts();
  const typed: Values = Form.useWatch([], fields) ?? {};
  useOtherLanguage(() => {
    void lookAgain(fields).then((found) => found.length > 0 && faults.length > 0 && of.onLacking(found));
  });
  return (
    <Form
      form={fields}
      layout="vertical"
      onKeyDown={keepFromSending}
      scrollToFirstError={false}
      validateTrigger={faults.length > 0 ? ['onChange', 'onBlur'] : 'onBlur'}
      disabled={sending}
      initialValues={values.first}
      onValuesChange={(changed: Values, all: Values) => {
        draft.keep(values.typedIn(all), of.revision);
        of.onTyped?.(changed);
      }}
      onFinish={of.onSend}
      onFinishFailed={(found) => of.onLacking(lackingIn(found))}
    >
      <LeaveGuard when={draft.isDirty} keep={draft.flush} discard={draft.discard} running={of.running} />
      <p className="help">{t(`help.${form.command}`)}</p>
      {draft.found && !draft.isDirty() && (
        <Alert
          type="info"
          title={t('forms.draftFound', { when: instant(draft.found.keptAt) })}
          action={
            <Button
              size="small"
              onClick={() => {
                values.startAnew();
                of.onStartAnew?.();
              }}
            >
              {t('forms.discardDraft')}
            </Button>
          }
        />
      )}
      <FaultSummary faults={faults} form={fields} trace={of.trace} />
      {of.children}
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
      {of.warning && <Alert type="warning" showIcon title={of.warning} />}
      <Space className="form-buttons" wrap>
        {of.buttons}
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
