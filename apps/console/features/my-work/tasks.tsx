import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { tasksListOptions } from '../../shared/api/generated/@tanstack/react-query.gen.ts';
import type { Task } from '../../shared/api/generated/types.gen.ts';
import { day, daysBetween, today } from '../../shared/dates/dates.ts';
import { Answer } from '../../shared/page/answer.tsx';
import { Nothing } from '../../shared/page/page.tsx';
import { Status } from '../../shared/page/status.tsx';
import { useWho } from '../../shared/session.tsx';
import { useTexts } from '../../shared/texts/i18n.ts';

const FIRST = 50;
const MOST = 200;

/** What waits, what is due first at the top; of somebody with several appointments all, or what waits under one. */
export const Tasks = () => {
  const { t } = useTexts();
  const { appointments } = useWho();
  const [appointment, setAppointment] = useState('');
  const [limit, setLimit] = useState(FIRST);
  const query = { limit, sort: 'dueOn', ...(appointment === '' ? {} : { appointment }) } as const;
  const tasks = useQuery({ ...tasksListOptions({ query }), placeholderData: keepPreviousData });
  return (
    <section aria-label={t('myWork.tasks')}>
      {appointments.length > 1 && (
        <label className="field">
          <span>{t('myWork.as')}</span>
          <select value={appointment} onChange={(event) => setAppointment(event.target.value)}>
            <option value="">{t('myWork.asAll')}</option>
            {appointments.map(({ appointmentId, role, unitName }) => (
              <option key={appointmentId} value={appointmentId}>
                {t(`roleNames.${role}`)}, {unitName}
              </option>
            ))}
          </select>
        </label>
      )}
      <Answer of={tasks}>
        {({ items, next }) =>
          items.length === 0 ? (
            <Nothing text={t('myWork.none')} />
          ) : (
            <>
              {GROUPS.map((group) => (
                <Group key={group} group={group} tasks={items.filter((task) => groupOf(task) === group)} />
              ))}
              {next !== null && limit < MOST && (
                <button type="button" className="button" onClick={() => setLimit(MOST)}>
                  {t('myWork.more')}
                </button>
              )}
            </>
          )
        }
      </Answer>
    </section>
  );
};

const GROUPS = ['late', 'due', 'undue'] as const;

type GroupName = (typeof GROUPS)[number];

const groupOf = ({ dueOn }: Task): GroupName => {
  if (dueOn === null) return 'undue';
  return daysBetween(dueOn, today()) > 0 ? 'late' : 'due';
};

const Group = ({ group, tasks }: { readonly group: GroupName; readonly tasks: readonly Task[] }) => {
  const { t } = useTexts();
  if (tasks.length === 0) return null;
  return (
    <>
      <h2 className="tasks-of">{t(`myWork.groups.${group}`, { count: tasks.length })}</h2>
      <ul className="tasks">
        {tasks.map((task) => (
          <TaskLine key={[task.kind, task.id, ...task.acts.map(({ command }) => command)].join(' ')} task={task} />
        ))}
      </ul>
    </>
  );
};

const STATUSES = {
  registration: 'registrationStatusNames',
  commendation: 'commendationStatusNames',
  decision: 'decisionStatusNames',
  report: 'reportStatusNames',
} as const;

const TaskLine = ({ task }: { readonly task: Task }) => {
  const { t, language } = useTexts();
  const at = placeOf(task);
  const now = task.acts.filter(({ obstacle }) => obstacle === null);
  return (
    <li>
      <div>
        <Link to={at}>{task.title}</Link>
        <div className="help">
          {t(`taskKindNames.${task.kind}`)} · {task.unitName} · <Due since={task.since} dueOn={task.dueOn} />{' '}
          {task.kind in STATUSES && <Status of={STATUSES[task.kind as keyof typeof STATUSES]} status={task.status} />}
        </div>
        {task.acts.map(({ command, name, obstacle, remark }) => {
          const told = obstacle ?? remark?.sentence;
          return (
            told && (
              <div key={command} className="help">
                {obstacle !== null && `${name[language]}: `}
                {told[language]}
              </div>
            )
          );
        })}
      </div>
      <div className="task-acts">
        {now.map(({ command, name, act, actName }) => (
          <Link key={`${command} ${act ?? ''}`} className="button" to={placeOfAct(task, at, command, act)}>
            {actName ? `${name[language]}: ${actName[language]}` : name[language]}
          </Link>
        ))}
      </div>
    </li>
  );
};

const placeOf = ({ kind, id, personId }: Task): string =>
  kind === 'appointment' ? `/people/${personId ?? id}` : `/${kind}s/${id}`;

/** A decision that is to be drafted has no address yet: it begins with what it is for. */
const placeOfAct = ({ kind, id }: Task, at: string, command: string, act: string | undefined): string =>
  act === undefined
    ? `${at}/do/${command}`
    : `/decisions/new?${new URLSearchParams({ act, kind, item: id }).toString()}`;

const Due = ({ since, dueOn }: Pick<Task, 'since' | 'dueOn'>) => {
  const { t } = useTexts();
  if (dueOn === null) return t('myWork.since', { on: day(since) });
  if (daysBetween(dueOn, today()) <= 0) return t('myWork.due', { on: day(dueOn) });
  return <strong className="late">{t('myWork.overdue', { on: day(dueOn) })}</strong>;
};
