import { addDays, localDateOf, type Instant, type regulation } from '#domain';
import type { SampleRegulation } from './organization.ts';
import { sampleForm, wordsOf } from './models.ts';
import { headOf, officerOf, registeringUnits, sampleUnits } from './province.ts';
import { inParallel, type SampleCommands } from './sample-commands.ts';

const OFFICER = 'standing-body';
const DAY_MS = 86_400_000;

/** How far each unit's models in the open cycle have come: one of each kind. */
const STEPS = ['in-progress', 'registered', 'submitted', 'draft'] as const;

/**
 * A cycle that is open today, with deadlines ahead. The first model of each unit has run for longer than the regulation
 * asks, so that its recognition may be requested at once.
 */
export const playOpenCycle = async (
  commands: SampleCommands,
  { id: regulationId, content }: SampleRegulation,
  now: Instant,
): Promise<void> => {
  const daysAgo = (days: number): string => {
    commands.clock.set(new Date(Date.parse(now) - days * DAY_MS).toISOString());
    return localDateOf(commands.clock.now());
  };
  const today = localDateOf(now);
  daysAgo(60);
  const cycleId = await commands.cycle(OFFICER, 'open-cycle', {
    type: 'OpenCycle',
    data: {
      unitId: commands.idOf('unit', 'province'),
      name: `Đợt thi đua "Dân vận khéo" năm ${today.slice(0, 4)}`,
      year: Number(today.slice(0, 4)),
      movement: 'Dân vận khéo',
      regulationId,
      deadlinesOutsideYear: true,
      registrationDeadline: addDays(today, 30),
      dossierDeadline: addDays(today, 150),
      appraisalDeadline: addDays(today, 180),
    },
  });
  const all = planOpenCycle(commands, content);
  const from = (step: (typeof STEPS)[number]) => all.filter((item) => STEPS.indexOf(item.step) <= STEPS.indexOf(step));
  daysAgo(55);
  await inParallel(all, ({ key, unit, form }) =>
    commands.registration(officerOf(unit), key, {
      type: 'DraftRegistration',
      data: { cycleId, unitId: commands.idOf('unit', unit), origin: { kind: 'NEW' }, form },
    }),
  );
  daysAgo(52);
  await inParallel(from('submitted'), (item) =>
    commands.act(headOf(item.unit), item, 'submit', 'SubmitRegistration', {}),
  );
  daysAgo(50);
  await inParallel(from('registered'), (item) => commands.act(OFFICER, item, 'accept', 'AcceptRegistration', {}));
  const startedOn = daysAgo(45);
  const plan = 'Triển khai theo kế hoạch đã đăng ký.';
  await inParallel(from('in-progress'), (item) =>
    commands.act(headOf(item.unit), item, 'start', 'StartImplementation', { plan, startedOn }),
  );
};

const planOpenCycle = (commands: SampleCommands, content: regulation.RegulationContent) =>
  registeringUnits.flatMap((unit, unitIndex) =>
    STEPS.map((step, n) => {
      const key = `open:${unit}:${String(n)}`;
      const unitName = sampleUnits.find((each) => each.key === unit)?.name ?? '';
      const form = sampleForm(unitName, unitIndex + 1, n, wordsOf(content));
      return { key, id: commands.idOf('registration', key), unit, step, form };
    }),
  );
