import { by, given } from '../kernel/testing/spec.ts';
import type { Existing } from './checks.ts';
import type { ChildReport, ReportCommand } from './commands.ts';
import { decider } from './decide.ts';
import type { ReportEvent } from './events.ts';
import { rights } from './rights.ts';
import * as story from './testing/stories.ts';
import { isAllowed } from '../kernel/index.ts';
import { transitions } from './state.ts';
import { consolidationOf } from './submitting.ts';

const nothing = () => given(decider);
const at = (status: keyof typeof story.stories) => given(decider, ...story.stories[status]);
const theHead = { personId: 'unit-head', role: 'UNIT_HEAD', unitId: 'commune' } as const;

describe('a report is owed', () => {
  it('once: asked again, nothing happens', () => {
    nothing().when(story.oblige()).then({ type: 'ReportObliged', data: story.oblige().data });
    at('OPEN').when(story.oblige()).thenNothing();
    at('EXCUSED').when(story.oblige()).thenNothing();
  });

  it('not any more when the unit is excused, for a reason', () => {
    at('OPEN').when(story.excuse()).then(story.excused);
    at('REVISION_REQUESTED').when(story.excuse('Đơn vị đã giải thể', story.system)).then(story.excused);
    at('OPEN').when(story.excuse('  ')).thenRejected('text-required', { pointer: '/reason' });
    at('SUBMITTED')
      .when(story.excuse())
      .thenRejected('wrong-status', { params: { status: 'SUBMITTED' } });
  });
});

describe('a due date is extended', () => {
  it('by a document with a reason; the original one is told beside it', () => {
    at('OPEN').when(story.extend()).then(story.extended);
    const again = given(decider, ...story.stories.OPEN, ...story.extendedOnce).when(
      story.extend({ dueOn: '2026-07-15' }),
    );
    expect(again.outcome).toMatchObject({
      events: [{ data: { originalDueOn: '2026-06-15', previousDueOn: '2026-06-30', dueOn: '2026-07-15' } }],
    });
  });

  it.each([['2026-06-15'], ['2026-06-14']])('only to a later day, not to %s', (dueOn) => {
    at('OPEN')
      .when(story.extend({ dueOn }))
      .thenRejected('not-an-extension', { pointer: '/dueOn', params: { current: '2026-06-15' } });
  });

  it.each([
    ['text-required', '/reason', { reason: ' ' }],
    ['document-required', '/document/number', { document: { ...story.document, number: ' ' } }],
    ['date-invalid', '/document/issuedOn', { document: { ...story.document, issuedOn: '2026-02-30' } }],
    ['date-in-future', '/document/issuedOn', { document: { ...story.document, issuedOn: '2026-06-11' } }],
    ['date-invalid', '/dueOn', { dueOn: '2026-06-31' }],
  ] as const)('is refused with %s at %s', (reason, pointer, data) => {
    at('OPEN').when(story.extend(data)).thenRejected(reason, { pointer });
  });
});

describe('a report is submitted', () => {
  it('with its figures, those the log knows and the totals filled in', () => {
    at('OPEN')
      .when(story.submit({ narrative: ' Sáu tháng đầu năm\n' }))
      .then(story.submitted);
    at('REVISION_REQUESTED').when(story.submit()).then(story.submitted);
  });

  it('not before its period is over', () => {
    at('OPEN')
      .when(story.submit({}, '2026-05-31T16:59:59.000Z'))
      .thenRejected('period-not-over', { params: { cutoff: '2026-05-31' } });
    expect(at('OPEN').when(story.submit({}, '2026-05-31T17:00:00.000Z')).outcome.kind).toBe('accepted');
  });

  it.each([
    ['2026-06-15T16:59:59.000Z', 0, 'the last minute of its due date'],
    ['2026-06-15T17:00:00.000Z', 1, 'the first minute after it'],
    ['2026-06-22T02:00:00.000Z', 5, 'the Monday after'],
  ])('at %s: %i working days late, %s', (when, workingDaysLate) => {
    expect(at('OPEN').when(story.submit({}, when)).outcome).toMatchObject({ events: [{ data: { workingDaysLate } }] });
  });

  it('is late from the day that counts, not from the original one', () => {
    const outcome = given(decider, ...story.stories.OPEN, ...story.extendedOnce).when(
      story.submit({}, '2026-07-01T02:00:00.000Z'),
    ).outcome;
    expect(outcome).toMatchObject({ events: [{ data: { workingDaysLate: 1 } }] });
  });

  it('not with a file nobody stored, nor with wrong figures', () => {
    at('OPEN')
      .when(story.submit({ evidenceIds: ['e1', 'e9'] }))
      .thenRejected('evidence-unknown', { pointer: '/evidenceIds/1' });
    at('OPEN')
      .when(story.submit({ figures: { TAP_THE: 3, DANG_KY: 5 } }))
      .thenRejected('figure-locked', {
        pointer: '/figures/DANG_KY',
        params: { figure: 'Mô hình đăng ký', expected: 4 },
      });
  });
});

