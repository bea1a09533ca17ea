import { postsOf, type Actor, type Company, type Post } from '#domain';
import { companyOver } from '#identity';
import type { Waiting } from '#read-models';
import type { Ports } from '../ports.ts';
import { asTheCycleStands, tasksToday, type ActToday } from './tasks-today.ts';

/** A command that something waits for, and whom it waits for. */
export interface AwaitedToday extends Pick<ActToday, 'command' | 'act' | 'obstacle' | 'remark'> {
  /** It is among the tasks of who asks. What it is for, what stands in the way and what is to be known are told of these alone. */
  readonly mine: boolean;
  /** By role and unit; nobody, where no post is filled that can give it. */
  readonly who: readonly Post[];
}

/** What a subject waits for today and of whom, each command once; first what the asker is asked for. */
export const awaitedToday = async (
  ports: Ports,
  personId: string,
  waiting: Waiting,
): Promise<readonly AwaitedToday[]> => {
  const [known, directory, at] = [await ports.rules.current(), await ports.directory.current(), ports.clock.now()];
  const companyFor = (unitId: string): Company => companyOver(directory, { personId, unitId, at });
  const { mine } = companyFor(waiting.actingUnitId);
  const own = await asTasks(ports, personId, {
    ...waiting,
    acts: waiting.acts.filter((act) => act.personId === personId || mine.some((actor) => fits(act, actor))),
  });
  const able = new Map<ActToday['command'], readonly Actor[]>(own.map(({ command }) => [command, []]));
  for (const act of asTheCycleStands({ known, directory, at }, waiting)) {
    const fitting = companyFor(act.bodyId ?? waiting.actingUnitId).everybody.filter((actor) => fits(act, actor));
    if (able.has(act.command) || (await isAsked(ports, act, waiting, fitting)))
      able.set(act.command, [...(able.get(act.command) ?? []), ...fitting]);
  }
  return [...able].map(([command, actors]) => {
    const asked = own.filter((act) => act.command === command);
    const obstacle = asked.every((act) => act.obstacle !== undefined) ? asked[0]?.obstacle : undefined;
    const { act, remark }: Pick<ActToday, 'act' | 'remark'> = asked[0] ?? {};
    return {
      ...{ command, mine: asked.length > 0, who: postsOf(actors) },
      ...(act === undefined ? {} : { act }),
      ...(obstacle === undefined ? {} : { obstacle }),
      ...(remark === undefined ? {} : { remark }),
    };
  });
};

/** A frozen list waits to be cancelled only where nobody can sign it, as the task of one who can cancel it tells. */
const isAsked = async (ports: Ports, act: ActToday, waiting: Waiting, [first]: readonly Actor[]): Promise<boolean> => {
  if (act.command !== 'CancelDraft') return true;
  return (
    first !== undefined &&
    (await asTasks(ports, first.personId, waiting)).some(({ command }) => command === act.command)
  );
};

const asTasks = async (ports: Ports, personId: string, waiting: Waiting): Promise<readonly ActToday[]> =>
  (await tasksToday(ports, personId, [waiting]))[0]?.acts ?? [];

/** Whether somebody acts under the post that is asked, and is not kept from it. */
const fits = (act: Pick<ActToday, 'role' | 'personId' | 'besides'>, { role, personId }: Actor): boolean =>
  act.role === role &&
  (act.personId === undefined ? act.besides?.includes(personId) !== true : act.personId === personId);
