import { readdirSync, readFileSync } from 'node:fs';
import type { EventType, organization } from '#domain';
import { samples } from './samples/index.ts';
import { currentVersion, productCodec, upcasters } from './upcasters.ts';

interface Frozen {
  readonly type: EventType;
  readonly version: number;
  readonly data: unknown;
}

const folder = new URL('./corpus/', import.meta.url);
const frozen = readdirSync(folder)
  .filter((file) => file.endsWith('.json'))
  .map((file) => JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Frozen);

const meta = {
  actor: { personId: 'p', role: 'SYSTEM', unitId: 'u' },
  recordedAt: '2026-03-02T01:30:00.000Z',
  effectiveOn: '2026-03-02',
  commandId: 'c',
  correlationId: 'c',
  commandHash: 'h',
} as const;

describe('the corpus of every event ever released', () => {
  it('holds each version of each event type (`npm run corpus`), so that none is changed or forgotten unseen', () => {
    const expected = Object.entries(upcasters).flatMap(([type, steps]) =>
      Array.from({ length: steps.length + 1 }, (_, index) => `${type}.v${index + 1}`),
    );
    expect(frozen.map(({ type, version }) => `${type}.v${version}`).sort()).toEqual(expected.sort());
  });

  it.each(frozen.map((event) => [`${event.type}, version ${event.version}`, event] as const))(
    'still reads %s as today’s program means it',
    (_, { type, version, data }) => {
      const stored = { position: 1, stream: 'registration-1', revision: 0, id: 'e', type, version, data, meta };
      expect(productCodec.decode(stored).data).toEqual(samples[type]);
    },
  );

  it('lifts what the gate of the organization admitted by each step of its type', () => {
    const admitted: Record<organization.AdmittedChange['type'], true> = {
      ...{ UnitEstablished: true, UnitRenamed: true, UnitMoved: true, UnitClosed: true },
      ...{ AppointmentProposed: true, PersonAppointed: true, AccountLocked: true, AccountInvited: true },
    };
    const steps = (Object.keys(admitted) as EventType[]).flatMap((type) => upcasters[type]);
    expect(upcasters.OrganizationChangeAdmitted.length).toBeGreaterThanOrEqual(steps.length);
  });

  it('writes every event in the version that is frozen last', () => {
    for (const type of Object.keys(samples) as EventType[]) {
      const versions = frozen.filter((event) => event.type === type).map((event) => event.version);
      expect(currentVersion(type)).toBe(Math.max(...versions));
    }
  });
});
