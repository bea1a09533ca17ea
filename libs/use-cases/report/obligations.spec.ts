import { randomUUID } from 'node:crypto';
import type { regulation } from '#domain';
import { furnishProvince, SUBMIT, UNIT_OFFICER } from '../testing/province.ts';
import { createObligations, UNIT_CLOSED } from './obligations.ts';

const typesOf = (events: readonly { readonly type: string }[]) => events.map(({ type }) => type);

describe('the reports of a province', () => {
  it('are obliged by the system, each once, under the regulation in force', async () => {
    const { obligations, provinceId, communeIds, regulationId, reportOf, historyOf } = await furnishProvince();
    expect(await obligations().obligeAll()).toEqual({ obliged: 8, excused: 0 });
    const [obliged, ...more] = await historyOf(reportOf(communeIds[0] ?? ''));
    expect(more).toEqual([]);
    expect(obliged).toMatchObject({
      type: 'ReportObliged',
      data: { kind: 'OWN', receiverId: provinceId, regulationId, dueOn: '2026-06-15' },
      meta: { actor: { role: 'SYSTEM' } },
    });
    expect(await historyOf(reportOf(provinceId, 'CONSOLIDATED'))).toMatchObject([{ data: { dueOn: '2026-06-17' } }]);
    expect(await historyOf(reportOf(provinceId, 'OWN'))).toEqual([]);
  });

  it('are not obliged again, however often it is asked, at once or by another process', async () => {
    const { obligations, store, communeIds, reportOf, historyOf } = await furnishProvince(100);
    await Promise.all([obligations().obligeAll(), obligations().obligeAll()]);
    const head = await store.head();
    const again = obligations();
    expect(await again.obligeAll()).toEqual({ obliged: 0, excused: 0 });
    expect(await again.obligeAll()).toEqual({ obliged: 0, excused: 0 });
    expect(await store.head()).toBe(head);
    expect(await historyOf(reportOf(communeIds.at(-1) ?? ''))).toHaveLength(1);
  });

  it('grow with the units and the days', async () => {
    const { obligations, establish, clock, provinceId } = await furnishProvince();
    const sweep = obligations();
    clock.set('2025-12-31T16:59:59.000Z');
    expect(await sweep.obligeAll()).toEqual({ obliged: 0, excused: 0 });
    clock.set('2025-12-31T17:00:00.000Z');
    expect(await sweep.obligeAll()).toEqual({ obliged: 8, excused: 0 });
    await establish(randomUUID(), 'COMMUNE', provinceId, '2025-12-01');
    expect(await sweep.obligeAll()).toEqual({ obliged: 2, excused: 0 });
  });

  it('follow the regulation of the nearest unit above', async () => {
    const { obligations, publish, communeIds, reportOf, historyOf } = await furnishProvince();
    const [own = '', other = ''] = communeIds;
    const periods = [{ kind: 'H1', cutoff: '2026-05-31', dueOn: '2026-06-25' }] as const;
    const regulationId = await publish(own, '2026-02-01', { reporting: { periods } });
    await publish(other, '2026-07-01');
    await obligations().obligeAll();
    expect(await historyOf(reportOf(own))).toMatchObject([{ data: { regulationId, dueOn: '2026-06-25' } }]);
    expect(await historyOf(reportOf(other))).toMatchObject([{ data: { dueOn: '2026-06-15' } }]);
  });

  it('begin with the first period that ends once the regulation is in force', async () => {
    const { obligations, publish, communeIds, reportOf, historyOf } = await furnishProvince();
    const [late = '', other = ''] = communeIds;
    const periods = [{ kind: 'H1', cutoff: '2026-05-31', dueOn: '2026-06-25' }] as const;
    await publish(late, '2026-06-01', { reporting: { periods } });
    await obligations().obligeAll();
    expect(await historyOf(reportOf(late))).toEqual([]);
    expect(await historyOf(reportOf(other))).toHaveLength(1);
  });

  it('keep their due date when a holiday is announced later', async () => {
    const { obligations, write, regulationId, communeIds, reportOf, historyOf } = await furnishProvince();
    await obligations().obligeAll();
    const added: regulation.RegulationEvent = {
      type: 'CalendarAmended',
      data: {
        ...{ regulationId, removedHolidays: [], addedMakeUpDays: [], removedMakeUpDays: [] },
        addedHolidays: [{ date: '2026-06-15', name: 'Nghỉ bù' }],
        document: { number: '1-QĐ', issuedOn: '2026-06-01' },
      },
    };
    await write(`regulation-${regulationId}`, added);
    expect(await obligations().obligeAll()).toEqual({ obliged: 0, excused: 0 });
    expect(await historyOf(reportOf(communeIds[0] ?? ''))).toMatchObject([{ data: { dueOn: '2026-06-15' } }]);
  });

  it('go on after the process died half way', async () => {
    const fixture = await furnishProvince(100);
    let left = 70;
    const dying: typeof fixture.engine = {
      ...fixture.engine,
      run: async (request) => {
        left -= 1;
        if (left < 0) throw new Error('the power failed');
        return fixture.engine.run(request);
      },
    };
    await expect(createObligations({ ...fixture, engine: dying }).obligeAll()).rejects.toThrow('the power failed');
    expect(await fixture.obligations().obligeAll()).toEqual({ obliged: 202 - 70, excused: 0 });
  });
});

