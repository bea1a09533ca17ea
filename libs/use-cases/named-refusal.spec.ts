import { randomUUID } from 'node:crypto';
import { organization, regulation, reject, type Role } from '#domain';
import { createDirectory } from '#identity';
import { REFUSALS, refusalText } from '#problems';
import type { Answered, Caller } from './ask.ts';
import { cycleUseCase } from './cycle/cycle.use-case.ts';
import { named } from './named-refusal.ts';
import type { Ports } from './ports.ts';
import { personUseCase, type PersonAsk } from './person/person.use-case.ts';
import { regulationUseCase } from './regulation/regulation.use-case.ts';
import { createRules } from './regulation/rules.ts';
import { furnishProvince } from './testing/province.ts';
import { unitUseCase, type UnitAsk } from './unit/unit.use-case.ts';

const system: Caller = { kind: 'system' };
const document = { number: '01', issuedOn: '2026-01-01' };
const from = '2026-01-01';

const done = (answer: Answered): string => {
  if (answer.kind === 'rejected') throw new Error(answer.reason);
  return answer.id;
};

/** What somebody is told, in Vietnamese. */
const told = (answer: Awaited<ReturnType<typeof named>> | Answered): string =>
  answer.kind === 'rejected' ? refusalText(REFUSALS[answer.reason as keyof typeof REFUSALS], answer.params).vi : 'được';

/** A province, a commune with a hamlet, and a head of the commune. */
const setUp = async () => {
  const { store, engine, clock, write, provinceId, regulationId } = await furnishProvince(0);
  const core = {
    store,
    engine,
    clock,
    newId: randomUUID,
    directory: createDirectory(store),
    rules: createRules(store),
  };
  const ports = core as unknown as Ports;
  let caller: Caller = system;
  const unit = (ask: Omit<UnitAsk, 'caller'>) => unitUseCase.run(ports, { caller, ...ask } as UnitAsk);
  const person = (ask: Omit<PersonAsk, 'caller'>) => personUseCase.run(ports, { caller, ...ask } as PersonAsk);
  const establish = (data: Partial<organization.EstablishUnit['data']>) =>
    unit({ type: 'EstablishUnit', data: { name: 'Thôn', kind: 'UNIT', from, parentId: provinceId, ...data } });
  const appoint = (id: string, unitId: string, role: Role, more: object = {}) =>
    person({ type: 'AppointPerson', id, data: { unitId, role, from, document, ...more } });
  const enter = async (name: string) => done(await person({ type: 'EnterPerson', data: { name } }));
  const commune = done(await establish({ name: 'Xã Hòa Bình', kind: 'COMMUNE', adminUnitCode: '00001' }));
  const head = await enter('Lê Thị Bình');
  done(await appoint(head, commune, 'UNIT_HEAD'));
  const keeper = await enter('Nguyễn Văn An');
  for (const role of ['SYSTEM_ADMIN', 'STANDING_BODY_OFFICER'] as const) done(await appoint(keeper, provinceId, role));
  caller = { kind: 'person', personId: keeper };
  const cycle = (data: Partial<regulation.OpenCycle['data']> = {}) => {
    const asked = { unitId: provinceId, name: 'Năm 2026', year: 2026, movement: 'Dân vận khéo', regulationId };
    return cycleUseCase.run(ports, { caller, type: 'OpenCycle', data: { ...asked, ...data } });
  };
  const close = (id: string, on = '2026-06-10') => unit({ type: 'CloseUnit', id, data: { on, reason: 'Sáp nhập' } });
  const draft = () => {
    const data = { unitId: provinceId, content: { ...regulation.exampleRegulation(2026), title: 'Quy định mới' } };
    return regulationUseCase.run(ports, { caller, type: 'DraftRegulation', data });
  };
  const register = async (name: string): Promise<string> => {
    const registrationId = randomUUID();
    const form = { name, subjectType: 'COLLECTIVE', field: 'KT', programmeTags: [] };
    const data = { registrationId, modelId: 'm', unitId: commune, cycleId: 'c', origin: { kind: 'NEW' }, form };
    await write(`registration-${registrationId}`, { type: 'RegistrationDrafted', data });
    return registrationId;
  };
  return { register, ports, provinceId, commune, head, enter, establish, appoint, person, unit, cycle, close, draft };
};

type Stage = Awaited<ReturnType<typeof setUp>>;