describe('a consolidated report', () => {
  const owed = () => given(decider, ...story.owedConsolidated);
  const made = () => given(decider, ...story.madeConsolidated);

  it('sums what is approved, names what is missing, and forgets who is excused', () => {
    owed().when(story.consolidate()).then(story.consolidated);
  });

  it('is made anew as often as wanted, and never of itself', () => {
    made().when(story.consolidate()).then(story.consolidated);
    const itself = { unitId: 'commune', reportId: 'r1', status: 'CLOSED', version: 1 } as const;
    made()
      .when(story.consolidate([...story.children, itself]))
      .then(story.consolidated);
  });

  it('is made of something, and only a consolidated report is', () => {
    owed()
      .when(story.consolidate(story.children.slice(2)))
      .thenRejected('nothing-to-consolidate');
    at('OPEN').when(story.consolidate()).thenRejected('not-a-consolidated-report');
  });

  it.each([
    ['was returned since', { status: 'REVISION_REQUESTED' }],
    ['was reopened and approved as another version since', { version: 2 }],
  ] as const)('is not submitted while a report in its total %s', (_what, change) => {
    const now = story.children.map((child) => (child.unitId === 'a' ? { ...child, ...change } : child));
    made()
      .when(story.submit({ figures: {} }, story.IN_TIME, story.officer, now))
      .thenRejected('consolidation-stale', { params: { count: 1 } });
  });

  it('is submitted although another report was approved since', () => {
    const now = story.children.map((child) =>
      child.unitId === 'c' ? { ...child, status: 'APPROVED' as const } : child,
    );
    expect(made().when(story.submit({ figures: {} }, story.IN_TIME, story.officer, now)).outcome.kind).toBe('accepted');
  });

  it('is submitted with the figures it was made of, all of them locked', () => {
    const asked = story.submit({ figures: { DANG_KY: 5 } }, story.IN_TIME, story.officer);
    expect(made().when(asked).outcome).toMatchObject({
      events: [
        {
          data: {
            figures: { DANG_KY: 5, TAP_THE: 3, CA_NHAN: null, TONG: null },
            locked: ['DANG_KY', 'TAP_THE', 'CA_NHAN', 'TONG'],
          },
        },
      ],
    });
    made()
      .when(story.submit({ figures: { TAP_THE: 4 } }, story.IN_TIME, story.officer))
      .thenRejected('figure-locked', { params: { figure: 'Mô hình tập thể', expected: 3 } });
  });

  describe('of every commune of the country', () => {
    const UNITS = 3355;
    const APPROVED = 1700;
    const uuid = (group: number, number: number) =>
      `00000000-0000-4000-8000-${String(group * 1e6 + number).padStart(12, '0')}`;
    const below = Array.from({ length: UNITS }, (_, number): ChildReport => ({
      ...{ unitId: uuid(1, number), reportId: uuid(2, number), version: 1, figures: { TAP_THE: 1 } },
      status: number < APPROVED ? 'APPROVED' : 'REVISION_REQUESTED',
    }));
    const counted = below.slice(0, APPROVED);
    const eventsOf = (children: readonly ChildReport[]) => {
      const outcome = decider.decide(story.consolidate(children), owed().state);
      return outcome.kind === 'accepted' ? outcome.events : [];
    };
    const after = (events: readonly ReportEvent[]) =>
      given(decider, ...story.owedConsolidated, ...by(story.officer)(...events));

    it('is recorded in events that are no larger for it', () => {
      const sizes = eventsOf(below).map(({ data }) => JSON.stringify(data).length);
      expect(sizes.length).toBeGreaterThan(1);
      expect(Math.max(...sizes)).toBeLessThan(64 * 1024);
    });

    it('names them all, each once and in order, and counts them', () => {
      const { consolidation } = after(eventsOf(below)).state as Existing;
      expect(consolidation).toEqual({
        reportId: 'r1',
        version: 1,
        figures: { DANG_KY: null, TAP_THE: APPROVED, CA_NHAN: null, TONG: null },
        included: counted.map(({ unitId, reportId, version }) => ({ unitId, reportId, version })),
        missing: below.slice(APPROVED).map(({ unitId, reportId, status }) => ({ unitId, reportId, status })),
        coverage: { included: APPROVED, obliged: UNITS },
      });
    });

    it('is the same as one that names them in a single event, as it was recorded before', () => {
      const asBefore: ReportEvent = {
        type: 'ReportsConsolidated',
        data: { reportId: 'r1', version: 1, ...consolidationOf(story.submit().facts.definitions, below) },
      };
      expect(after(eventsOf(below)).state).toEqual(after([asBefore]).state);
    });

    it('is not submitted while the last one in its total was returned', () => {
      const returned = counted.map((child, index) =>
        index === APPROVED - 1 ? { ...child, status: 'REVISION_REQUESTED' as const } : child,
      );
      after(eventsOf(below))
        .when(story.submit({ figures: {} }, story.IN_TIME, story.officer, returned))
        .thenRejected('consolidation-stale', { params: { count: 1 } });
    });

    it('made anew of fewer, names those only', () => {
      const [first] = counted;
      const anew = after([...eventsOf(below), ...eventsOf(counted.slice(0, 1))]).state as Existing;
      expect(anew.consolidation?.included.map(({ reportId }) => reportId)).toEqual([first?.reportId]);
    });
  });

  it('is submitted only after it was made, and made anew for a new version', () => {
    owed()
      .when(story.submit({ figures: {} }))
      .thenRejected('not-consolidated');
    given(decider, ...story.madeConsolidated, ...story.reopenedStory.slice(1))
      .when(story.submit({ figures: {} }))
      .thenRejected('not-consolidated');
  });
});

