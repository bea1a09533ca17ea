import type { organization, regulation } from '#domain';
import type { Words } from './word.ts';

/** What a decision does. */
export const ACT_NAMES: Words<regulation.Act> = {
  RECOGNIZE: ['công nhận', 'recognize'],
  REFUSE_RECOGNITION: ['không công nhận', 'refuse recognition'],
  REVOKE_RECOGNITION: ['thu hồi công nhận', 'revoke recognition'],
  COMMEND: ['khen thưởng', 'commend'],
  REFUSE_COMMENDATION: ['không khen thưởng', 'refuse a commendation'],
  CANCEL_COMMENDATION: ['hủy khen thưởng', 'cancel a commendation'],
};

export const UNIT_KIND_NAMES: Words<organization.UnitKind> = {
  NATIONAL: ['trung ương', 'national'],
  PROVINCE: ['tỉnh, thành phố', 'province'],
  COMMUNE: ['xã, phường, đặc khu', 'commune'],
  CENTRAL_AGENCIES: ['cơ quan trung ương', 'central agencies'],
  UNIT: ['đơn vị', 'unit'],
};
