import { Fragment } from 'react';
import { Link } from 'react-router';
import { day, daysBetween, today } from '../dates/dates.ts';
import { pathOf, type CommandText } from '../forms/form.ts';
import { useShortNames } from '../texts/short-names.ts';
import { useTexts, type Sentence } from '../texts/i18n.ts';
import type { Texts } from '../texts/vi/index.ts';
import type { Action } from './actions.tsx';
import { grouped } from './grouped.ts';
import { placeOfAct } from './place-of-act.ts';

/** A command that a thing waits for, as the api tells it. */
interface Awaited {
  readonly command: string;
  readonly name: Sentence;
  readonly mine: boolean;
  readonly who: NonNullable<Action['who']>;
  readonly dueOn: string | null;
  readonly act?: string;
  readonly obstacle: Sentence | null;
  readonly remark: Sentence | null;
}

interface Props {
  readonly of: keyof Texts['next']['ended'];
  readonly id: string;
  readonly status: string;
  /** Null where others are at work whom the api does not tell of. */
  readonly waitsFor: readonly Awaited[] | null;
  /** What the api says of its commands, once it has. */
  readonly actions: Readonly<Record<string, Action | undefined>> | undefined;
}

/** What comes next with a thing, and whom it waits for; where nothing does, what that means. */
export const NextStep = ({ of, id, status, waitsFor, actions }: Props) => {
  const { t } = useTexts();
  const ended = t(`next.ended.${of}`, { returnObjects: true }) as Readonly<Record<string, string>>;
  if (waitsFor === null)
    return <p className="next">{t(status === 'UNDER_APPRAISAL' ? 'next.underAppraisal' : 'next.notYours')}</p>;
  if (waitsFor.length === 0) return <p className="next">{ended[status] ?? t('next.nothing')}</p>;
  const mine = waitsFor.filter((each) => each.mine);
  const others = waitsFor.filter((each) => !each.mine);
  return (
    <div className="next">
      {mine.length > 0 && (
        <p>
          <strong>{t('next.mine')}</strong>{' '}
          {mine.map((each, place) => (
            <Fragment key={each.command}>
              {place > 0 && t('next.or')}
              {each.obstacle === null && hasNoButton(of, each) ? (
                <Link to={placeOfAct(of, id, each)}>
                  <Commands of={[each]} />
                </Link>
              ) : (
                <Commands of={[each]} />
              )}
            </Fragment>
          ))}
          <Due of={mine} />. <NotNow of={mine} /> <Remarks of={mine} />
        </p>
      )}
      {others.length > 0 && (
        <p>
          <strong>{t(mine.length > 0 ? 'next.besides' : 'next.others')}</strong>{' '}
          {grouped(others, ({ who }) => JSON.stringify(who)).map((run, place) => (
            <Fragment key={run[0].command}>
              {place > 0 && '; '}
              <Commands of={run} /> – <Whom of={run[0].who} />
            </Fragment>
          ))}
          {mine.length === 0 && <Due of={others} />}. <NobodyNow of={others} actions={actions} />
        </p>
      )}
    </div>
  );
};

/** A decision is drafted on a page of its own, and a council reads before it meets: no button of this page leads there. */
const hasNoButton = (of: Props['of'], { command, act }: Awaited): boolean =>
  act !== undefined || (of === 'registration' && command === 'attend-council');

const Commands = ({ of }: { readonly of: readonly Awaited[] }) => {
  const { t, language } = useTexts();
  const shortName = useShortNames();
  const own = t('next.acts', { returnObjects: true }) as Readonly<Record<string, string>>;
  return of.map(({ command, name }) => own[command] ?? shortName(command, name[language])).join(t('next.or'));
};

const Whom = ({ of }: { readonly of: Awaited['who'] }) => {
  const { t, language } = useTexts();
  if (of.length === 0) return t('next.nobody');
  return grouped(of, ({ roleName }) => roleName.en).map((posts, place) => (
    <Fragment key={posts[0].roleName.en}>
      {place > 0 && ', '}
      {posts[0].roleName[language]} (<span lang="vi">{posts.map(({ unitName }) => unitName ?? '–').join('; ')}</span>)
    </Fragment>
  ));
};

const Due = ({ of: [first] }: { readonly of: readonly Awaited[] }) => {
  const { t } = useTexts();
  const dueOn = first?.dueOn ?? null;
  if (dueOn === null) return null;
  if (daysBetween(today(), dueOn) >= 0) return `, ${t('next.due', { on: day(dueOn) })}`;
  return (
    <>
      , <strong className="late">{t('next.late', { on: day(dueOn) })}</strong>
    </>
  );
};

const Remarks = ({ of }: { readonly of: readonly Awaited[] }) => {
  const { language } = useTexts();
  return of.flatMap(({ remark }) => remark?.[language] ?? []).join(' ');
};

/** Why nothing of it can be done today. */
const NotNow = ({ of }: { readonly of: readonly Awaited[] }) => {
  const { t, language } = useTexts();
  const [obstacle] = of.map((each) => each.obstacle);
  if (!obstacle || of.some((each) => each.obstacle === null)) return null;
  return t('next.notNow', { why: obstacle[language] });
};

/** Why none of those who are asked can do it now: something stands in everybody's way. */
const NobodyNow = ({ of, actions = {} }: Pick<Props, 'actions'> & { readonly of: readonly Awaited[] }) => {
  const { t, language } = useTexts();
  const asked = of.filter(({ who }) => who.length > 0).map(({ command }) => command);
  const closed = Object.entries(actions).flatMap(([command, action]) =>
    asked.includes(pathOf(command as CommandText)) && action?.allowed === false && action.who?.length === 0
      ? (action.sentence?.[language] ?? [])
      : [],
  );
  return [...new Set(closed)].map((why) => t('next.nobodyNow', { why })).join(' ');
};
