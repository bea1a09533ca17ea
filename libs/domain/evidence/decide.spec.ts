import type { Actor, Recorded } from '../kernel/index.ts';
import type { EvidenceCommand } from './commands.ts';
import { decide } from './decide.ts';
import { evolve, initial, refOf, type EvidenceState } from './state.ts';
import type { EvidenceEvent } from './events.ts';

const file: EvidenceEvent['data'] = {
  evidenceId: 'e1',
  unitId: 'u1',
  kind: 'MINUTES',
  fileName: 'Biên bản.pdf',
  mediaType: 'application/pdf',
  size: 12,
  sha256: 'ab'.repeat(32),
};

const add = (role: Actor['role'], unitActive = true, data = file): EvidenceCommand => ({
  type: 'AddEvidence',
  data,
  facts: { unitActive },
  meta: {
    commandId: 'c',
    correlationId: 'c',
    at: '2026-03-02T01:30:00.000Z',
    actor: { personId: 'p1', role, unitId: 'u1' },
  },
});

const added: EvidenceState = evolve(initial, {
  type: 'EvidenceAdded',
  data: file,
  meta: { ...add('UNIT_OFFICER').meta, recordedAt: '2026-03-02T01:30:00.000Z', effectiveOn: '2026-03-02' },
} satisfies Recorded<EvidenceEvent>);

describe('a file of evidence', () => {
  it('is added by whoever may rest an act on it', () => {
    expect(decide(add('UNIT_OFFICER'), initial)).toEqual({
      kind: 'accepted',
      events: [{ type: 'EvidenceAdded', data: file }],
    });
  });

  it.each(['AUDITOR', 'SYSTEM_ADMIN', 'COUNCIL_MEMBER'] as const)('is not added by %s', (role) => {
    expect(decide(add(role), initial)).toMatchObject({ reason: 'role-not-allowed' });
  });

  it('is not added twice, nor for a closed unit, nor without a name', () => {
    expect(decide(add('UNIT_OFFICER'), added)).toMatchObject({ reason: 'already-added' });
    expect(decide(add('UNIT_OFFICER', false), initial)).toMatchObject({ reason: 'unit-not-active' });
    expect(decide(add('UNIT_OFFICER', true, { ...file, fileName: '' }), initial)).toMatchObject({
      reason: 'text-required',
    });
  });

  it('is cited with its hash, who added it and when', () => {
    expect(refOf(added)).toMatchObject({ sha256: file.sha256, addedBy: 'p1', addedAt: '2026-03-02T01:30:00.000Z' });
    expect(refOf(initial)).toBeUndefined();
  });
});
