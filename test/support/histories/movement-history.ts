import { regulation } from '#domain';
import type { Actor, AnyEvent, decision, DomainEvent, registration } from '#domain';
import type { EventLog, EventToRecord, StoredMeta } from '#event-store';

/** How far a registration of a made-up history goes. */
export const ENDINGS = [
  'drafted',
  'declined',
  'returned',
  'registered',
  'withdrawn',
  'inspected',
  'appraised',
  'refused',
  'recognized',
  'commended',
  'revoked',
] as const;

export type Ending = (typeof ENDINGS)[number];

/** One registration of a made-up history. */
export interface Life {
  readonly ending: Ending;
  readonly name: string;
  readonly individual: boolean;
  readonly field: string;
  readonly tags: readonly string[];
  /** One of the history's communes. */
  readonly unit: number;
}

/** A fact of a made-up history, on its way into a stream. */
export interface Happening {
  readonly stream: string;
  readonly event: EventToRecord<DomainEvent>;
}

const COMMUNES = 8;
export const CYCLE = id('cycle', 1);
export const PROVINCE = id('unit', 0);
export const commune = (number: number): string => id('unit', 1 + (number % COMMUNES));

/** A name-based id that looks like a UUID: the same history has the same ids. */
export function id(kind: string, number: number): string {
  const kinds: Readonly<Record<string, string>> = {
    unit: '1',
    person: '2',
    cycle: '3',
    regulation: '4',
    decision: '5',
  };
  return `${number.toString(16).padStart(8, '0')}-000${kinds[kind] ?? '6'}-5000-8000-${tail(kind)}`;
}

function tail(kind: string): string {
  return Buffer.from(kind.slice(0, 6).padEnd(6, '.')).toString('hex');
}

/** What is there before anybody registers: units, people, rules and a cycle. */
export function furniture(): Happening[] {
  const world = new Recorder();
  const from = '2025-07-01';
  world.record(`unit-${PROVINCE}`, {
    type: 'UnitEstablished',
    data: { unitId: PROVINCE, kind: 'PROVINCE', name: 'Tỉnh minh họa', from },
  });
  for (let number = 0; number < COMMUNES; number += 1) {
    const unitId = commune(number);
    const data = { unitId, kind: 'COMMUNE', name: `Xã Đông Hải ${number + 1}`, parentId: PROVINCE, from } as const;
    world.record(`unit-${unitId}`, { type: 'UnitEstablished', data });
  }
  const personId = id('person', 1);
  world.record(`person-${personId}`, { type: 'PersonEntered', data: { personId, name: 'Nguyễn Thị Đào' } });
  const regulationId = id('regulation', 1);
  const content = regulation.exampleRegulation(2026);
  world.record(`regulation-${regulationId}`, {
    type: 'RegulationDrafted',
    data: { regulationId, unitId: PROVINCE, content },
  });
  world.record(`cycle-${CYCLE}`, {
    type: 'CycleOpened',
    data: {
      cycleId: CYCLE,
      unitId: PROVINCE,
      name: 'Năm 2026',
      year: 2026,
      movement: 'Dân vận khéo',
      regulationId,
      registrationDeadline: '2026-03-31',
      dossierDeadline: '2026-10-31',
      appraisalDeadline: '2026-11-30',
    },
  });
  return world.happenings;
}

/** Everything that happened to one registration, in order. */
export function lifeOf(number: number, life: Life): Happening[] {
  const world = new Recorder(number);
  const registrationId = id('registration', number);
  const data = { registrationId };
  const stream = `registration-${registrationId}`;
  const happens = (...events: registration.RegistrationEvent[]) => {
    for (const event of events) world.record(stream, event);
  };
  const reached = (ending: Ending): boolean => ENDINGS.indexOf(life.ending) >= ENDINGS.indexOf(ending);
  const form = formOf(life);
  const identity = { registrationId, modelId: id('model', number), cycleId: CYCLE, unitId: commune(life.unit) };

  happens({ type: 'RegistrationDrafted', data: { ...identity, origin: { kind: 'NEW' }, form } });
  if (life.ending === 'drafted') return world.happenings;
  happens({ type: 'RegistrationSubmitted', data });
  if (life.ending === 'declined')
    happens({ type: 'RegistrationDeclined', data: { ...data, reason: 'Chưa rõ nội dung' } });
  if (life.ending === 'returned') {
    happens(
      { type: 'RegistrationReturned', data: { ...data, reason: 'Bổ sung mục tiêu', dueOn: '2026-03-20', count: 1 } },
      { type: 'RegistrationRevised', data: { ...data, form: { ...form, name: `${life.name} (sửa)` } } },
    );
  }
  if (!reached('registered')) return world.happenings;
  const { name, subjectType, field, programmeTags } = form;
  const accepted = { ...identity, name, subjectType, field, programmeTags, regulationId: id('regulation', 1) };
  happens({ type: 'ModelRegistered', data: accepted });
  if (life.ending === 'withdrawn')
    happens({ type: 'RegistrationWithdrawn', data: { ...data, reason: 'Không đủ nguồn lực' } });
  if (reached('inspected')) happens(...implementation(registrationId));
  if (reached('appraised')) happens(...appraisal(registrationId));
  if (reached('refused')) decideOn(world, number, registrationId, life.ending);
  if (reached('commended')) commend(world, number, identity.unitId, registrationId, life);
  if (life.ending === 'revoked') revoke(world, number, registrationId);
  return world.happenings;
}

