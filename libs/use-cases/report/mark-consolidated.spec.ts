import type { reporting } from '#domain';
import type { RecordedEvent } from '#event-store';
import { furnishProvince, SUBMIT, UNIT_OFFICER } from '../testing/province.ts';
import { markConsolidated } from './mark-consolidated.ts';

const APPROVE = { type: 'ApproveReport', data: {}, facts: {} } as const;

/** Three communes have submitted; two are approved and in the consolidated report, which is not submitted yet. */
const setUp = async () => {
  const province = await furnishProvince();
  const { act, reportOf, provinceId, communeIds, historyOf } = province;
  await province.obligations().obligeAll();
  const below = communeIds.map((unitId) => reportOf(unitId));
  const [first = '', second = '', third = ''] = below;
  for (const id of below) await act(id, SUBMIT, UNIT_OFFICER);
  for (const id of [first, second]) await act(id, APPROVE);
  const above = reportOf(provinceId, 'CONSOLIDATED');
  const children: readonly reporting.ChildReport[] = below.map((reportId, index) => ({
    ...{ reportId, unitId: communeIds[index] ?? '', version: 1 },
    status: reportId === third ? 'SUBMITTED' : 'APPROVED',
  }));
  await act(above, { type: 'ConsolidateReports', data: {}, facts: { definitions: [], children } });
  const lastOf = async (id: string): Promise<RecordedEvent> => {
    const event = (await historyOf(id)).at(-1);
    if (event === undefined) throw new Error(`nothing happened to ${id}`);
    return event;
  };
  const submitAbove = async (now = children) => {
    const reporter = { ...UNIT_OFFICER, personId: 'person-reporter' };
    await act(above, { ...SUBMIT, facts: { ...SUBMIT.facts, children: now } }, reporter);
    return lastOf(above);
  };
  return { ...province, reaction: markConsolidated(province), above, first, second, third, submitAbove, lastOf };
};

describe('a consolidated report that is submitted', () => {
  it('marks what went into it, in the name of who submitted it, and nothing else', async () => {
    const { reaction, submitAbove, lastOf, above, first, second, third } = await setUp();
    const submitted = await submitAbove();
    await reaction.handle(submitted);
    for (const id of [first, second])
      expect(await lastOf(id)).toMatchObject({
        type: 'ReportConsolidated',
        data: { reportId: id, version: 1, intoReportId: above },
        meta: { actor: { personId: 'person-reporter', role: 'SYSTEM' }, causationId: submitted.id },
      });
    expect(await lastOf(third)).toMatchObject({ type: 'ReportSubmitted' });
  });

  it('marks it once, however often the reaction sees it', async () => {
    const { reaction, store, submitAbove } = await setUp();
    const submitted = await submitAbove();
    await Promise.all([reaction.handle(submitted), reaction.handle(submitted)]);
    const head = await store.head();
    await reaction.handle(submitted);
    expect(await store.head()).toBe(head);
  });

  it('marks the rest after the process died half way', async () => {
    const { reaction, submitAbove, lastOf, first, second, ...tools } = await setUp();
    const submitted = await submitAbove();
    const dying: typeof tools.engine = {
      ...tools.engine,
      run: async (request) => {
        if (request.stream.endsWith(second)) throw new Error('the power failed');
        return tools.engine.run(request);
      },
    };
    await expect(markConsolidated({ ...tools, engine: dying }).handle(submitted)).rejects.toThrow('the power failed');
    await reaction.handle(submitted);
    expect([(await lastOf(first)).type, (await lastOf(second)).type]).toEqual(Array(2).fill('ReportConsolidated'));
  });

  it('marks what was in it at that moment, although it was returned and made anew since', async () => {
    const { reaction, act, submitAbove, lastOf, above, first, second } = await setUp();
    const submitted = await submitAbove();
    await act(above, { type: 'ReturnReport', data: { reason: 'Sai', dueOn: '2026-06-22' }, facts: {} });
    const only: reporting.ChildReport = { unitId: 'u', reportId: first, status: 'APPROVED', version: 1 };
    await act(above, { type: 'ConsolidateReports', data: {}, facts: { definitions: [], children: [only] } });
    await reaction.handle(submitted);
    expect((await lastOf(second)).type).toBe('ReportConsolidated');
  });

  it('marks the last of as many as the country has communes, recorded in one append', async () => {
    const { reaction, act, submitAbove, lastOf, historyOf, above, first } = await setUp();
    const others = Array.from({ length: 3354 }, (_, number): reporting.ChildReport => {
      const id = `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
      return { unitId: id, reportId: id, status: 'CLOSED', version: 1 };
    });
    const last: reporting.ChildReport = { unitId: 'u', reportId: first, status: 'APPROVED', version: 1 };
    const children = [...others, last];
    await act(above, { type: 'ConsolidateReports', data: {}, facts: { definitions: [], children } });
    const events = (await historyOf(above)).slice(2);
    expect(new Set(events.map(({ meta }) => meta.commandId)).size).toBe(1);
    expect(Math.max(...events.map((event) => JSON.stringify(event).length))).toBeLessThan(64 * 1024);
    await reaction.handle(await submitAbove(children));
    expect(await lastOf(first)).toMatchObject({ type: 'ReportConsolidated', data: { intoReportId: above } });
  });

  it('leaves alone what was returned meanwhile', async () => {
    const { reaction, act, submitAbove, lastOf, first } = await setUp();
    await act(first, { type: 'ReturnReport', data: { reason: 'Sai', dueOn: '2026-06-22' }, facts: {} });
    await reaction.handle(await submitAbove());
    expect((await lastOf(first)).type).toBe('ReportReturned');
  });
});

it('a consolidation marks nothing before its report is submitted', async () => {
  const { reaction, store } = await setUp();
  const { events } = await store.readAll({ after: 0, limit: 500, categories: reaction.categories });
  for (const event of events) await reaction.handle(event);
  expect(await store.head()).toBe(events.at(-1)?.position);
});
