import { randomUUID } from 'node:crypto';
import { regulation } from '#domain';
import { createDirectory } from '#identity';
import type { Ports } from '../ports.ts';
import { eventsOf } from '../testing/events-of.ts';
import { furnishProvince } from '../testing/province.ts';
import { regulationUseCase } from './regulation.use-case.ts';
import { createRules } from './rules.ts';
import { lacksUnder } from './staffing.ts';

const COMMUNES = 3355;
/** In an office where only a signer was appointed so far. */
const LACKING = ['DRAFT', 'SUBMIT', 'ACCEPT', 'SCORE', 'VOTE'];

/** A large office with a draft of a regulation, and a signer to put it in force. */
const setUp = async (communes = 3) => {
  const { store, engine, clock, write, provinceId } = await furnishProvince(communes);
  const regulationId = randomUUID();
  const content = regulation.exampleRegulation(2026);
  await write(`regulation-${regulationId}`, {
    type: 'RegulationDrafted',
    data: { regulationId, unitId: provinceId, content },
  });
  const personId = randomUUID();
  const appointment = { personId, appointmentId: randomUUID(), unitId: provinceId, role: 'DECISION_SIGNER' } as const;
  await write(`person-${personId}`, { type: 'PersonEntered', data: { personId, name: 'Ánh' } });
  await write(`person-${personId}`, {
    type: 'PersonAppointed',
    data: { ...appointment, from: '2026-01-01', document: { number: '1-QĐ/TU', issuedOn: '2026-01-01' } },
  });
  const ports = {
    ...{ store, engine, clock, newId: randomUUID },
    ...{ directory: createDirectory(store), rules: createRules(store) },
  } as unknown as Ports;
  const publish = () =>
    regulationUseCase.run(ports, {
      ...{ caller: { kind: 'person', personId }, type: 'PublishRegulation', id: regulationId },
      data: { number: '12-QĐ/TU', issuedOn: '2026-06-01', from: '2026-06-01', illustrative: true },
    });
  return { ports, store, publish, regulationId };
};

describe('a regulation of an office of some thousand units', () => {
  it('is published with a summary of who is lacking; the whole list is asked for', async () => {
    const { ports, store, publish, regulationId } = await setUp(COMMUNES);
    expect(await publish()).toMatchObject({ events: ['RegulationPublished'] });
    const published = (await eventsOf(store, `regulation-${regulationId}`)).at(-1);
    expect(published).toMatchObject({ data: { warnings: LACKING.map((step) => ({ step, units: COMMUNES + 1 })) } });
    expect(JSON.stringify(published?.data).length).toBeLessThan(2000);
    const lacks = await lacksUnder(ports, regulationId);
    expect(lacks).toHaveLength(LACKING.length * (COMMUNES + 1));
    expect(lacks?.[0]).toMatchObject({ step: 'DRAFT', persons: 0, needed: 1 });
  });

  it('of which there is none lacks nobody', async () => {
    const { ports } = await setUp();
    expect(await lacksUnder(ports, randomUUID())).toBeUndefined();
  });
});
