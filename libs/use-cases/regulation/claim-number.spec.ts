import { randomUUID } from 'node:crypto';
import { regulation } from '#domain';
import { createDirectory } from '#identity';
import type { Ports } from '../ports.ts';
import { furnishProvince } from '../testing/province.ts';
import { regulationUseCase } from './regulation.use-case.ts';

/** A province and a commune, each with drafts of regulations, and a signer who may put all of them in force. */
const setUp = async () => {
  const { store, engine, clock, rules, write, provinceId, communeIds } = await furnishProvince();
  const personId = randomUUID();
  const appointment = { personId, appointmentId: randomUUID(), unitId: provinceId, role: 'DECISION_SIGNER' } as const;
  await write(`person-${personId}`, { type: 'PersonEntered', data: { personId, name: 'Ánh' } });
  await write(`person-${personId}`, {
    type: 'PersonAppointed',
    data: { ...appointment, from: '2026-01-01', document: { number: '1-QĐ/TU', issuedOn: '2026-01-01' } },
  });
  const ports = {
    ...{ store, engine, clock, rules, newId: randomUUID, directory: createDirectory(store) },
  } as unknown as Ports;
  const draft = async (title: string, unitId: string = provinceId) => {
    const regulationId = randomUUID();
    const content = { ...regulation.exampleRegulation(2026), title };
    await write(`regulation-${regulationId}`, { type: 'RegulationDrafted', data: { regulationId, unitId, content } });
    return regulationId;
  };
  const publish = async (id: string, number: string, issuedOn = '2026-06-01', dryRun = false) => {
    const answer = await regulationUseCase.run(ports, {
      ...{ caller: { kind: 'person', personId }, type: 'PublishRegulation', id, dryRun },
      data: { number, issuedOn, from: issuedOn, illustrative: true },
    });
    return answer.kind === 'rejected' ? [answer.reason, answer.params?.['regulation']] : 'published';
  };
  return { draft, publish, commune: communeIds[0] ?? '' };
};

describe('the number of a regulation', () => {
  it('is borne by one of its body and year, however it is spelt, in a dry run too', async () => {
    const { draft, publish, commune } = await setUp();
    const [first, second, elsewhere] = [await draft('Thứ nhất'), await draft('Thứ hai'), await draft('Xã', commune)];
    expect(await publish(first, '12-QĐ/TU')).toBe('published');
    const taken = ['regulation-number-taken', 'Thứ nhất'];
    expect(await publish(second, '12 - qđ/tu', '2026-06-02', true)).toEqual(taken);
    expect(await publish(second, '12 - qđ/tu', '2026-06-02')).toEqual(taken);
    expect(await publish(elsewhere, '12-QĐ/TU')).toBe('published');
    expect(await publish(second, '12-QĐ/TU', '2025-12-31')).toBe('published');
  });

  it('is one number with any dash and “Số” before it; one that differs only in where / and - stand is taken for a slip', async () => {
    const { draft, publish } = await setUp();
    const [first, second] = [await draft('Thứ nhất'), await draft('Thứ hai')];
    expect(await publish(first, '97-QĐ/TU')).toBe('published');
    const taken = ['regulation-number-taken', 'Thứ nhất'];
    for (const typed of [
      '97–QĐ/TU',
      'Số 97-QĐ/TU',
      '97\u2011QĐ/TU',
      '97-QĐ/TU'.normalize('NFD'),
      '97 - QĐ / TU',
      '97/QĐ-TU',
    ])
      expect(await publish(second, typed, '2026-06-02')).toEqual(taken);
    expect(await publish(second, '97-QĐ/TW')).toBe('published');
  });

  it('is one’s when two are put in force at the same moment', async () => {
    const { draft, publish } = await setUp();
    const drafts = await Promise.all(Array.from({ length: 5 }, (_, index) => draft(`Bản ${String(index)}`)));
    const answers = await Promise.all(drafts.map((id) => publish(id, '12-QĐ/TU')));
    expect(answers.filter((each) => each === 'published')).toHaveLength(1);
  });

  it('is not kept by one that was refused', async () => {
    const { draft, publish } = await setUp();
    const [refused, other] = [await draft('Bị từ chối'), await draft('Khác')];
    expect(await publish(refused, '12-QĐ/TU', '2026-07-01')).toEqual(['issued-in-future', undefined]);
    expect(await publish(other, '12-QĐ/TU')).toBe('published');
  });
});
