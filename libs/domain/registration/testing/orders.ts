import { SYSTEM, type Actor } from '../../kernel/index.ts';
import type { CommandOf, CommandType } from '../commands.ts';
import { decision, form, ID, revocation, scores } from './history.ts';
import { as, body, chief, head, lan, officer, signer, OTHER_UNIT, UNIT } from './people.ts';
import { member, minutes, photo, regulation, report } from './regulation.ts';

type Data<Type extends CommandType> = CommandOf<Type>['data'];
type Facts<Type extends CommandType> = CommandOf<Type>['facts'];

interface Order<Type extends CommandType> {
  readonly actor: Actor;
  readonly on: string;
  readonly data: Data<Type>;
  readonly facts: Facts<Type>;
}

const evidence = [report, minutes, photo];
const document = { number: '12-CV/TU', issuedOn: '2026-03-01' };
const frozen = { signerId: signer.personId, frozenRevision: 15, currentRevision: 15 };

/** One good command of each type: given at the right moment, each is accepted. */
const orders: { readonly [Type in CommandType]: Order<Type> } = {
  DraftRegistration: {
    actor: officer,
    on: '2026-02-01',
    data: {
      registrationId: ID,
      modelId: 'model-1',
      unitId: UNIT,
      cycleId: 'cycle-2026',
      origin: { kind: 'NEW' },
      form,
    },
    facts: { unitActive: true, cycleOpen: true, regulation: regulation() },
  },
  ReviseRegistration: { actor: officer, on: '2026-02-05', data: { form }, facts: { regulation: regulation() } },
  SubmitRegistration: {
    actor: head,
    on: '2026-02-10',
    data: {},
    facts: { deadline: '2026-03-31', cycleOpen: true, regulation: regulation() },
  },
  ReturnRegistration: {
    actor: body,
    on: '2026-02-15',
    data: { reason: 'Sửa tên', dueOn: '2026-02-25' },
    facts: { regulation: regulation() },
  },
  AcceptRegistration: {
    actor: body,
    on: '2026-02-20',
    data: {},
    facts: { regulation: regulation(), nameTaken: false },
  },
  DeclineRegistration: { actor: body, on: '2026-02-20', data: { reason: 'Ngoài phạm vi' }, facts: {} },
  WithdrawRegistration: { actor: head, on: '2026-03-05', data: { reason: 'Không đủ người' }, facts: {} },
  StartImplementation: {
    actor: head,
    on: '2026-03-02',
    data: { plan: 'Ba bước', startedOn: '2026-03-01' },
    facts: { regulation: regulation() },
  },
  RecordProgress: {
    actor: officer,
    on: '2026-05-01',
    data: {
      note: 'Trồng 2 km',
      indicators: [{ name: 'Chiều dài', value: 2, unit: 'km' }],
      evidenceIds: [photo.evidenceId],
    },
    facts: { evidence },
  },
  RecordInspection: {
    actor: body,
    on: '2026-05-02',
    data: { kind: 'INSPECTION', findings: 'Đúng tiến độ' },
    facts: {},
  },
  DiscontinueModel: { actor: body, on: '2026-05-03', data: { reason: 'Trùng nguồn vốn' }, facts: {} },
  RequestRecognition: {
    actor: head,
    on: '2026-09-01',
    data: {
      evidenceIds: [report.evidenceId],
      results: [
        { criterion: 'C1', result: 'Đạt' },
        { criterion: 'C2', result: 'Hai thôn làm theo' },
      ],
    },
    facts: { evidence, deadline: '2026-10-31', regulation: regulation() },
  },
  RequireSupplement: {
    actor: body,
    on: '2026-09-05',
    data: { missing: ['Ảnh'], dueOn: '2026-09-15' },
    facts: { regulation: regulation() },
  },
  ProvideSupplement: {
    actor: head,
    on: '2026-09-10',
    data: { evidenceIds: [photo.evidenceId], note: 'Bổ sung ảnh' },
    facts: { evidence },
  },
  LapseDossier: { actor: body, on: '2026-09-16', data: {}, facts: {} },
  OpenAppraisal: {
    actor: body,
    on: '2026-09-20',
    data: { team: ['lan', 'minh', 'hoa'], dueOn: '2026-10-20' },
    facts: {
      deadline: '2026-11-30',
      regulation: regulation(),
      members: ['lan', 'minh', 'hoa', 'tam'].map((personId) => member(personId)),
    },
  },
  DeclareInterest: { actor: lan, on: '2026-09-21', data: { conflict: false }, facts: { regulation: regulation() } },
  RemoveAppraiser: {
    actor: SYSTEM,
    on: '2026-09-21',
    data: { personId: 'lan' },
    facts: { regulation: regulation(), fromRegisteringUnit: true },
  },
  ScoreModel: { actor: lan, on: '2026-09-25', data: { scores }, facts: {} },
  ConcludeAppraisal: {
    actor: body,
    on: '2026-10-15',
    data: { fieldVisitOn: '2026-10-01', minutesId: minutes.evidenceId },
    facts: { evidence, regulation: regulation() },
  },
  RecordVote: {
    actor: body,
    on: '2026-10-20',
    data: { yes: 4, no: 1, abstain: 0, members: 5, present: 5, heldOn: '2026-10-20', minutesId: minutes.evidenceId },
    facts: { evidence, regulation: regulation() },
  },
  RecognizeByDecision: {
    actor: signer,
    on: '2026-11-10',
    data: decision,
    facts: { ...frozen, regulation: regulation() },
  },
  RefuseByDecision: { actor: signer, on: '2026-11-10', data: { ...decision, reason: 'Chưa bền' }, facts: frozen },
  RevokeByDecision: {
    actor: signer,
    on: '2026-12-10',
    data: { decisionId: 'decision-2', documentNumber: '500-QĐ/TU', decidedOn: '2026-12-10', ground: 'Gian dối' },
    facts: frozen,
  },
  ReopenAppraisal: {
    actor: body,
    on: '2026-12-01',
    data: { reason: 'Kiến nghị đúng', petition: { number: '14-CV/TU', issuedOn: '2026-11-20' } },
    facts: {},
  },
  MarkTypical: { actor: body, on: '2026-12-01', data: { reason: 'Tiêu biểu' }, facts: {} },
  ReplicateModel: {
    actor: body,
    on: '2026-12-01',
    data: { adoptingUnitId: OTHER_UNIT, adoptingRegistrationId: 'registration-2', cycleId: 'cycle-2027' },
    facts: { adoptingUnitActive: true, cycleOpen: true, actorCoversAdoptingUnit: true },
  },
  CarryForward: {
    actor: officer,
    on: '2026-12-01',
    data: { cycleId: 'cycle-2027', nextRegistrationId: 'registration-3' },
    facts: { unitActive: true, cycleOpen: true, laterCycle: true },
  },
  MarkSourceRevoked: {
    actor: SYSTEM,
    on: '2026-12-11',
    data: revocation,
    facts: {},
  },
  SettleRevokedSource: { actor: body, on: '2026-12-12', data: { reason: 'Mô hình tự đứng vững' }, facts: {} },
  RequestCorrection: {
    actor: body,
    on: '2026-12-01',
    data: { field: 'name', newValue: 'Tổ tự quản đường hoa số 1', reason: 'Gõ sai', document },
    facts: { regulation: regulation(), othersMayApprove: true, nameTaken: false },
  },
  ApproveCorrection: {
    actor: chief,
    on: '2026-12-02',
    data: { correctionId: 'command-1' },
    facts: { nameTaken: false },
  },
  DeclineCorrection: {
    actor: chief,
    on: '2026-12-02',
    data: { correctionId: 'command-1', reason: 'Tên đã đúng' },
    facts: {},
  },
};

interface Change<Type extends CommandType> {
  readonly data?: Partial<Data<Type>>;
  readonly facts?: Partial<Facts<Type>>;
  readonly actor?: Actor;
  /** The day in Vietnam. */
  readonly on?: string;
}

/** A good command of the type, but for what the spec is about. */
export const order = <Type extends CommandType>(type: Type, change: Change<Type> = {}): CommandOf<Type> => {
  const good: Order<Type> = orders[type];
  return {
    type,
    data: { ...good.data, ...change.data },
    facts: { ...good.facts, ...change.facts },
    meta: as(change.actor ?? good.actor, change.on ?? good.on),
  } as unknown as CommandOf<Type>;
};
