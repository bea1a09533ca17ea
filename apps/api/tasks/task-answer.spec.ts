import { organization } from '#domain';
import type { ActToday } from '#use-cases';
import { sentences } from '../reading/actions.ts';
import { answeredTasks } from './task-answer.ts';

const directory = { tree: organization.emptyTree } as Parameters<typeof sentences>[0];

const waiting = (...acts: ActToday[]) => ({
  ...({ kind: 'registration', id: 'r1', unitId: 'u1', cycleId: 'c1', title: 'Vườn dân' } as const),
  ...{
    status: 'APPRAISED',
    since: '2026-11-01',
    dueOn: null,
    personId: null,
    report: null,
    document: null,
    fromOn: null,
    acts,
  },
});

it('a task is answered with the paths that are to be called', () => {
  const passed = { reason: 'after-appraisal-deadline', params: { deadline: '2026-11-30' } } as const;
  const late = { reason: 'late-reason-required', params: { deadline: '2026-03-31' }, pointer: '/lateReason' } as const;
  const tasks = [
    waiting({ command: 'ScoreModel', role: 'APPRAISER', personId: 'p1', obstacle: passed }),
    waiting({ command: 'SubmitRegistration', role: 'UNIT_HEAD', remark: late }),
    waiting({ command: 'DraftDecision', role: 'STANDING_BODY_OFFICER', act: 'RECOGNIZE', hangsOn: 'WHILE_NONE' }),
    waiting({ command: 'ConfirmAppointment', role: 'SYSTEM_ADMIN', besides: ['p2'] }),
  ];
  const answered = answeredTasks(tasks, sentences(directory, '2026-12-01T02:00:00.000Z'));
  const actName = { vi: 'công nhận', en: 'recognize' };
  const drafting = { vi: 'Soạn quyết định', en: 'Draft a decision' };
  const confirming = { vi: expect.any(String) as string, en: expect.any(String) as string };
  const submitting = { vi: expect.any(String) as string, en: expect.any(String) as string };
  expect(answered.map(({ acts }) => acts)).toEqual([
    [
      {
        command: 'score',
        name: { vi: 'Chấm điểm', en: 'Score the model' },
        role: 'APPRAISER',
        personId: 'p1',
        obstacle: { vi: expect.stringContaining('30/11/2026') as string, en: expect.any(String) as string },
        remark: null,
      },
    ],
    [
      {
        ...{ command: 'submit', name: submitting, role: 'UNIT_HEAD', obstacle: null },
        remark: {
          ...{ code: 'late-reason-required', field: 'lateReason' },
          sentence: { vi: expect.stringContaining('31/03/2026') as string, en: expect.any(String) as string },
        },
      },
    ],
    [
      {
        command: 'draft-decision',
        name: drafting,
        role: 'STANDING_BODY_OFFICER',
        act: 'RECOGNIZE',
        actName,
        obstacle: null,
        remark: null,
      },
    ],
    [{ command: 'confirm-appointment', name: confirming, role: 'SYSTEM_ADMIN', obstacle: null, remark: null }],
  ]);
});
