import { useNavigate, useParams } from 'react-router';
import { CommandForm } from '../forms/command-form.tsx';
import type { ChangesSince } from '../forms/changes.tsx';
import { pathOf, type CommandForm as Definition } from '../forms/form.ts';
import { announce } from '../page/announce.tsx';
import { PageNotFound } from '../page/page-not-found.tsx';
import { Page } from '../page/page.tsx';
import { useWho } from '../session.tsx';
import { useShortNames } from '../texts/short-names.ts';
import { useTexts } from '../texts/i18n.ts';
import type { ReactNode } from 'react';

interface Props<Subject> {
  readonly forms: readonly Definition<Subject>[];
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

/** The page on which one command is given to one thing; it ends at the thing. */
export const ActPage = <Subject,>({ forms, at, about, ...of }: Props<Subject>) => {
  const { t } = useTexts();
  const shortName = useShortNames();
  const { command } = useParams();
  const { personId } = useWho();
  const navigate = useNavigate();
  const form = forms.find((each) => pathOf(each.command) === command);
  if (form === undefined) return <PageNotFound />;
  const name = shortName(pathOf(form.command), t(`commandNames.${form.command}`));
  return (
    <Page title={`${name}: ${of.name}`} name={of.ownName ?? of.name}>
      <CommandForm
        {...of}
        about={about}
        key={form.command}
        form={form}
        personId={personId}
        onCancel={() => void navigate(at)}
        onDone={() => {
          announce(t('forms.done', { command: name }));
          void navigate(at);
        }}
      />
    </Page>
  );
};