describe('a report is examined', () => {
  it.each(['SUBMITTED', 'APPROVED', 'CONSOLIDATED'] as const)('and returned when it is %s', (status) => {
    at(status).when(story.sendBack()).then(story.returned);
    expect(given(decider, ...story.stories[status], ...story.stories.REVISION_REQUESTED.slice(-1)).state).toMatchObject(
      {
        status: 'REVISION_REQUESTED',
        dueOn: '2026-06-22',
        originalDueOn: '2026-06-15',
      },
    );
  });

  it.each([
    ['text-required', '/reason', { reason: '' }],
    ['date-invalid', '/dueOn', { dueOn: '22/6' }],
    ['date-in-past', '/dueOn', { dueOn: '2026-06-09' }],
  ] as const)('and not returned with %s at %s', (reason, pointer, data) => {
    at('SUBMITTED').when(story.sendBack(data)).thenRejected(reason, { pointer });
    at('CLOSED').when(story.reopen(data)).thenRejected(reason, { pointer });
  });

  it('and approved', () => {
    at('SUBMITTED').when(story.approve()).then(story.approved);
  });

  it('by nobody who submitted it, nor for somebody who did; nor do they close it, reopen it, or let it be late', () => {
    const same = { ...story.officer, personId: 'unit-officer' };
    const inTheirName = { ...story.officer, onBehalfOf: 'unit-officer' };
    for (const actor of [same, inTheirName]) {
      at('SUBMITTED').when(story.approve(actor)).thenRejected('own-report');
      at('SUBMITTED').when(story.sendBack({}, actor)).thenRejected('own-report');
      at('APPROVED').when(story.close(actor)).thenRejected('own-report');
      at('CLOSED').when(story.reopen({}, actor)).thenRejected('own-report');
      at('REVISION_REQUESTED').when(story.excuse('Giải thể', actor)).thenRejected('own-report');
      at('REVISION_REQUESTED').when(story.extend({}, actor)).thenRejected('own-report');
    }
    const byDeputy = given(decider, ...story.stories.OPEN, ...story.submittedFor('unit-officer', 'deputy'));
    byDeputy.when(story.approve(same)).thenRejected('own-report');
  });
});

