import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { Answer } from '../page/answer.tsx';
import { Nothing, Page } from '../page/page.tsx';
import { useTexts } from '../texts/i18n.ts';
import { Who } from './actions.tsx';
import { useMay, useOwnActions, type OwnAction } from './own.ts';

interface BeginProps {
  readonly action: OwnAction;
  readonly to: string;
  readonly children: ReactNode;
}

/** The way to the form that begins something, for who may. */
export const Begin = ({ action, to, children }: BeginProps) =>
  useMay(action) && (
    <Link className="button" to={to}>
      {children}
    </Link>
  );

interface AllowedProps {
  readonly action: OwnAction;
  readonly title: string;
  /** What was typed there by who may no longer. */
  readonly kept?: ReactNode;
  readonly children: ReactNode;
}

/** A page for who may; for others why not, and who can. */
export const Allowed = ({ action, title, kept, children }: AllowedProps) => {
  const { language } = useTexts();
  const own = useOwnActions();
  return (
    <Answer of={own} whole kept={kept}>
      {(actions) => {
        const told = actions[action];
        if (told.allowed) return children;
        return (
          <Page title={title}>
            <Nothing text={told.sentence[language]}>
              <p>
                <Who who={told.who} />
              </p>
            </Nothing>
            {kept}
          </Page>
        );
      }}
    </Answer>
  );
};