describe('a report whose stream is broken', () => {
  it('keeps no other from being obliged, and is told of', async () => {
    const fixture = await furnishProvince(100);
    const broken = `report-${fixture.reportOf(fixture.communeIds[0] ?? '')}`;
    const engine: typeof fixture.engine = {
      ...fixture.engine,
      run: async (request) => {
        if (request.stream === broken) throw new Error('the stream cannot be read');
        return fixture.engine.run(request);
      },
    };
    await expect(createObligations({ ...fixture, engine }).obligeAll()).rejects.toThrow('cannot be read');
    expect(await fixture.obligations().obligeAll()).toEqual({ obliged: 1, excused: 0 });
  });
});

describe('a unit that is closed', () => {
  const setUp = async () => {
    const province = await furnishProvince();
    await province.obligations().obligeAll();
    const [closedId = '', submittedId = ''] = province.communeIds;
    await province.act(province.reportOf(submittedId), SUBMIT, UNIT_OFFICER);
    for (const unitId of [closedId, submittedId])
      await province.write(`unit-${unitId}`, {
        type: 'UnitClosed',
        data: { unitId, on: '2026-06-10', reason: 'Sáp nhập' },
      });
    return { ...province, closedId, submittedId };
  };

  it('is excused from what it still owes, from the day after, once', async () => {
    const { obligations, clock, closedId, submittedId, reportOf, historyOf } = await setUp();
    expect(await obligations().obligeAll()).toEqual({ obliged: 0, excused: 0 });
    clock.set('2026-06-10T17:00:00.000Z');
    expect(await obligations().obligeAll()).toEqual({ obliged: 0, excused: 3 });
    expect(await obligations().obligeAll()).toEqual({ obliged: 0, excused: 0 });
    expect((await historyOf(reportOf(closedId))).at(-1)).toMatchObject({
      type: 'ReportExcused',
      data: { reason: UNIT_CLOSED },
      meta: { actor: { role: 'SYSTEM' } },
    });
    expect(typesOf(await historyOf(reportOf(submittedId)))).toEqual(['ReportObliged', 'ReportSubmitted']);
  });

  it('is excused when its report is returned', async () => {
    const { obligations, clock, act, submittedId, reportOf, historyOf } = await setUp();
    clock.set('2026-06-11T02:00:00.000Z');
    const sweep = obligations();
    await sweep.obligeAll();
    const returning = { type: 'ReturnReport', data: { reason: 'Thiếu', dueOn: '2026-06-22' }, facts: {} } as const;
    await act(reportOf(submittedId), returning);
    expect(await sweep.obligeAll()).toEqual({ obliged: 0, excused: 1 });
    expect(typesOf(await historyOf(reportOf(submittedId)))).toContain('ReportExcused');
  });
});