/** What is asked, and what it is refused with. */
const REFUSED: readonly (readonly [string, (stage: Stage) => Promise<Answered>])[] = [
  [
    'Còn người đang giữ nhiệm vụ ở đơn vị: Lê Thị Bình. Hãy kết thúc phân công trước.',
    ({ close, commune }) => close(commune),
  ],
  [
    'Còn đơn vị trực thuộc đang hoạt động: Thôn Bắc, Thôn Nam. Hãy chuyển hoặc kết thúc trước.',
    async ({ establish, close, commune }) => {
      for (const name of ['Thôn Bắc', 'Thôn Nam']) done(await establish({ name, parentId: commune }));
      return close(commune);
    },
  ],
  [
    'Ngày nằm ngoài thời gian hoạt động của đơn vị cấp trên “Xã Hòa Bình”: từ ngày 01/01/2026.',
    ({ establish, commune }) => establish({ parentId: commune, from: '2025-12-31' }),
  ],
  [
    'Mã đơn vị hành chính 00001 đã được cấp cho “Xã Hòa Bình”.',
    ({ establish }) => establish({ kind: 'COMMUNE', adminUnitCode: '00001' }),
  ],
  [
    'Lê Thị Bình đã giữ vai trò thủ trưởng đơn vị ở “Xã Hòa Bình” từ ngày 01/01/2026.',
    ({ appoint, head, commune }) => appoint(head, commune, 'UNIT_HEAD'),
  ],
  [
    'Nằm ngoài thời gian hoạt động của “Xã Hòa Bình”: từ ngày 01/01/2026.',
    ({ appoint, head, commune }) => appoint(head, commune, 'INSPECTOR', { from: '2025-01-01' }),
  ],
  [
    'Việc phân công đã kết thúc sau ngày 31/03/2026.',
    async ({ ports, appoint, person, head, commune }) => {
      done(await appoint(head, commune, 'INSPECTOR', { until: '2026-03-31' }));
      const { book } = await ports.directory.current();
      const ended = organization.personOf(book, head)?.appointments.at(-1)?.appointmentId ?? '';
      return person({ type: 'EndAppointment', id: head, data: { appointmentId: ended, reason: 'Hết hạn' } });
    },
  ],
  [
    'Đơn vị “Thôn” không tồn tại hoặc không hoạt động: đã kết thúc sau ngày 31/05/2026.',
    async ({ establish, close, cycle }) => {
      const unitId = done(await establish({}));
      done(await close(unitId, '2026-05-31'));
      return cycle({ unitId });
    },
  ],
  [
    'Đơn vị “Thôn” không tồn tại hoặc không hoạt động: chỉ hoạt động từ ngày 01/07/2026.',
    async ({ establish, cycle }) => cycle({ unitId: done(await establish({ from: '2026-07-01' })) }),
  ],
  [
    'Quy định “Quy định mới” không có hiệu lực hôm nay: đang ở trạng thái “dự thảo”.',
    async ({ draft, cycle }) => cycle({ regulationId: done(await draft()) }),
  ],
  [
    'Đơn vị đang có một đợt của phong trào này trong năm chưa đóng: “Đợt đầu”.',
    async ({ cycle }) => {
      done(await cycle({ name: 'Đợt đầu' }));
      return cycle();
    },
  ],
  ['Đợt không thể kết thúc năm 2025 khi bắt đầu năm 2026.', ({ cycle }) => cycle({ untilYear: 2025 })],
  [
    'Bạn không có quyền làm việc này: việc này của quản trị viên được phân công ở “Xã Hòa Bình” hoặc cấp trên.',
    async ({ ports, appoint, enter, establish, commune }) => {
      const elsewhere = await enter('Trần Văn Cường');
      done(await appoint(elsewhere, done(await establish({})), 'SYSTEM_ADMIN'));
      const data = { name: 'Xã Hòa Bình Hai', from };
      const caller = { kind: 'person', personId: elsewhere } as const;
      return unitUseCase.run(ports, { caller, type: 'RenameUnit', id: commune, data });
    },
  ],
];

describe('a refusal says which thing stands in the way', () => {
  it.each(REFUSED)('%s', async (sentence, ask) => {
    expect(told(await ask(await setUp()))).toBe(sentence);
  });

  it('names whom the asker named, and what belongs to a unit, only to who may see them', async () => {
    const { ports, provinceId, commune, head, enter, appoint, establish, register } = await setUp();
    const officerOf = async (unitId: string): Promise<Caller> => {
      const personId = await enter('Cán bộ');
      done(await appoint(personId, unitId, 'STANDING_BODY_OFFICER'));
      return { kind: 'person', personId };
    };
    const askers: Caller[] = [];
    for (const unitId of [provinceId, commune, done(await establish({ name: 'Xã bên' }))])
      askers.push(await officerOf(unitId));
    const toldAll = (refusal: Parameters<typeof named>[2]) =>
      Promise.all(askers.map(async (asker) => told(await named(ports, asker, refusal))));
    const person = 'Người này (Lê Thị Bình) không có phân công thẩm định đang có hiệu lực cho đơn vị đăng ký.';
    expect(await toldAll(reject('member-not-eligible', { params: { member: head } }))).toEqual([
      ...[person, person],
      person.replace(' (Lê Thị Bình)', ''),
    ]);
    const model = 'Có đối tượng chưa đủ điều kiện: Tổ tự quản.';
    expect(await toldAll(reject('item-not-eligible', { params: { items: [await register('Tổ tự quản')] } }))).toEqual([
      ...[model, model],
      model.replace(': Tổ tự quản', ''),
    ]);
  });
});
