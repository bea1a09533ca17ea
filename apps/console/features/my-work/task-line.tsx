import { Link } from 'react-router';
import { placeOfAct } from '../../shared/actions/place-of-act.ts';
import type { Task } from '../../shared/api/generated/types.gen.ts';
import { day, daysBetween, today } from '../../shared/dates/dates.ts';
import { capital } from '../../shared/texts/capital.ts';
import { useTexts } from '../../shared/texts/i18n.ts';
import { useReportTitle } from '../../shared/texts/report-title.ts';
import { useShortNames } from '../../shared/texts/short-names.ts';
import { mainActOf } from './groups.ts';

type Act = Task['acts'][number];

/** These have no page: what is done with them, and where, is told instead. */
const WITHOUT_PAGE = ['appointment', 'regulation'] as const;

const hasPage = (kind: Task['kind']): kind is Exclude<Task['kind'], (typeof WITHOUT_PAGE)[number]> =>
  !WITHOUT_PAGE.some((each) => each === kind);

const RETURNED = new Set(['RETURNED', 'REVISION_REQUESTED']);

/** One task: what, whose, since when or until when, what it waits for, and the button that does it. */
export const TaskLine = ({ task, among = false }: { readonly task: Task; readonly among?: boolean }) => {
  const { t, language } = useTexts();
  const main = mainActOf(task);
  const others = task.acts.filter((act) => act !== main && act.obstacle === null);
  const told = task.acts.flatMap(({ remark }) => remark?.sentence[language] ?? []);
  return (
    <li>
      <div>
        <Title of={task} />
        <div className="help">
          {!among && `${capital(t(`taskKindNames.${task.kind}`))} · `}
          <span lang="vi">{task.unitName}</span> · <Due since={task.since} dueOn={task.dueOn} />
        </div>
        {!among && <WaitsFor task={task} />}
        {told.map((sentence) => (
          <div key={sentence} className="help">
            {sentence}
          </div>
        ))}
      </div>
      <div className="task-acts">
        {others.map((act) => (
          <ActLink key={act.command} task={task} act={act} className="task-other" />
        ))}
        {main?.obstacle === null && <ActLink task={task} act={main} className="button" />}
      </div>
    </li>
  );
};

/** What it is called: as it was written, in Vietnamese; a report as it is called on every page. */
const Title = ({ of: { kind, id, title, report } }: { readonly of: Task }) => {
  const reportTitle = useReportTitle();
  if (report !== null) return <Link to={`/${kind}s/${id}`}>{reportTitle(report)}</Link>;
  return (
    <span lang="vi">{hasPage(kind) ? <Link to={`/${kind}s/${id}`}>{title}</Link> : <strong>{title}</strong>}</span>
  );
};

/** In one sentence what the task waits for; why that cannot be done today; where it is done, if not here. */
export const WaitsFor = ({ task }: { readonly task: Task }) => {
  const { t, language } = useTexts();
  const main = mainActOf(task);
  const sentences = t(`myWork.waits.${task.kind}`, { returnObjects: true }) as Readonly<Record<string, string>>;
  if (main === undefined) return null;
  return (
    <div>
      {RETURNED.has(task.status) && `${t('myWork.returned')} `}
      {sentences[main.command] ?? t('myWork.waitsFor', { act: main.name[language] })}{' '}
      {!hasPage(task.kind) && t(`myWork.elsewhere.${task.kind}`)}
      {main.obstacle !== null && <strong>{t('myWork.notNow', { why: main.obstacle[language] })}</strong>}
    </div>
  );
};

interface ActLinkProps {
  readonly task: Task;
  readonly act: Act;
  readonly className: string;
}

const ActLink = ({ task, act, className }: ActLinkProps) => {
  const { language } = useTexts();
  const shortName = useShortNames();
  if (!hasPage(task.kind)) return null;
  const { name, actName } = act;
  return (
    <Link className={className} to={placeOfAct(task.kind, task.id, act)} title={name[language]}>
      {actName ? `${name[language]}: ${actName[language]}` : shortName(act.command, name[language])}
    </Link>
  );
};

const Due = ({ since, dueOn }: Pick<Task, 'since' | 'dueOn'>) => {
  const { t } = useTexts();
  if (dueOn === null) return t('myWork.since', { on: day(since) });
  if (daysBetween(dueOn, today()) <= 0) return t('myWork.due', { on: day(dueOn) });
  return <strong className="late">{t('myWork.overdue', { on: day(dueOn) })}</strong>;
};