function formOf(life: Life): registration.RegistrationForm {
  return {
    name: life.name,
    subjectType: life.individual ? 'INDIVIDUAL' : 'COLLECTIVE',
    field: life.field,
    programmeTags: life.tags,
    situation: 'Địa bàn có nhiều hộ kinh doanh nhỏ, rác thải chưa được phân loại.',
    objectives: 'Tám mươi phần trăm hộ dân phân loại rác tại nguồn trước ngày 30/9.',
    content: 'Tổ dân vận đến từng nhà, hướng dẫn và ký cam kết.',
    schedule: 'Từ tháng 3 đến tháng 10.',
  };
}

function implementation(registrationId: string): registration.RegistrationEvent[] {
  return [
    { type: 'ImplementationStarted', data: { registrationId, plan: 'Ba giai đoạn', startedOn: '2026-04-01' } },
    { type: 'ProgressRecorded', data: { registrationId, note: 'Đạt 40 %', indicators: [], evidence: [] } },
    { type: 'InspectionRecorded', data: { registrationId, kind: 'INSPECTION', findings: 'Đúng tiến độ' } },
  ];
}

function appraisal(registrationId: string): registration.RegistrationEvent[] {
  const personId = id('person', 2);
  const scores = [{ criterion: 'KET_QUA', points: 85 }];
  const perCriterion = [{ criterion: 'KET_QUA', centipoints: 8500 }];
  const result = { perCriterion, totalCentipoints: 8500, passMark: 70, passed: true, vetoes: [], band: 'TOT' };
  const criteriaSet = regulation.exampleRegulation(2026).criteriaSets.COLLECTIVE;
  const team = [{ personId, unitId: PROVINCE }];
  const declared = { registrationId, personId, conflict: false, membersLeft: 1, tooFewLeft: false };
  return [
    { type: 'RecognitionRequested', data: { registrationId, evidence: [], results: [] } },
    { type: 'AppraisalOpened', data: { registrationId, team, dueOn: '2026-11-30', criteriaSet } },
    { type: 'InterestDeclared', data: declared },
    { type: 'ModelScored', data: { registrationId, personId, scores } },
    { type: 'ModelAppraised', data: { registrationId, result, scores: [{ personId, scores }], aggregate: 'MEAN' } },
  ];
}

/** The date and number of a decision of the history. */
function paper(number: number): { documentNumber: string; decidedOn: string } {
  return { documentNumber: `${number}-QĐ/TU`, decidedOn: '2026-11-15' };
}

/** A decision on this registration alone, with its number. */
function decideOn(world: Recorder, number: number, registrationId: string, ending: Ending): void {
  const decisionId = id('decision', number);
  const act = ending === 'refused' ? 'REFUSE_RECOGNITION' : 'RECOGNIZE';
  const item = { kind: 'registration', id: registrationId } as const;
  const manifest = [{ ...item, revision: 11 }];
  const documentNumber: decision.DocumentNumber = {
    number,
    symbol: 'QĐ/TU',
    issuerId: PROVINCE,
    docType: 'QUYET_DINH',
    issuedOn: '2026-11-15',
    text: paper(number).documentNumber,
  };
  const signing = { signerId: id('person', 3), capacity: 'TM. Ban Thường vụ', fileSha256: 'f'.repeat(64) };
  const stream = `decision-${decisionId}`;
  const draft = {
    decisionId,
    unitId: PROVINCE,
    cycleId: CYCLE,
    act,
    title: 'Về công nhận mô hình',
    items: [item],
  } as const;
  world.record(stream, { type: 'DecisionDrafted', data: draft });
  world.record(stream, { type: 'DecisionFrozen', data: { decisionId, manifest, manifestSha256: 'a'.repeat(64) } });
  const bookId = id('book', number);
  world.record(`numbering-${bookId}`, {
    type: 'NumberReserved',
    data: { bookId, documentNumber, decisionId, ...signing },
  });
  world.record(stream, {
    type: 'DecisionIssued',
    data: { decisionId, act, unitId: PROVINCE, documentNumber, ...signing, manifest },
  });
  const decided = { registrationId, decisionId, ...paper(number) };
  world.record(
    `registration-${registrationId}`,
    ending === 'refused'
      ? { type: 'RecognitionRefused', data: { ...decided, reason: 'Chưa đủ điều kiện' } }
      : { type: 'ModelRecognized', data: { ...decided, modelId: id('model', number) } },
  );
  world.record(stream, { type: 'DecisionItemApplied', data: { decisionId, ...item } });
  world.record(stream, { type: 'DecisionCompleted', data: { decisionId, applied: 1, rejected: 0 } });
}

