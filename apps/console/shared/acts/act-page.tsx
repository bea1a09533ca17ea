import { Alert } from 'antd';
import { useState, type ReactNode } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { WhyNot, type Action } from '../actions/actions.tsx';
import { CommandForm } from '../forms/command-form.tsx';
import type { ChangesSince } from '../forms/changes.tsx';
import { hasDraft } from '../forms/drafts.ts';
import { pathOf, type CommandForm as Definition } from '../forms/form.ts';
import { announce } from '../page/announce.tsx';
import { Answer, type Asked } from '../page/answer.tsx';
import { PageNotFound } from '../page/page-not-found.tsx';
import { Page } from '../page/page.tsx';
import { useWho } from '../session.tsx';
import { useShortNames } from '../texts/short-names.ts';
import { useTexts } from '../texts/i18n.ts';
import { Named } from '../texts/named.tsx';

interface Given<Subject> {
  readonly subject: Subject;
  readonly id: string;
  readonly name: string;
  /** The part of that which an office wrote, where it is not all of it. */
  readonly ownName?: string | null;
  readonly revision: number;
  readonly changesSince: ChangesSince;
  /** Address of the thing. */
  readonly at: string;
  /** What the command is about, in short, above the form. */
  readonly about?: ReactNode;
}

interface Props<Subject> extends Given<Subject> {
  readonly forms: readonly Definition<Subject>[];
  /** What may be done with the thing now. */
  readonly actions: Asked<Readonly<Record<string, Action | undefined>>>;
}

/** The page on which one command is given to one thing; it ends at the thing. */
export const ActPage = <Subject,>({ forms, actions, ...given }: Props<Subject>) => {
  const { t } = useTexts();
  const shortName = useShortNames();
  const { command } = useParams();
  const form = forms.find((each) => pathOf(each.command) === command);
  if (form === undefined)
    return (
      <PageNotFound>
        <Link to={given.at}>
          <Named text={given.name} name={given.ownName ?? given.name} />
        </Link>
      </PageNotFound>
    );
  const name = shortName(pathOf(form.command), t(`commandNames.${form.command}`));
  return (
    <Page title={`${name}: ${given.name}`} name={given.ownName ?? given.name}>
      <Answer of={actions} fresh quiet>
        {(told) => <Act key={form.command} form={form} action={told[form.command] ?? { allowed: false }} {...given} />}
      </Answer>
    </Page>
  );
};

interface ActProps<Subject> extends Given<Subject> {
  readonly form: Definition<Subject>;
  readonly action: Action;
}

/** The form for who may; for others why not, and who can. What somebody has begun to type stays when it is closed to them. */
const Act = <Subject,>({ form, action, at, about, ...of }: ActProps<Subject>) => {
  const { t, language } = useTexts();
  const shortName = useShortNames();
  const { personId } = useWho();
  const navigate = useNavigate();
  const { command } = form;
  const [begun, setBegun] = useState(() => hasDraft({ personId, about: of.id, command }));
  if (action.allowed && !begun) setBegun(true);
  if (!action.allowed && !begun)
    return (
      <>
        <Alert type="warning" showIcon className="remark" title={<WhyNot action={action} />} />
        {about}
        <Link className="button" to={at}>
          {t('forms.back')}
        </Link>
      </>
    );
  return (
    <>
      {action.remark && <Alert type="warning" showIcon className="remark" title={action.remark.sentence[language]} />}
      <CommandForm
        {...of}
        about={about}
        form={form}
        personId={personId}
        closed={!action.allowed && <WhyNot action={action} />}
        onCancel={() => void navigate(at)}
        onDone={() => {
          const name = shortName(pathOf(command), t(`commandNames.${command}`));
          announce(t(`forms.${form.done ?? 'done'}`, { command: name }));
          // What is done is not done again: Back leads to where one was before the form.
          void navigate(at, { replace: true });
        }}
      />
    </>
  );
};
