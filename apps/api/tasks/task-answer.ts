import type { Rejected } from '#domain';
import { REFUSALS, refusalText } from '#problems';
import type { AwaitedAct, Page, Task } from '#read-models';
import type { Rejection } from '#use-cases';
import { ACT_NAMES } from '#words';
import { COMMANDS } from '../http/command-catalogue.ts';
import type { AwaitedPath } from '../reading/answers.ts';

/** No path of the subject leads there: to draft a decision creates one, and a council meets outside. */
const WITHOUT_PATH = {
  DraftDecision: ['draft-decision', COMMANDS.DraftDecision[1]],
  AttendCouncil: ['attend-council', 'Họp hội đồng · Meet as the council'],
} as const;

const pathOf = (command: AwaitedAct['command']): readonly [path: string, summary: string] =>
  command in WITHOUT_PATH
    ? WITHOUT_PATH[command as keyof typeof WITHOUT_PATH]
    : COMMANDS[command as Exclude<AwaitedAct['command'], keyof typeof WITHOUT_PATH>];

/** A page of tasks with the paths of the commands that are awaited, and what stands in the way of one today. */
export const answeredTasks = (
  { items, ...page }: Page<Task<AwaitedAct>>,
  obstacleTo: (task: Task<AwaitedAct>, command: AwaitedAct['command']) => Rejected<Rejection> | undefined,
): Page<Task<AwaitedPath>> => ({
  ...page,
  items: items.map((task) => ({
    ...task,
    acts: task.acts.map(({ command, role, personId, act }) => {
      const obstacle = obstacleTo(task, command);
      const [path, summary] = pathOf(command);
      const [vi = '', en = ''] = summary.split(' · ');
      return {
        ...{ command: path, name: { vi, en }, role },
        ...(personId === undefined ? {} : { personId }),
        ...(act === undefined ? {} : { act, actName: { vi: ACT_NAMES[act][0], en: ACT_NAMES[act][1] } }),
        obstacle: obstacle === undefined ? null : refusalText(REFUSALS[obstacle.reason], obstacle.params),
      };
    }),
  })),
});
