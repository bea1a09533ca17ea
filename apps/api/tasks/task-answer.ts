import type { AwaitedAct, Page, Task } from '#read-models';
import { COMMAND_PATHS } from '../http/command-paths.ts';
import type { AwaitedPath } from '../reading/answers.ts';

/** To draft a decision creates one: no path of the subject leads there, so it has a word of its own. */
const PATHS = { ...COMMAND_PATHS, DraftDecision: 'draft-decision' } as const;

/** A page of tasks with the paths of the commands that are awaited. */
export const answeredTasks = ({ items, ...page }: Page<Task<AwaitedAct>>): Page<Task<AwaitedPath>> => ({
  ...page,
  items: items.map((task) => ({
    ...task,
    acts: task.acts.map((act) => ({ ...act, command: PATHS[act.command] })),
  })),
});
