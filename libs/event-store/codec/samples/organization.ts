import type { organization } from '#domain';
import { document, ids, type Samples } from './common.ts';

const { unit: unitId, other, person: personId } = ids;

const code = { invitationId: ids.model, expiresAt: '2026-03-05T02:00:00.000Z', within: [unitId] };

export const organizationSamples: Samples<
  (organization.UnitEvent | organization.PersonEvent | organization.OrganizationEvent)['type']
> = {
  UnitEstablished: {
    unitId,
    name: 'Đảng ủy xã Nghi Lộc',
    kind: 'COMMUNE',
    parentId: other,
    adminUnitCode: '17827',
    from: '2025-07-01',
    document,
  },
  UnitRenamed: { unitId, name: 'Đảng ủy xã Nghi Lâm', from: '2026-02-01', document },
  UnitMoved: { unitId, parentId: other, from: '2026-02-01', document },
  UnitClosed: { unitId, on: '2026-03-01', reason: 'Sáp nhập đơn vị hành chính', document },
  PersonEntered: { personId, name: 'Nguyễn Thị Ánh', email: 'anh@example.vn' },
  AppointmentProposed: {
    ...{ personId, appointmentId: other, unitId, document },
    ...{ role: 'DECISION_SIGNER', from: '2025-07-01' },
  },
  AppointmentDeclined: { personId, appointmentId: other, reason: 'Chưa có quyết định phân công' },
  PersonAppointed: {
    personId,
    appointmentId: other,
    unitId,
    role: 'UNIT_OFFICER',
    from: '2025-07-01',
    until: '2026-12-31',
    document,
  },
  AppointmentEnded: { personId, appointmentId: other, endsAt: '2026-05-31T17:00:00.000Z', reason: 'Chuyển công tác' },
  AccountInvited: { personId, accountId: other, username: 'can bo 1', ...code },
  AccountOpened: { personId, accountId: other, username: 'can bo 1', credentialId: other },
  EmailChanged: { personId, email: 'lan@xa.example.vn' },
  AccountReset: { personId, accountId: other, ...code },
  PasswordSet: { personId, accountId: other, credentialId: ids.model },
  SecondFactorAdded: { personId, accountId: other, secondFactorId: ids.model },
  SecondFactorRemoved: { personId, accountId: other },
  AccountLocked: { personId, accountId: other, appointmentId: ids.model },
  AccountUnlocked: { personId, accountId: other },
  AccountDisabled: { personId },
  OrganizationChangeAdmitted: {
    stream: `unit-${unitId}`,
    changedBy: ids.model,
    changes: [
      { type: 'UnitMoved', data: { unitId, parentId: other, from: '2026-02-01', document }, effectiveOn: '2026-02-01' },
    ],
  },
};
