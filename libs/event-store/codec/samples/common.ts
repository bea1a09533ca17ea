import type { DataOf, EventType, EvidenceRef } from '#domain';

/** One example of each of these event types, in its current version. */
export type Samples<Type extends EventType> = { readonly [T in Type]: DataOf<T> };

const uuid = (digit: number): string => `${String(digit).repeat(8)}-0000-4000-8000-${'0'.repeat(11)}${digit}`;

export const ids = {
  unit: uuid(1),
  person: uuid(2),
  cycle: uuid(3),
  regulation: uuid(4),
  registration: uuid(5),
  model: uuid(6),
  decision: uuid(7),
  commendation: uuid(8),
  other: uuid(9),
};

export const document = { number: '12-QĐ/TU', issuedOn: '2026-01-15' };

export const minutes: EvidenceRef = {
  evidenceId: ids.other,
  kind: 'MINUTES',
  fileName: 'biên bản.pdf',
  sha256: '0f'.repeat(32),
  addedBy: ids.person,
  addedAt: '2026-06-01T02:00:00.000Z',
};
