import type { AwaitedAct, Page, Task } from '#read-models';
import { COMMANDS } from '../http/command-catalogue.ts';
import type { AwaitedPath } from '../reading/answers.ts';

/** To draft a decision creates one: no path of the subject leads there, so it has a word of its own. */
const pathOf = (command: AwaitedAct['command']): string =>
  command === 'DraftDecision' ? 'draft-decision' : COMMANDS[command][0];

/** A page of tasks with the paths of the commands that are awaited. */
export const answeredTasks = ({ items, ...page }: Page<Task<AwaitedAct>>): Page<Task<AwaitedPath>> => ({
  ...page,
  items: items.map((task) => ({
    ...task,
    acts: task.acts.map(({ besides: _, ...act }) => ({ ...act, command: pathOf(act.command) })),
  })),
});
