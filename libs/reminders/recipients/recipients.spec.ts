import { organization, SYSTEM, type EventMeta, type regulation, type Role } from '#domain';
import { recipientsOf, type RemindedDuty } from './recipients.ts';

const document = { number: '1-QĐ', issuedOn: '2025-06-30' };
const MORNING = '2026-03-02T01:30:00.000Z';
const meta: EventMeta = {
  ...{ actor: SYSTEM, recordedAt: MORNING, effectiveOn: '2026-03-02', commandId: 'one', correlationId: 'one' },
};

const unit = (unitId: string, parentId?: string): organization.UnitEvent => ({
  type: 'UnitEstablished',
  data: { unitId, name: unitId, kind: 'COMMUNE', from: '2025-07-01', ...(parentId === undefined ? {} : { parentId }) },
});
const tree = [
  unit('province'),
  unit('neighbour', 'province'),
  unit('commune', 'province'),
  unit('hamlet', 'commune'),
].reduce(organization.evolveTree, organization.emptyTree);

const holds = (personId: string, role: Role, unitId: string, until?: string): readonly organization.PersonEvent[] => [
  { type: 'PersonEntered', data: { personId, name: personId } },
  {
    type: 'PersonAppointed',
    data: {
      ...{ personId, appointmentId: `${personId}-1`, unitId, role, from: '2025-07-01', document },
      ...(until === undefined ? {} : { until }),
    },
  },
];
const book = [
  ...holds('lan', 'UNIT_OFFICER', 'commune'),
  ...holds('hoa', 'UNIT_OFFICER', 'commune'),
  ...holds('past', 'UNIT_OFFICER', 'commune', '2026-03-01'),
  ...holds('chief', 'UNIT_HEAD', 'commune'),
  ...holds('minh', 'STANDING_BODY_OFFICER', 'commune'),
  ...holds('body', 'STANDING_BODY_OFFICER', 'province'),
  ...holds('officer-above', 'UNIT_OFFICER', 'province'),
  ...holds('head-above', 'UNIT_HEAD', 'province'),
  ...holds('neighbour-body', 'STANDING_BODY_OFFICER', 'neighbour'),
]
  .map((event) => ({ ...event, meta }))
  .reduce(organization.evolveBook, organization.emptyBook);

const duty: RemindedDuty = { unitId: 'commune', ownerRole: 'UNIT_OFFICER', receiverId: null };
const reached = (recipient: regulation.RungRecipient, change: Partial<RemindedDuty> = {}, at = MORNING) =>
  recipientsOf({ tree, book }, { ...duty, ...change }, recipient, at);

describe('a rung reaches', () => {
  it('the officers of that very unit, not those above it', () => {
    expect(reached('OFFICER')).toEqual(['lan', 'hoa']);
    expect(reached('OFFICER', { unitId: 'hamlet' })).toEqual([]);
  });

  it('those who hold the role at that instant', () => {
    expect(reached('OFFICER', {}, '2026-03-01T16:59:59.999Z')).toEqual(['lan', 'hoa', 'past']);
    expect(reached('OFFICER', {}, '2026-03-01T17:00:00.000Z')).toEqual(['lan', 'hoa']);
  });

  it('the officer of the standing body for what the standing body owes', () => {
    expect(reached('OFFICER', { ownerRole: 'STANDING_BODY_OFFICER' })).toEqual(['minh']);
  });

  it('the head of the unit', () => {
    expect(reached('HEAD')).toEqual(['chief']);
  });

  it('the receiving body and its head: the unit above unless another is named', () => {
    expect(reached('RECEIVING_BODY')).toEqual(['body']);
    expect(reached('RECEIVING_HEAD')).toEqual(['head-above']);
    expect(reached('RECEIVING_BODY', { receiverId: 'neighbour' })).toEqual(['neighbour-body']);
    expect(reached('RECEIVING_HEAD', { receiverId: 'neighbour' })).toEqual([]);
  });

  it('the unit itself at the top', () => {
    expect(reached('RECEIVING_BODY', { unitId: 'province' })).toEqual(['body']);
  });

  it('the unit above of that day', () => {
    const moved = organization.evolveTree(tree, {
      type: 'UnitMoved',
      data: { unitId: 'commune', parentId: 'neighbour', from: '2026-03-03' },
    });
    const on = (at: string) => recipientsOf({ tree: moved, book }, duty, 'RECEIVING_BODY', at);
    expect(on('2026-03-02T16:59:59.999Z')).toEqual(['body']);
    expect(on('2026-03-02T17:00:00.000Z')).toEqual(['neighbour-body']);
  });

  it('the nearest unit above the receiving body from the day after that was closed', () => {
    const closed = organization.evolveTree(tree, {
      type: 'UnitClosed',
      data: { unitId: 'neighbour', on: '2026-03-02', reason: 'Sắp xếp lại' },
    });
    const on = (at: string) =>
      recipientsOf({ tree: closed, book }, { ...duty, receiverId: 'neighbour' }, 'RECEIVING_BODY', at);
    expect(on('2026-03-02T16:59:59.999Z')).toEqual(['neighbour-body']);
    expect(on('2026-03-02T17:00:00.000Z')).toEqual(['body']);
  });
});
