import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { tasksListOptions } from '../../shared/api/generated/@tanstack/react-query.gen.ts';
import type { Task } from '../../shared/api/generated/types.gen.ts';
import { day, daysBetween, today } from '../../shared/dates/dates.ts';
import { Answer } from '../../shared/page/answer.tsx';
import { Nothing, Page } from '../../shared/page/page.tsx';
import { useTexts } from '../../shared/texts/i18n.ts';

/** What waits for the person, by due date: what it is, what it waits for, and the button that does it. */
export const MyWork = () => {
  const { t } = useTexts();
  const tasks = useQuery(tasksListOptions({ query: { limit: 50 } }));
  return (
    <Page title={t('myWork.title')}>
      <section aria-label={t('myWork.tasks')}>
        <Answer of={tasks}>
          {({ items }) =>
            items.length === 0 ? (
              <Nothing text={t('myWork.none')} />
            ) : (
              <ul className="tasks">
                {items.map((task) => (
                  <TaskLine key={`${task.kind} ${task.id} ${task.acts[0]?.command ?? ''}`} task={task} />
                ))}
              </ul>
            )
          }
        </Answer>
      </section>
    </Page>
  );
};

const TaskLine = ({ task }: { readonly task: Task }) => {
  const { t, language } = useTexts();
  const { kind, title, unitName, since, dueOn, acts } = task;
  const at = placeOf(task);
  return (
    <li>
      <div>
        <Link to={at}>{title}</Link>
        <div className="help">
          {t(`taskKindNames.${kind}`)} · {unitName} · <Due since={since} dueOn={dueOn} />
        </div>
        {acts.map(({ command, obstacle, remark }) =>
          (obstacle ?? remark) ? (
            <div key={command} className="help">
              {(obstacle ?? remark?.sentence)?.[language]}
            </div>
          ) : null,
        )}
      </div>
      <div className="task-acts">
        {acts
          .filter(({ obstacle }) => obstacle === null)
          .map(({ command, name }) => (
            <Link key={command} className="button" to={`${at}/do/${command}`}>
              {name[language]}
            </Link>
          ))}
      </div>
    </li>
  );
};

const placeOf = ({ kind, id, personId }: Task): string => {
  if (kind === 'appointment') return `/people/${personId ?? id}`;
  return `/${kind}s/${id}`;
};

const Due = ({ since, dueOn }: Pick<Task, 'since' | 'dueOn'>) => {
  const { t } = useTexts();
  if (dueOn === null) return t('myWork.since', { on: day(since) });
  const late = daysBetween(dueOn, today());
  return late > 0 ? (
    <strong className="late">{t('myWork.overdue', { days: late })}</strong>
  ) : (
    t('myWork.due', { on: day(dueOn) })
  );
};
