import { dayMonthYear } from '#domain';
import { ROLE_NAMES } from '#words';
import type { StillMissing } from './still-missing.ts';

/** What is to be done about one thing an office lacks. */
export const missingWords = (missing: StillMissing): readonly [vi: string, en: string] => {
  switch (missing.thing) {
    case 'UNITS':
      return ['đơn vị: nhập danh sách đơn vị', 'units: import them'];
    case 'PERSON': {
      const [vi, en] = ROLE_NAMES[missing.role];
      return [`${vi}: thêm người và phân công`, `${en}: enter a person and appoint them`];
    }
    case 'PASSWORD': {
      const [vi, en] = ROLE_NAMES[missing.role];
      return [`${vi}: mời và để họ tự đặt mật khẩu`, `${en}: invite them, and they set a password`];
    }
    case 'REGULATION':
      return ['quy định: cơ quan tham mưu soạn', 'regulation: the standing body writes one'];
    case 'PUBLICATION':
      return [
        'quy định: sửa bản đã soạn cho đúng, người ký ban hành',
        'regulation: set the draft right, a signer puts it in force',
      ];
    case 'EFFECT': {
      const day = dayMonthYear(missing.from);
      return [`quy định: đã ban hành, có hiệu lực từ ${day}`, `regulation: published, in force from ${day}`];
    }
    case 'CYCLE':
      return ['đợt thi đua: mở khi quy định có hiệu lực', 'cycle: open one once the regulation is in force'];
  }
};
