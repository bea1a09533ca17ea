import { randomUUID } from 'node:crypto';
import { decision, type Actor } from '#domain';
import { adjustableClock, createEngine } from '#engine';
import { createDirectory } from '#identity';
import { openLog, startPostgres, type TestPostgres } from '#support';
import type { Ports } from '../ports.ts';
import { withItems } from './claim-items.ts';

const ROUNDS = 10;
const MINUTE = 60_000;
const clock = adjustableClock('2026-11-02T02:00:00.000Z');
const actor: Actor = { personId: 'person-officer', role: 'STANDING_BODY_OFFICER', unitId: 'province' };

type Program = Awaited<ReturnType<typeof program>>;

let server: TestPostgres;
let programs: [Program, Program];

beforeAll(async () => {
  server = await startPostgres();
  programs = [await program(), await program()];
}, 2 * MINUTE);

afterAll(async () => {
  for (const { close } of programs ?? []) await close();
  await server?.stop();
});

/** One of several programs that work on the same log. */
const program = async () => {
  const store = await openLog(server.url);
  const engine = createEngine({ store });
  const ports = { store, engine, clock, newId: randomUUID } as unknown as Ports;
  const directory = await createDirectory(store).current();
  const give = (id: string, said: Pick<decision.DecisionCommand, 'type' | 'data' | 'facts'>, dryRun = false) => {
    const commandId = randomUUID();
    const meta = { commandId, actor, at: clock.now(), correlationId: commandId };
    return engine.run<decision.DecisionState, decision.DecisionEvent, decision.DecisionCommand, string>({
      ...{ stream: `decision-${id}`, decider: decision.decider, commandId, body: said, dryRun },
      prepare: (loaded) => {
        const command = { ...said, meta } as decision.DecisionCommand;
        const context = { id, commandId, ports, loaded, actor, directory, at: meta.at };
        return command.type === 'FreezeDecision' ? withItems(command, context, dryRun) : command;
      },
    });
  };
  return {
    close: () => store.close(),
    draft: async (ids: readonly string[], decisionId: string = randomUUID()) => {
      const items = ids.map((id) => ({ kind: 'registration' as const, id }));
      const data = { decisionId, unitId: 'province', act: 'RECOGNIZE' as const, title: 'Công nhận', items };
      await give(decisionId, { type: 'DraftDecision', data, facts: { unitActive: true, unknownItems: [] } });
      return decisionId;
    },
    freeze: async (decisionId: string, dryRun = false) => {
      const { state } = await engine.load(`decision-${decisionId}`, decision.decider);
      const listed = state.status === 'DRAFT' ? state.items : [];
      const facts = {
        items: listed.map((item) => ({ ...item, revision: 1, name: item.id })),
        manifestSha256: '0'.repeat(64),
      };
      return give(decisionId, { type: 'FreezeDecision', data: {}, facts }, dryRun);
    },
    cancel: (id: string) => give(id, { type: 'CancelDraft', data: { reason: 'Soạn lại' }, facts: {} }),
  };
};

const some = (count: number): string[] => Array.from({ length: count }, () => randomUUID());
const held = { reason: 'item-not-eligible', problems: [{ code: 'item-in-other-decision' }] };

it(
  'of two lists that share items and are frozen at once exactly one is frozen, and the other one once that is cancelled',
  async () => {
    const [one, two] = programs;
    for (let round = 0; round < ROUNDS; round += 1) {
      // Each takes first what the other one takes last.
      const [begin, end] = [some(15), some(15)];
      const drafts = [
        await one.draft([...begin, ...some(70), ...end]),
        await two.draft([...end, ...some(70), ...begin]),
      ];
      const [first = '', second = ''] = round % 2 === 0 ? drafts.toSorted() : drafts.toSorted().toReversed();
      const answers = await Promise.all([one.freeze(first), two.freeze(second)]);
      expect(answers.map(({ kind }) => kind).toSorted()).toEqual(['done', 'rejected']);
      const refused = answers.find(({ kind }) => kind === 'rejected');
      expect(refused).toMatchObject({ reason: 'item-not-eligible' });
      const [winner, loser] = answers[0] === refused ? [second, first] : [first, second];
      expect(await one.freeze(loser)).toMatchObject({ reason: 'item-not-eligible' });
      await one.cancel(winner);
      expect(await two.freeze(loser)).toMatchObject({ kind: 'done' });
    }
  },
  5 * MINUTE,
);

it('a list that was refused holds nothing, and one that is only asked about neither', async () => {
  const [one, two] = programs;
  const [taken = '', free = ''] = some(2);
  await one.freeze(await one.draft([taken]));
  const refused = await one.draft([taken, free]);
  expect(await one.freeze(refused)).toMatchObject(held);
  const third = await two.draft([free]);
  expect(await two.freeze(third, true)).toMatchObject({ kind: 'done' });
  const fourth = await one.draft([free]);
  expect(await one.freeze(fourth)).toMatchObject({ kind: 'done' });
  for (const dryRun of [true, false]) expect(await two.freeze(third, dryRun)).toMatchObject(held);
});
