import { Fragment, type ReactNode } from 'react';
import { Link } from 'react-router';
import { pathOf, type CommandText } from '../forms/form.ts';
import { useShortNames } from '../texts/short-names.ts';
import { useTexts, type Sentence } from '../texts/i18n.ts';
import { grouped } from './grouped.ts';

/** What the api says of a command: that it may be given, or why not and who can. */
export interface Action {
  readonly allowed: boolean;
  readonly sentence?: Sentence;
  readonly remark?: { readonly sentence: Sentence } | undefined;
  readonly who?: readonly { readonly roleName: Sentence; readonly unitName: string | null }[];
}

interface Props {
  /** As the api answers them, by the name of the command. */
  readonly actions: Readonly<Record<string, Action | undefined>>;
  /** The commands that have a form, in the order in which they are offered. */
  readonly commands: readonly CommandText[];
  /** What is never the first thing to do, and stands last: giving up a draft. */
  readonly quiet?: readonly CommandText[];
  /** Address of the thing: a form lies at `…/do/<path>`. */
  readonly at: string;
  /** What the thing waits for: what is asked of the reader is the main thing to do, and without it nothing is. */
  readonly waitsFor: readonly { readonly command: string; readonly mine: boolean }[] | null;
  /** What can be begun from here besides, each an item of the list. */
  readonly children?: ReactNode;
}

/** Every command of a thing: what may be done is a button, what may not says why and who can. */
export const Actions = ({ actions, commands, quiet = [], at, waitsFor, children }: Props) => {
  const { t, language } = useTexts();
  const shortName = useShortNames();
  const told = commands.flatMap((command) => {
    const action = actions[command];
    return action === undefined ? [] : [{ command, action }];
  });
  const isQuiet = ({ command }: { readonly command: CommandText }) => quiet.includes(command);
  const may = told.filter(({ action }) => action.allowed);
  const open = [...may.filter((each) => !isQuiet(each)), ...may.filter(isQuiet)];
  const closed = told.filter(({ action }) => !action.allowed);
  const mine = waitsFor?.filter((each) => each.mine) ?? [];
  const main = open.find((each) => !isQuiet(each) && mine.some(({ command }) => command === pathOf(each.command)));
  return (
    <section aria-label={t('actions.title')} className="actions">
      {open.length === 0 && mine.length === 0 && !children && <p>{t('actions.none')}</p>}
      <ul className="actions-open">
        {open.map(({ command, action }) => (
          <li key={command}>
            <Link
              to={`${at}/do/${pathOf(command)}`}
              title={t(`commandNames.${command}`)}
              className={`button ${command === main?.command ? 'button-first' : ''}`}
            >
              {shortName(pathOf(command), t(`commandNames.${command}`))}
            </Link>
            {action.remark && <p className="help">{action.remark.sentence[language]}</p>}
          </li>
        ))}
        {children}
      </ul>
      {closed.length > 0 && (
        <details>
          <summary>{t('actions.closed', { count: closed.length })}</summary>
          <Closed title={t('actions.othersCan')} of={closed.filter(({ action }) => hasSomebody(action))} />
          <Closed title={t('actions.nobodyCan')} of={closed.filter(({ action }) => !hasSomebody(action))} />
        </details>
      )}
    </section>
  );
};

interface Told {
  readonly command: CommandText;
  readonly action: Action;
}

const hasSomebody = ({ who = [] }: Action): boolean => who.length > 0;

/** What may not be done, by the reason: each reason is told once, by the names of what it keeps from being done. */
const Closed = ({ title, of }: { readonly title: string; readonly of: readonly Told[] }) => {
  const { t } = useTexts();
  const shortName = useShortNames();
  if (of.length === 0) return null;
  const reasons = grouped(of, ({ action: { sentence, who } }) => JSON.stringify([sentence?.vi, who]));
  return (
    <>
      <p className="actions-of">{title}</p>
      <ul className="actions-closed">
        {reasons.map(([first, ...others]) => (
          <li key={first.command}>
            {[first, ...others].map(({ command }, place) => (
              <Fragment key={command}>
                {place > 0 && ', '}
                <button
                  type="button"
                  name={command}
                  className="act-closed"
                  aria-disabled
                  aria-describedby={`why-${first.command}`}
                >
                  {shortName(pathOf(command), t(`commandNames.${command}`))}
                </button>
              </Fragment>
            ))}
            <p id={`why-${first.command}`} className="help">
              <WhyNot action={first.action} />
            </p>
          </li>
        ))}
      </ul>
    </>
  );
};

/** Why it may not be done, and who can. */
export const WhyNot = ({ action }: { readonly action: Action }) => {
  const { language } = useTexts();
  return (
    <>
      {action.sentence?.[language]} <Who who={action.who ?? []} />
    </>
  );
};

/** Who can, by role and unit. */
export const Who = ({ who }: { readonly who: NonNullable<Action['who']> }) => {
  const { t, language } = useTexts();
  if (who.length === 0) return null;
  const people = who.map(({ roleName, unitName }) => `${roleName[language]} (${unitName ?? '–'})`);
  return <>{t('actions.who', { people: people.join('; ') })}</>;
};
