import { addDays, type LocalDate, type Recorded } from '../kernel/index.ts';
import { by, replay } from '../kernel/testing/spec.ts';
import { decider } from './decide.ts';
import { awaitedIn, NOTHING_WAITS, waitingAfter } from './awaited.ts';
import { dueBy, dueOnAfter, dutiesChangedBy, dutyBegunBy } from './owed.ts';
import type { DueBy, RegistrationDuty } from './owed.ts';
import type { RegistrationEvent } from './events.ts';
import { fact, histories } from './testing/history.ts';
import { body, head, inspector, lan, officer } from './testing/people.ts';
import type { RegistrationState } from './state.ts';
import { content, criteriaSet, regulation } from './testing/regulation.ts';
import { actionsOf, onDay } from './testing/today.ts';

const KINDS = [
  'REGISTRATION_STEP',
  'RETURNED_REGISTRATION',
  'DOSSIER_STEP',
  'REMEDY',
  'SUPPLEMENT',
  'APPRAISAL',
] as const satisfies readonly RegistrationDuty[];

type History = readonly Recorded<RegistrationEvent>[];

const found = { kind: 'INSPECTION', findings: 'Chậm tiến độ' } as const;
const remedy = by(inspector)(fact('InspectionRecorded', { ...found, remedyDueOn: '2026-07-01' }));
const settled = by(inspector)(fact('InspectionRecorded', found));
const progress = by(officer)(fact('ProgressRecorded', { note: 'Đã sửa', indicators: [], evidence: [] }));
const started = by(head)(fact('ImplementationStarted', { plan: 'Ba bước', startedOn: '2026-03-01' }));
const requested = by(head)(fact('RecognitionRequested', { evidence: [], results: [] }));
const withdrawn = by(head)(fact('RegistrationWithdrawn', { reason: 'Thôi' }));
const team = [{ personId: lan.personId, unitId: lan.unitId }];
const { inProgress, notRecognized, opened, registered, returned, supplement } = histories;
const petition = { number: '1-ĐT', issuedOn: '2026-11-20' };
const reopened = [...notRecognized, ...by(body)(fact('AppraisalReopened', { reason: 'Đơn', petition }))];

const stories: Readonly<Record<string, History>> = {
  ...histories,
  submittedAgain: [...returned, ...by(head)(fact('RegistrationSubmitted', {}))],
  remedyBeforeTheStart: [...registered, ...remedy, ...started, ...progress],
  remedySettled: [...inProgress, ...remedy, ...settled],
  remedyStricter: [...inProgress, ...remedy, ...remedy, ...requested],
  remedyAndDiscontinued: [...inProgress, ...remedy, ...by(body)(fact('ModelDiscontinued', { reason: 'Dừng' }))],
  provided: [...supplement, ...by(head)(fact('SupplementProvided', { evidence: [], note: '' }))],
  lapsed: [...supplement, ...by(body)(fact('DossierLapsed', { dueOn: '2026-09-15' })), ...requested],
  secondTeam: [...opened, ...by(body)(fact('AppraisalOpened', { team, dueOn: '2026-11-20', criteriaSet }))],
  withdrawnWithRemedy: [...inProgress, ...remedy, ...withdrawn],
  withdrawnWithSupplement: [...supplement, ...withdrawn],
  withdrawnUnderAppraisal: [...opened, ...withdrawn],
  reopened,
  reopenedWithAnotherTeam: [
    ...reopened,
    ...by(body)(fact('AppraisalOpened', { team, dueOn: '2026-12-20', criteriaSet })),
  ],
};

/** What is owed as one learns it who only sees the events go by. */
const owedByEvents = (history: History): Partial<Record<RegistrationDuty, DueBy>> => {
  const owed = new Map<RegistrationDuty, DueBy>();
  for (const event of history) {
    for (const kind of dutiesChangedBy(event)) {
      const due = dutyBegunBy(event, kind);
      if (due === undefined) owed.delete(kind);
      else owed.set(kind, due);
    }
  }
  return Object.fromEntries(owed);
};

const owedByState = (history: History): Partial<Record<RegistrationDuty, DueBy>> => {
  const state = replay(decider, history);
  return Object.fromEntries(KINDS.map((kind) => [kind, dueBy(state, kind)] as const).filter(([, due]) => due));
};

describe('what a registration owes', () => {
  it.each(Object.entries(stories))('is told by its events as by its state, step by step: %s', (_, history) => {
    for (const [index] of history.entries()) {
      const upTo = history.slice(0, index + 1);
      expect(owedByEvents(upTo)).toEqual(owedByState(upTo));
    }
  });

  it('every kind of duty is met in these stories', () => {
    const met = Object.values(stories).flatMap((history) =>
      history.flatMap((event) => dutiesChangedBy(event).filter((kind) => dutyBegunBy(event, kind) !== undefined)),
    );
    expect(KINDS.filter((kind) => !met.includes(kind))).toEqual([]);
  });
});

const daySetIn = (state: RegistrationState) => {
  if (state.status === 'UNDER_APPRAISAL') return state.appraisal.dueOn;
  if ('remedyDueOn' in state) return state.remedyDueOn;
  return 'dueOn' in state ? state.dueOn : undefined;
};

/** Rules that stand in nobody's way. */
const NOTHING_ASKED = {
  regulation: regulation({
    registration: { ...content.registration, requiredItems: [], maxReturns: 99 },
    dossier: { ...content.dossier, minImplementationDays: 0 },
    appraisal: { ...content.appraisal, minMembers: 0 },
  }),
};

describe('what a registration waits for', () => {
  const waitingOf = (history: History) => history.reduce(waitingAfter, NOTHING_WAITS);
  const steps = (history: History) => history.map((_, index) => history.slice(0, index + 1));

  it.each(Object.entries(stories))('may be done by whom it waits for, step by step: %s', (_, history) => {
    for (const upTo of steps(history)) {
      const state = replay(decider, upTo);
      if (state.status === 'NONE') continue;
      for (const act of awaitedIn(state.status, waitingOf(upTo), daySetIn(state))) {
        const { command, role, personId = 'anybody', until = '2026-10-01', after, besides = [] } = act;
        if (command === 'DraftDecision' || command === 'AttendCouncil') continue;
        const today = onDay(after === undefined ? until : addDays(after, 1), NOTHING_ASKED);
        const may = (by: string) => actionsOf(state, [{ personId: by, role, unitId: 'anywhere' }], { today })[command];
        expect([command, may(personId)]).toMatchObject([command, { allowed: true }]);
        expect(besides.filter((person) => may(person).allowed)).toEqual([]);
      }
    }
  });

  it.each(Object.entries(stories))('counts the team as the registration does, step by step: %s', (_, history) => {
    for (const upTo of steps(history)) {
      const state = replay(decider, upTo);
      if (state.status !== 'UNDER_APPRAISAL') continue;
      const team = state.appraisal.team.map(({ personId, declared, scores }) => ({
        ...{ personId, declared },
        scored: scores !== undefined,
      }));
      expect(waitingOf(upTo).team).toEqual(team);
    }
  });

  it.each(Object.entries(stories))('has the day that is set for it, where one is: %s', (_, history) => {
    let day: LocalDate | undefined;
    for (const [index, event] of history.entries()) {
      day = dueOnAfter(event, day);
      expect(day).toBe(daySetIn(replay(decider, history.slice(0, index + 1))));
    }
  });
});
