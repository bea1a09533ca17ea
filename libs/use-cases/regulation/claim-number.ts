import { decision, regulation } from '#domain';
import type { Ports } from '../ports.ts';
import { claimKey, isInTheMaking } from '../reserve-key.ts';
import type { Context } from '../run-workflow.ts';

type Claiming = Context<regulation.RegulationState, Pick<Ports, 'engine' | 'clock' | 'store' | 'newId' | 'directory'>>;

/** Takes the number for a regulation, unless it is refused anyway; told is whose it is when it is another one's. */
export const withNumber = async (
  command: regulation.PublishRegulation,
  { ports, actor, loaded: { state } }: Claiming,
  dryRun: boolean,
): Promise<regulation.PublishRegulation> => {
  if (state.status !== 'DRAFT' || regulation.decide(command, state).kind === 'rejected') return command;
  const load = async (id: string) => (await ports.engine.load(`regulation-${id}`, regulation.decider)).state;
  for (const key of keysOf(state.unitId, command.data)) {
    const isAlive = async (id: string): Promise<boolean> => {
      const other = await load(id);
      return 'number' in other ? keysOf(other.unitId, other).includes(key) : isInTheMaking(ports, key);
    };
    const claim = { key, holder: state.regulationId, commandId: command.meta.commandId, actor, isAlive };
    const holder = await claimKey(ports, claim, dryRun);
    const other = holder === undefined ? undefined : await load(holder);
    if (other !== undefined && other.status !== 'NONE')
      return { ...command, facts: { ...command.facts, numberOf: other.content.title } };
  }
  return command;
};

/** One number of an issuing body and year, however it is spelt, and wherever its `/` and `-` stand. */
const keysOf = (
  unitId: string,
  { number, issuedOn }: Pick<regulation.PublishRegulation['data'], 'number' | 'issuedOn'>,
): readonly string[] =>
  [decision.numberKey(number), decision.numberKeyOfParts(number)].map((each) =>
    JSON.stringify(['regulation-number', unitId, each, issuedOn.slice(0, 4)]),
  );
