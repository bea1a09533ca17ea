import { addDays, type registration, type regulation } from '#domain';
import { headOf, officerOf, registeringUnits, sampleUnits } from './province.ts';
import { inParallel, type SampleCommands } from './sample-commands.ts';
import { sampleForm, wordsOf } from './models.ts';

/** Models of each unit in the past cycle. */
const PER_UNIT = 8;

/** How far a registration of the sample went. */
type Fate =
  | 'draft'
  | 'submitted'
  | 'returned'
  | 'declined'
  | 'registered'
  | 'in-progress'
  | 'withdrawn'
  | 'discontinued'
  | 'requested'
  | 'supplement'
  | 'appraising'
  | 'appraised'
  | 'failed'
  | 'recognized';

const RARE: readonly Fate[] = [
  'draft',
  'submitted',
  'returned',
  'declined',
  'registered',
  'in-progress',
  'withdrawn',
  'discontinued',
  'requested',
  'supplement',
  'appraising',
  'appraised',
  'failed',
];

export interface SampleRegistration {
  readonly key: string;
  readonly id: string;
  readonly unit: string;
  readonly unitId: string;
  readonly form: registration.RegistrationForm;
  readonly fate: Fate;
}

const ORDER: readonly Fate[][] = [
  ['draft'],
  ['submitted', 'returned', 'declined'],
  ['registered'],
  ['in-progress', 'withdrawn', 'discontinued'],
  ['requested', 'supplement'],
  ['appraising'],
  ['appraised', 'failed', 'recognized'],
];

/** Those that went at least as far as a step. */
export const reached = (all: readonly SampleRegistration[], step: Fate): readonly SampleRegistration[] => {
  const from = ORDER.findIndex((fates) => fates.includes(step));
  return all.filter(({ fate }) => ORDER.findIndex((fates) => fates.includes(fate)) >= from);
};

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
      const unitName = sampleUnits.find((each) => each.key === unit)?.name ?? '';
      return {
        key,
        id: commands.idOf('registration', key),
        unit,
        unitId: commands.idOf('unit', unit),
        form: sampleForm(unitName, unitIndex, n, words),
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
  const act = (
    who: string,
    item: SampleRegistration,
    step: string,
    ask: Parameters<SampleCommands['registration']>[2],
  ) => commands.registration(who, `${item.key}:${step}`, ask);
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
    act(headOf(item.unit), item, 'submit', { type: 'SubmitRegistration', id: item.id, data: {} }),
  );
  const today = day('03-03');
  await inParallel(reached(all, 'submitted'), (item) => {
    if (item.fate === 'submitted') return Promise.resolve();
    if (item.fate === 'returned') {
      const data = { reason: 'Bổ sung tiến độ thực hiện.', dueOn: addDays(today, 14) };
      return act(officer, item, 'return', { type: 'ReturnRegistration', id: item.id, data });
    }
    if (item.fate === 'declined') {
      const data = { reason: 'Nội dung không thuộc phạm vi phong trào.' };
      return act(officer, item, 'decline', { type: 'DeclineRegistration', id: item.id, data });
    }
    return act(officer, item, 'accept', { type: 'AcceptRegistration', id: item.id, data: {} });
  });
  const startedOn = day('03-10');
  await inParallel(reached(all, 'in-progress'), (item) => {
    const data = { plan: 'Triển khai theo kế hoạch đã đăng ký.', startedOn };
    return act(headOf(item.unit), item, 'start', { type: 'StartImplementation', id: item.id, data });
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
    await commands.registration(officerOf(item.unit), `${item.key}:progress`, {
      type: 'RecordProgress',
      id: item.id,
      data: { note, indicators, evidenceIds: [] },
    });
    if (index % 5 !== 0) return;
    await commands.registration('inspector', `${item.key}:inspection`, {
      type: 'RecordInspection',
      id: item.id,
      data: { kind: 'INSPECTION', findings: 'Hồ sơ đầy đủ; cần duy trì sinh hoạt tổ tự quản.' },
    });
  });
  day('08-04');
  await inParallel(running, (item) => {
    const data = { reason: 'Sáp nhập vào mô hình chung của xã.' };
    if (item.fate === 'withdrawn') {
      const ask = { type: 'WithdrawRegistration', id: item.id, data } as const;
      return commands.registration(headOf(item.unit), `${item.key}:withdraw`, ask);
    }
    if (item.fate !== 'discontinued') return Promise.resolve();
    const ask = { type: 'DiscontinueModel', id: item.id, data } as const;
    return commands.registration('standing-body', `${item.key}:discontinue`, ask);
  });
};
