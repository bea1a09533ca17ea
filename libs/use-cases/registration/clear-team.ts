import { registration, SYSTEM } from '#domain';
import { deriveId } from '#engine';
import { sees } from '#identity';
import type { Ask } from '../ask.ts';
import type { Ports } from '../ports.ts';
import { regulationOf } from '../regulation/rules.ts';
import { unitsLately } from './registration-facts.ts';

/** What nobody does beside a member who belongs to the registering unit. */
const TEAM_ACTS: readonly string[] = ['OpenAppraisal', 'DeclareInterest', 'ScoreModel', 'ConcludeAppraisal'];

type TeamAct = Pick<Ask<string, unknown>, 'id' | 'type' | 'dryRun' | 'caller'>;

/**
 * Before each act of an appraisal: a member who has since joined the registering unit, or left it lately, is removed by
 * the system, so that the act is decided without them. Appointments begin and end by the clock, so it is asked then. Who
 * does not see the registration sets nothing in motion.
 */
export const clearTeam = async (ports: Ports, ask: TeamAct, commandId: string): Promise<void> => {
  if (ask.id === undefined || ask.dryRun === true || !TEAM_ACTS.includes(ask.type)) return;
  const stream = `registration-${ask.id}`;
  const { state } = await ports.engine.load(stream, registration.decider);
  if (state.status !== 'UNDER_APPRAISAL') return;
  const at = ports.clock.now();
  const directory = await ports.directory.current();
  const { caller } = ask;
  if (caller.kind === 'person' && !sees(directory, caller.personId, state.core.unitId, at)) return;
  const rules = await ports.rules.current();
  const regulation = regulationOf(rules, state.regulationId);
  const tied = state.appraisal.team.filter(({ personId }) =>
    unitsLately({ directory, at }, personId).includes(state.core.unitId),
  );
  if (regulation === undefined || registration.mayStay(regulation.content.appraisal, tied.length > 0)) return;
  for (const { personId } of tied) {
    const id = deriveId(commandId, `remove:${personId}`);
    await ports.engine.run({
      stream,
      decider: registration.decider,
      commandId: id,
      body: { personId },
      prepare: (): registration.RegistrationCommand => ({
        type: 'RemoveAppraiser',
        data: { personId },
        facts: { regulation, fromRegisteringUnit: true },
        meta: { commandId: id, actor: SYSTEM, at, correlationId: commandId },
      }),
    });
  }
};
