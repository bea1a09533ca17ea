import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { useToMany } from '../../shared/actions/own.ts';
import { tasksListOptions } from '../../shared/api/generated/@tanstack/react-query.gen.ts';
import type { Task } from '../../shared/api/generated/types.gen.ts';
import { today } from '../../shared/dates/dates.ts';
import { Answer } from '../../shared/page/answer.tsx';
import { Nothing } from '../../shared/page/page.tsx';
import { pathOf } from '../../shared/forms/form.ts';
import { useTexts } from '../../shared/texts/i18n.ts';
import { GROUPS, groupOf, mainActOf, runsOf } from './groups.ts';
import { TaskLine, WaitsFor } from './task-line.tsx';

const FIRST = 50;
const MOST = 200;

const upTo = (limit: number) => tasksListOptions({ query: { limit, sort: 'dueOn' } });

/** As they are asked for at first: what is overdue is among them before anything else. */
export const firstTasks = () => upTo(FIRST);

/** What waits, what is due first at the top: the first at once, the others by themselves. */
export const Tasks = () => {
  const { t } = useTexts();
  const first = useQuery(firstTasks());
  const isLong = first.data !== undefined && first.data.next !== null;
  const all = useQuery({ ...upTo(MOST), enabled: isLong });
  return (
    <section aria-label={t('myWork.tasks')}>
      <Answer of={isLong && all.data !== undefined ? all : first}>
        {({ items, next }) =>
          items.length === 0 ? (
            <Nothing text={t('myWork.none')} />
          ) : (
            <>
              <Groups tasks={items} more={next !== null} />
              {next !== null && all.data !== undefined && (
                <p className="help">{t('myWork.most', { count: items.length })}</p>
              )}
            </>
          )
        }
      </Answer>
    </section>
  );
};

/** The tasks by when they are due. Of the last group there may be more than was read. */
const Groups = ({ tasks, more }: { readonly tasks: readonly Task[]; readonly more: boolean }) => {
  const { t } = useTexts();
  const now = today();
  const groups = GROUPS.map((group) => ({ group, of: tasks.filter((task) => groupOf(task, now) === group) }));
  const there = groups.filter(({ of }) => of.length > 0);
  return there.map(({ group, of }, place) => (
    <section key={group} className="tasks-of" aria-label={t(`myWork.groups.${group}`)}>
      <h2>
        {t(`myWork.groups.${group}`)} ({of.length}
        {more && place === there.length - 1 && '+'})
      </h2>
      {runsOf(of, group).map(({ key, tasks: run }) =>
        run.length === 1 && run[0] ? (
          <ul key={`${key} ${run[0].id}`} className="tasks">
            <TaskLine task={run[0]} />
          </ul>
        ) : (
          <Run key={`${key} ${run[0]?.id ?? ''}`} tasks={run} more={more && place === there.length - 1} />
        ),
      )}
    </section>
  ));
};

const SHOWN = 5;

/** The same act on many things: told once; the first of them are shown, the others opened. */
const Run = ({ tasks, more }: { readonly tasks: readonly Task[]; readonly more: boolean }) => {
  const { t, language } = useTexts();
  const toMany = useToMany();
  const [first] = tasks;
  const main = first && mainActOf(first);
  if (first === undefined || main === undefined) return null;
  const rest = tasks.slice(SHOWN);
  return (
    <div className="tasks-run">
      <h3>
        {main.name[language]} ({tasks.length}
        {more && '+'})
      </h3>
      <WaitsFor task={first} />
      {first.kind === 'registration' && rest.length > 0 && (
        <Link to={`/registrations?status=${first.status}`}>
          {toMany.some((command) => pathOf(command) === main.command)
            ? t('myWork.inRegisterToMany')
            : t('myWork.inRegister')}
        </Link>
      )}
      <ul className="tasks">
        {tasks.slice(0, SHOWN).map((task) => (
          <TaskLine key={task.id} task={task} among />
        ))}
      </ul>
      {rest.length > 0 && (
        <details>
          <summary>{t('myWork.rest', { count: rest.length })}</summary>
          <ul className="tasks">
            {rest.map((task) => (
              <TaskLine key={task.id} task={task} among />
            ))}
          </ul>
        </details>
      )}
    </div>
  );
};