describe('a unit is reminded by order', () => {
  const once = () => given(decider, ...story.stories.OPEN, ...story.remindedOnce);

  it('of what it owes, with what it is told besides', () => {
    at('OPEN').when(story.remind()).then(story.reminded);
    at('OPEN')
      .when(story.remind({ note: '  ' }))
      .then(story.reminded);
    at('OPEN')
      .when(story.remind({ note: ' Nộp trong ngày ' }))
      .then({ ...story.reminded, data: { ...story.reminded.data, note: 'Nộp trong ngày' } } as ReportEvent);
    at('REVISION_REQUESTED')
      .when(story.remind())
      .then({ ...story.reminded, data: { ...story.reminded.data, dueOn: '2026-06-22' } } as ReportEvent);
  });

  it('once a day in Vietnam: a second order is told of the first', () => {
    const params = { person: 'officer', time: '09:00' };
    once().when(story.remind()).thenRejected('already-reminded-today', { params });
    once()
      .when(story.remind({}, story.officer, '2026-06-10T16:59:59.000Z'))
      .thenRejected('already-reminded-today', { params });
    once()
      .when(story.remind({}, story.officer, '2026-06-10T17:00:00.000Z'))
      .then(story.reminded);
  });

  it('of what is owed anew on the same day too', () => {
    const returned = [...story.stories.OPEN, ...story.remindedOnce, ...story.stories.REVISION_REQUESTED.slice(1)];
    expect(given(decider, ...returned).when(story.remind()).outcome).toMatchObject({ kind: 'accepted' });
  });

  it('not by who handed it in before', () => {
    at('REVISION_REQUESTED')
      .when(story.remind({}, { ...story.officer, personId: 'unit-officer' }))
      .thenRejected('own-report');
  });
});

describe('a report goes into the one above', () => {
  it('when it is approved in that very version, and once', () => {
    at('APPROVED').when(story.markConsolidated()).then(story.taken);
    at('APPROVED').when(story.markConsolidated(2)).thenNothing();
    at('CONSOLIDATED').when(story.markConsolidated()).thenNothing();
    at('REVISION_REQUESTED').when(story.markConsolidated()).thenNothing();
    nothing().when(story.markConsolidated()).thenNothing();
  });
});

describe('a report is closed', () => {
  it('whether or not it went into another one', () => {
    at('APPROVED').when(story.close()).then(story.closed);
    at('CONSOLIDATED').when(story.close()).then(story.closed);
  });

  it('and stays when a new version begins', () => {
    at('CLOSED').when(story.reopen()).then(story.reopened);
    expect(given(decider, ...story.reopenedStory).state).toMatchObject({
      status: 'OPEN',
      version: 2,
      closedVersions: [1],
      dueOn: '2026-07-10',
      originalDueOn: '2026-06-15',
    });
  });
});

describe('whoever asks', () => {
  const commands: readonly ReportCommand[] = [
    ...[story.oblige(), story.submit(), story.sendBack(), story.approve(), story.consolidate()],
    ...[story.markConsolidated(), story.close(), story.reopen(), story.excuse(), story.extend(), story.remind()],
  ];

  it('needs the role for it', () => {
    for (const command of commands) {
      const stranger = { ...command, meta: { ...command.meta, actor: { ...theHead, role: 'AUDITOR' as const } } };
      at('OPEN').when(stranger).thenRejected('role-not-allowed');
      expect(rights[command.type]).toContain(command.meta.actor.role);
    }
  });

  it.each(Object.keys(story.stories) as (keyof typeof story.stories)[])(
    'is refused what the table does not allow at %s',
    (status) => {
      for (const command of commands) {
        const allowed = isAllowed(transitions, command.type, status);
        const { outcome } = at(status).when(command);
        const refused = outcome.kind === 'rejected' && outcome.reason === 'wrong-status';
        const silent = command.type === 'ObligeReport' || command.type === 'MarkConsolidated';
        expect({ type: command.type, refused }).toEqual({ type: command.type, refused: !allowed && !silent });
      }
    },
  );
});
