import { Button, Form, Space } from 'antd';
import { useState, type ReactNode } from 'react';
import type { CommandAnswer } from '../api/generated/types.gen.ts';
import { FailurePanel } from '../page/failure-panel.tsx';
import { Notice } from '../page/notice.tsx';
import { Loading } from '../page/page.tsx';
import { useLasting } from '../page/use-lasting.ts';
import { useShortNames } from '../texts/short-names.ts';
import { useTexts } from '../texts/i18n.ts';
import { Named } from '../texts/named.tsx';
import { Changes, type ChangesSince } from './changes.tsx';
import type { DraftKey } from './drafts.ts';
import { pathOf, type CommandForm as Definition } from './form.ts';
import { OwnDraft } from './own-draft.tsx';
import { TypedForm } from './typed-form.tsx';
import { UploadsContext } from './uploads.ts';
import { useDraft } from './use-draft.ts';
import { useSending } from './use-sending.ts';
import { useTypedValues } from './use-typed-values.ts';

/** Milliseconds without an answer after which it is said that one is still waiting for it. */
const SLOW_MS = 15_000;

interface Props<Subject> {
  readonly form: Definition<Subject>;
  readonly subject: Subject;
  /** Id of the thing that the command is given to; empty for one that is to be made. */
  readonly id: string;
  /** What it is called: it stands in what is said before something final is done. */
  readonly name: string;
  /** The part of that which an office wrote, where it is not all of it. */
  readonly ownName?: string | null;
  /** What the command is about, above the form. */
  readonly about?: ReactNode;
  /** The revision that the person has seen; none for a thing that is to be made. */
  readonly revision?: number;
  /** What others did to it since. */
  readonly changesSince?: ChangesSince;
  readonly personId: string;
  /** What a thing that is to be made comes from: each has its own draft. */
  readonly draftOf?: string | undefined;
  /** Why it cannot be sent as things are now; what was typed stays. */
  readonly closed?: ReactNode;
  readonly onDone: (answer: CommandAnswer) => void;
  readonly onCancel: () => void;
}

/** One form for every command: what is typed, what the api refuses of it, and what somebody else did meanwhile. */
export const CommandForm = <Subject,>({ personId, draftOf, ...props }: Props<Subject>) => {
  const about = props.id || (draftOf ?? 'new');
  return (
    <OwnDraft key={about} of={{ personId, about, command: props.form.command }}>
      {(own) => <OpenForm {...props} own={own} />}
    </OwnDraft>
  );
};

interface OpenProps<Subject> extends Omit<Props<Subject>, 'personId' | 'draftOf'> {
  readonly own: DraftKey;
}

const OpenForm = <Subject,>(props: OpenProps<Subject>) => {
  const { form, subject, id, name, revision, changesSince, onDone } = props;
  const { t } = useTexts();
  const shortName = useShortNames();
  const [fields] = Form.useForm<Record<string, unknown>>();
  const draft = useDraft(props.own);
  const values = useTypedValues({ form, subject, fields, draft });
  const act = shortName(pathOf(form.command), t(`commandNames.${form.command}`));
  const tellsChanges = changesSince !== undefined && revision !== undefined;
  const sending = useSending({ form, act, fields, draft, id, revision, tellsChanges, onDone });
  const { sentBefore } = sending;
  const isSlow = useLasting(sending.state === 'SENDING', SLOW_MS);
  const [uploads, setUploads] = useState(0);
  const closed = sending.state === 'TYPING' && props.closed;
  const isBehind = closed && revision !== sending.seen;
  // It is done, and what it was about is no longer as it was.
  if (sending.state === 'SENT') return <Loading />;
  return (
    <UploadsContext value={setUploads}>
      {props.about}
      <TypedForm
        {...{ form, subject, fields, draft, values }}
        revision={sending.seen}
        faults={sending.faults}
        trace={sending.trace}
        sending={sending.state === 'SENDING'}
        warning={
          closed || (form.final && <Named text={t('forms.final', { name, act })} name={props.ownName ?? name} />)
        }
        onTyped={sending.typedIn}
        onSend={() => void sending.send()}
        onLacking={sending.lacking}
        onStartAnew={() => sending.goOnFrom(revision)}
        buttons={
          <>
            <Button
              type="primary"
              htmlType="submit"
              loading={sending.state === 'SENDING'}
              disabled={uploads > 0 || Boolean(closed)}
            >
              {act}
            </Button>
            <Button onClick={props.onCancel}>{t('forms.back')}</Button>
            {uploads > 0 && <span role="status">{t('forms.files.wait')}</span>}
          </>
        }
      >
        {isSlow && <Notice kind="waits" now title={t('forms.slow')} />}
        {sentBefore ? (
          <Notice kind="waits" now title={t('forms.sentBefore.title')}>
            <p>{t('forms.sentBefore.text')}</p>
            <Space wrap>
              <Button onClick={() => void sentBefore.open()}>{t('forms.sentBefore.open')}</Button>
              {!closed && <Button onClick={() => void sentBefore.sendAnew()}>{t('forms.sentBefore.anew')}</Button>}
            </Space>
          </Notice>
        ) : (
          sending.failure && sending.faults.length === 0 && <FailurePanel failure={sending.failure} />
        )}
        {(sending.stale || isBehind) && !sentBefore && changesSince && sending.seen !== undefined && (
          <Changes
            since={sending.seen}
            until={revision}
            read={changesSince}
            go={
              closed
                ? undefined
                : () => {
                    values.takeOver();
                    sending.goOnFrom(revision);
                  }
            }
          />
        )}
      </TypedForm>
    </UploadsContext>
  );
};