function commend(world: Recorder, number: number, unitId: string, registrationId: string, life: Life): void {
  const commendationId = id('commendation', number);
  const subject = {
    commendationId,
    unitId,
    cycleId: CYCLE,
    recipient: { type: life.individual ? 'INDIVIDUAL' : 'COLLECTIVE', name: `Tổ dân vận ${number}` },
    achievement: { kind: 'RECOGNIZED_MODEL', registrationId },
    form: 'CERTIFICATE_OF_COMMENDATION',
    scope: 'MOVEMENT',
  } as const;
  const stream = `commendation-${commendationId}`;
  world.record(stream, {
    type: 'CommendationProposed',
    data: { ...subject, regulationId: id('regulation', 1), evidence: [] },
  });
  world.record(stream, { type: 'CommendationVerified', data: { commendationId, note: 'Đủ hồ sơ' } });
  world.record(stream, {
    type: 'ModelCommended',
    data: { ...subject, decisionId: id('decision', number), ...paper(number) },
  });
}

function revoke(world: Recorder, number: number, registrationId: string): void {
  const decisionId = id('decision', number);
  const data = {
    registrationId,
    decisionId,
    ...paper(number),
    ground: 'Khai báo gian dối',
    citesDecisionId: decisionId,
  };
  world.record(`registration-${registrationId}`, { type: 'RecognitionRevoked', data });
}

const officer: Actor = { personId: id('person', 1), role: 'STANDING_BODY_OFFICER', unitId: PROVINCE };

/** Gives events their envelope: a minute apart, from a morning in March on. */
export class Recorder {
  readonly happenings: Happening[] = [];
  readonly #life: number;

  constructor(life = 0xff_ff_ff) {
    this.#life = life;
  }

  record(stream: string, event: AnyEvent): void {
    const number = this.happenings.length;
    const commandId = `${this.#life.toString(16).padStart(8, '0')}-${number.toString(16).padStart(4, '0')}-5000-8000-000000000000`;
    const recordedAt = new Date(Date.parse('2026-03-02T01:30:00.000Z') + number * 60_000).toISOString();
    const meta: StoredMeta = {
      actor: officer,
      recordedAt,
      effectiveOn: (event as DomainEvent).effectiveOn ?? recordedAt.slice(0, 10),
      commandId,
      correlationId: commandId,
      commandHash: '0'.repeat(64),
    };
    this.happenings.push({ stream, event: { id: commandId, type: event.type, data: event.data, meta } });
  }
}

/** Appends in order: each happening to the end of its stream, neighbours of one stream together. */
export async function appendAll(
  store: Pick<EventLog<DomainEvent>, 'append'>,
  happenings: readonly Happening[],
): Promise<number> {
  const revisions = new Map<string, number>();
  let position = 0;
  for (let from = 0; from < happenings.length;) {
    const { stream } = happenings[from] as Happening;
    let to = from;
    while (happenings[to]?.stream === stream) to += 1;
    const revision = revisions.get(stream) ?? -1;
    const events = happenings.slice(from, to).map(({ event }) => event);
    const result = await store.append(stream, revision < 0 ? 'no-stream' : revision, events);
    if (result.kind !== 'appended') throw new Error(`the history does not fit ${stream}: ${result.kind}`);
    revisions.set(stream, revision + events.length);
    position = result.position;
    from = to;
  }
  return position;
}

/** Several histories as one log saw them: in turns, each in its own order. */
export function interleave(histories: readonly (readonly Happening[])[]): Happening[] {
  const longest = Math.max(0, ...histories.map((history) => history.length));
  return Array.from({ length: longest }, (_, step) => histories.flatMap((history) => history[step] ?? [])).flat();
}

const NAMES = ['Tuyến đường hoa', 'Phân loại rác tại nguồn', 'Đổi mới cách làm', 'Vườn rau sạch', 'Tổ dân vận 5 nhất'];
const FIELDS = ['KINH_TE', 'VAN_HOA_XA_HOI', 'QUOC_PHONG_AN_NINH', 'HE_THONG_CHINH_TRI'];

/** The lives of a year as they are distributed in the movement: two of three are recognized. */
export function sampleLife(number: number): Life {
  const endings: Ending[] = [
    'recognized',
    'recognized',
    'commended',
    'recognized',
    'inspected',
    'returned',
    'recognized',
    'refused',
    'drafted',
    'appraised',
    'revoked',
    'recognized',
  ];
  return {
    ending: endings[number % endings.length] ?? 'recognized',
    name: `${NAMES[number % NAMES.length]} số ${number}`,
    individual: number % 3 === 0,
    field: FIELDS[number % FIELDS.length] ?? 'KINH_TE',
    tags: number % 2 === 0 ? ['NONG_THON_MOI'] : ['NONG_THON_MOI', 'GIAM_NGHEO'],
    unit: number,
  };
}
