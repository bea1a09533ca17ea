import { ROLE_NAMES } from '#read-models';
import type { StillMissing } from '#use-cases';

/** What is still missing before the first registration, as a list to work off. */
export const missingText = (missing: readonly StillMissing[]): string =>
  missing.length === 0
    ? 'Đủ để nhận đăng ký đầu tiên. / Ready for the first registration.\n'
    : 'Còn thiếu trước đăng ký đầu tiên / still missing before the first registration:\n' +
      missing.map((each) => `  - ${sentenceOf(each)}\n`).join('') +
      'Xem lại danh sách này / this list again: npm run kheo -- missing\n';

const sentenceOf = (missing: StillMissing): string => {
  switch (missing.thing) {
    case 'UNITS':
      return 'đơn vị: nhập danh sách đơn vị / units: import them (docs/how-to/import-a-list.md)';
    case 'PERSON': {
      const [vi, en] = ROLE_NAMES[missing.role];
      return `${vi}: thêm người và phân công / ${en}: enter a person and appoint them (${missing.role})`;
    }
    case 'PASSWORD': {
      const [vi, en] = ROLE_NAMES[missing.role];
      return `${vi}: mời và để họ tự đặt mật khẩu / ${en}: invite them, and they set a password (${missing.role})`;
    }
    case 'REGULATION':
      return 'quy định: cơ quan tham mưu soạn / regulation: the standing body writes one';
    case 'PUBLICATION':
      return 'quy định: sửa bản đã soạn cho đúng, người ký ban hành / regulation: set the draft right, a signer puts it in force';
    case 'CYCLE':
      return 'đợt thi đua: mở khi quy định có hiệu lực / cycle: open one once the regulation is in force';
  }
};
