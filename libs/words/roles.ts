import type { Role } from '#domain';
import type { Words } from './word.ts';

/** What the roles are called. */
export const ROLE_NAMES: Words<Role> = {
  UNIT_OFFICER: ['cán bộ đơn vị', 'unit officer'],
  UNIT_HEAD: ['thủ trưởng đơn vị', 'unit head'],
  STANDING_BODY_OFFICER: ['cán bộ cơ quan tham mưu', 'officer of the standing body'],
  APPRAISER: ['thành viên thẩm định', 'appraiser'],
  COUNCIL_MEMBER: ['ủy viên hội đồng', 'council member'],
  DECISION_SIGNER: ['người ký quyết định', 'signer of decisions'],
  INSPECTOR: ['cán bộ kiểm tra', 'inspector'],
  AUDITOR: ['kiểm toán viên', 'auditor'],
  SYSTEM_ADMIN: ['quản trị viên', 'administrator'],
};
