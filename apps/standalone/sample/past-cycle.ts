import { addDays, type registration, type regulation } from '#domain';
import { headOf, officerOf, registeringUnits, unitName } from './province.ts';
import { inParallel, type SampleCommands } from './sample-commands.ts';
import { sampleForm, wordsOf } from './models.ts';

/** Models of each unit in the past cycle. */
const PER_UNIT = 8;

/** How far a registration of the sample went, in the order of the steps. */
const STEPS = [
  ['draft'],
  ['submitted', 'returned', 'declined'],
  ['registered'],
  ['in-progress', 'withdrawn', 'discontinued'],
  ['requested', 'supplement'],
  ['appraising'],
  ['appraised', 'failed', 'recognized'],
] as const;

type Fate = (typeof STEPS)[number][number];

const RARE = STEPS.flat().filter((fate) => fate !== 'recognized');

const stepOf = (fate: Fate): number => STEPS.findIndex((fates: readonly Fate[]) => fates.includes(fate));

export interface SampleRegistration {
  readonly key: string;
  readonly id: string;
  readonly unit: string;
  readonly unitId: string;
  readonly form: registration.RegistrationForm;
  readonly fate: Fate;
}

/** Those that went at least as far as a step. */
export const reached = (all: readonly SampleRegistration[], step: Fate): readonly SampleRegistration[] =>
  all.filter(({ fate }) => stepOf(fate) >= stepOf(step));

/** Every third registration ends early, in turn in each way there is; the rest are recognized. */
export const planPastCycle = (
  commands: SampleCommands,
  content: regulation.RegulationContent,
): SampleRegistration[] => {
  const words = wordsOf(content);
  return registeringUnits.flatMap((unit, unitIndex) =>
    Array.from({ length: PER_UNIT }, (_, n): SampleRegistration => {
      const index = unitIndex * PER_UNIT + n;
      const key = `past:${unit}:${String(n)}`;
      return {
        key,
        id: commands.idOf('registration', key),
        unit,
        unitId: commands.idOf('unit', unit),
        form: sampleForm(unitName(unit), unitIndex, n, words),
        fate: index % 3 === 2 ? (RARE[Math.floor(index / 3) % RARE.length] ?? 'recognized') : 'recognized',
      };
    }),
  );
};

/** From the draft to the request for recognition. `day(mm-dd)` sets the clock to that day of the cycle's year. */
export const playRegistrations = async (
  commands: SampleCommands,
  all: readonly SampleRegistration[],
  cycleId: string,
  day: (monthAndDay: string) => string,
): Promise<void> => {
  const officer = 'standing-body';

  day('02-03');
  await inParallel(all, ({ key, unit, unitId, form }) =>
    commands.registration(officerOf(unit), key, {
      type: 'DraftRegistration',
      data: { cycleId, unitId, origin: { kind: 'NEW' }, form },
    }),
  );
  day('02-17');
  await inParallel(reached(all, 'submitted'), (item) =>
    commands.act(headOf(item.unit), item, 'submit', 'SubmitRegistration', {}),
  );
  const today = day('03-03');
  await inParallel(reached(all, 'submitted'), (item) => {
    if (item.fate === 'submitted') return Promise.resolve();
    if (item.fate === 'returned') {
      const data = { reason: 'Bổ sung tiến độ thực hiện.', dueOn: addDays(today, 14) };
      return commands.act(officer, item, 'return', 'ReturnRegistration', data);
    }
    if (item.fate === 'declined') {
      const data = { reason: 'Nội dung không thuộc phạm vi phong trào.' };
      return commands.act(officer, item, 'decline', 'DeclineRegistration', data);
    }
    return commands.act(officer, item, 'accept', 'AcceptRegistration', {});
  });
  const startedOn = day('03-10');
  await inParallel(reached(all, 'in-progress'), (item) => {
    const data = { plan: 'Triển khai theo kế hoạch đã đăng ký.', startedOn };
    return commands.act(headOf(item.unit), item, 'start', 'StartImplementation', data);
  });
  await playImplementation(commands, all, day);
};

const playImplementation = async (
  commands: SampleCommands,
  all: readonly SampleRegistration[],
  day: (monthAndDay: string) => string,
): Promise<void> => {
  const running = reached(all, 'in-progress');
  day('06-02');
  await inParallel(running, async (item, index) => {
    const note = 'Nhân dân tham gia tích cực, đạt tiến độ đề ra.';
    const indicators = [{ name: 'Số hộ tham gia', value: 80 + ((index * 7) % 120), unit: 'hộ' }];
    await commands.act(officerOf(item.unit), item, 'progress', 'RecordProgress', { note, indicators, evidenceIds: [] });
    if (index % 5 !== 0) return;
    await commands.act('inspector', item, 'inspection', 'RecordInspection', {
      kind: 'INSPECTION',
      findings: 'Hồ sơ đầy đủ; cần duy trì sinh hoạt tổ tự quản.',
    });
  });
  day('08-04');
  await inParallel(running, (item) => {
    const data = { reason: 'Sáp nhập vào mô hình chung của xã.' };
    if (item.fate === 'withdrawn')
      return commands.act(headOf(item.unit), item, 'withdraw', 'WithdrawRegistration', data);
    if (item.fate !== 'discontinued') return Promise.resolve();
    return commands.act('standing-body', item, 'discontinue', 'DiscontinueModel', data);
  });
};
