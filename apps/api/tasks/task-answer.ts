import type { Sentence } from '#problems';
import type { ActToday, TaskToday } from '#use-cases';
import { ACT_NAMES, inBoth } from '#words';
import { COMMANDS } from '../http/command-catalogue.ts';
import { toldRemark, type Sentences } from '../reading/actions.ts';
import type { AwaitedPath } from '../reading/answers.ts';

/** No path of the subject leads there: to draft a decision creates one, and a council meets outside. */
const WITHOUT_PATH = {
  DraftDecision: ['draft-decision', COMMANDS.DraftDecision[1]],
  AttendCouncil: ['attend-council', 'Họp hội đồng · Meet as the council'],
} as const;

/** The path of a command that is awaited, and what it does. */
export const pathOf = (command: ActToday['command']): readonly [path: string, name: Sentence] => {
  const [path, summary] =
    command in WITHOUT_PATH
      ? WITHOUT_PATH[command as keyof typeof WITHOUT_PATH]
      : COMMANDS[command as Exclude<ActToday['command'], keyof typeof WITHOUT_PATH>];
  const [vi = '', en = ''] = summary.split(' · ');
  return [path, { vi, en }];
};

/** Tasks with the paths of the commands that are awaited, and what stands in the way of one today. */
export const answeredTasks = (
  tasks: readonly TaskToday<ActToday>[],
  sayOf: Sentences,
): readonly TaskToday<AwaitedPath>[] =>
  tasks.map((task) => ({
    ...task,
    acts: task.acts.map(({ command, role, personId, correctionId, act, obstacle, remark }) => {
      const [path, name] = pathOf(command);
      return {
        ...{ command: path, name, role },
        ...(personId === undefined ? {} : { personId }),
        ...(correctionId === undefined ? {} : { correctionId }),
        ...(act === undefined ? {} : { act, actName: inBoth(ACT_NAMES[act]) }),
        obstacle: obstacle === undefined ? null : sayOf(obstacle),
        remark: remark === undefined ? null : toldRemark(remark, sayOf),
      };
    }),
  }));
