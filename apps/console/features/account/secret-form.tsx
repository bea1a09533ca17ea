import { useQueryClient } from '@tanstack/react-query';
import { Button, Form, Space } from 'antd';
import { useState } from 'react';
import { failureOf, isProblem, isRefusedAs, type Failure } from '../../shared/api/failure.ts';
import { bodyOf } from '../../shared/forms/body.ts';
import { Fields } from '../../shared/forms/composed-fields.tsx';
import { FaultSummary } from '../../shared/forms/fault-summary.tsx';
import { atFields, faultsOf, shownIn, type Fault } from '../../shared/forms/faults.ts';
import type { Field, Shape } from '../../shared/forms/form.ts';
import { lackingIn, lookAgain, useOtherLanguage } from '../../shared/forms/use-other-language.ts';
import { FailurePanel } from '../../shared/page/failure-panel.tsx';
import { useTexts } from '../../shared/texts/i18n.ts';

interface Props<Body> {
  readonly shape: Shape;
  readonly fields: Readonly<Record<string, Field<unknown>>>;
  /** The word on the button. */
  readonly act: string;
  /** What is said at the password where the proof of who one is was wrong. */
  readonly wrong?: string;
  readonly send: (body: Body) => Promise<unknown>;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

/** A form of one's own account: as every other, but that nothing typed is kept in the browser. */
export const SecretForm = <Body,>({ shape, fields, act, wrong, send, onDone, onCancel }: Props<Body>) => {
  const { t } = useTexts();
  const queries = useQueryClient();
  const [typed] = Form.useForm<Record<string, unknown>>();
  const [sending, setSending] = useState(false);
  const [faults, setFaults] = useState<readonly Fault[]>([]);
  const [failure, setFailure] = useState<Failure>();

  const refused = (why: Failure): void => {
    const named = isProblem(why) ? faultsOf(why, shownIn(typed), t) : [];
    if (wrong !== undefined && isRefusedAs(why, 'wrong-credentials')) {
      named.push({ path: ['current'], message: wrong });
    }
    typed.setFields(atFields(named));
    setFaults(named);
    setFailure(why);
  };

  useOtherLanguage(() => {
    if (failure !== undefined && isRefusedAs(failure, 'wrong-credentials')) refused(failure);
    else {
      setFailure(undefined);
      void lookAgain(typed).then(setFaults);
    }
  });

  const finish = async (): Promise<void> => {
    setSending(true);
    setFaults([]);
    setFailure(undefined);
    try {
      await send(bodyOf(typed.getFieldsValue(true) as Record<string, unknown>) as Body);
      onDone();
      await queries.invalidateQueries();
    } catch (thrown) {
      refused(failureOf(thrown));
    } finally {
      setSending(false);
    }
  };

  return (
    <Form
      form={typed}
      layout="vertical"
      className="narrow"
      scrollToFirstError={false}
      validateTrigger="onBlur"
      disabled={sending}
      onFinish={() => void finish()}
      onFinishFailed={(found) => {
        setFailure(undefined);
        setFaults(lackingIn(found));
      }}
    >
      <FaultSummary faults={faults} form={typed} trace={isProblem(failure) ? failure.traceId : undefined} />
      {failure && faults.length === 0 && <FailurePanel failure={failure} />}
      <Fields shape={shape} fields={fields} path={[]} subject={undefined} />
      <Space wrap>
        <Button type="primary" htmlType="submit" loading={sending}>
          {act}
        </Button>
        <Button onClick={onCancel}>{t('account.cancel')}</Button>
      </Space>
    </Form>
  );
};
