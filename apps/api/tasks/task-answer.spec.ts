import { reject } from '#domain';
import type { AwaitedAct } from '#read-models';
import type { Rejection } from '#use-cases';
import { answeredTasks } from './task-answer.ts';

const waiting = (...acts: AwaitedAct[]) => ({
  ...({ kind: 'registration', id: 'r1', unitId: 'u1', cycleId: 'c1', title: 'Vườn dân' } as const),
  ...{ status: 'APPRAISED', since: '2026-11-01', dueOn: null, personId: null, acts },
});

it('a task is answered with the paths that are to be called', () => {
  const items = [
    waiting({ command: 'ScoreModel', role: 'APPRAISER', personId: 'p1' }),
    waiting({ command: 'DraftDecision', role: 'STANDING_BODY_OFFICER', act: 'RECOGNIZE', hangsOn: 'WHILE_NONE' }),
    waiting({ command: 'ConfirmAppointment', role: 'SYSTEM_ADMIN', besides: ['p2'] }),
  ];
  const passed = reject<Rejection>('after-appraisal-deadline', { params: { deadline: '2026-11-30' } });
  const { items: answered, next } = answeredTasks({ items, next: 'more' }, (_, command) =>
    command === 'ScoreModel' ? passed : undefined,
  );
  const actName = { vi: 'công nhận', en: 'recognize' };
  const drafting = { vi: 'Soạn quyết định', en: 'Draft a decision' };
  const confirming = { vi: expect.any(String) as string, en: expect.any(String) as string };
  expect([answered.map(({ acts }) => acts), next]).toEqual([
    [
      [
        {
          command: 'score',
          name: { vi: 'Chấm điểm', en: 'Score the model' },
          role: 'APPRAISER',
          personId: 'p1',
          obstacle: { vi: expect.stringContaining('30/11/2026') as string, en: expect.any(String) as string },
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
        },
      ],
      [{ command: 'confirm-appointment', name: confirming, role: 'SYSTEM_ADMIN', obstacle: null }],
    ],
    'more',
  ]);
});
