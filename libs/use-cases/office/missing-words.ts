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
    case 'CYCLE': {
      const [vi, en] = ['đợt thi đua: mở khi quy định có hiệu lực', 'cycle: open one once the regulation is in force'];
      if (missing.passed === undefined) return [vi, en];
      const day = dayMonthYear(missing.passed);
      return [
        `${vi}, với hạn đăng ký khác (hạn theo quy định, ${day}, đã qua)`,
        `${en}, with another deadline for registrations (by the regulation it was ${day})`,
      ];
    }
    case 'DEADLINE': {
      const day = dayMonthYear(missing.passed);
      const [vi, en] = missing.withReason
        ? ['gia hạn, hoặc nêu lý do nộp muộn khi gửi đăng ký', 'move it, or hand in with a reason for being late']
        : ['gia hạn thì mới gửi đăng ký được', 'nothing is handed in until it is moved'];
      return [
        `đợt thi đua “${missing.cycle}”: hạn đăng ký (${day}) đã qua: ${vi}`,
        `cycle “${missing.cycle}”: its deadline for registrations (${day}) has passed: ${en}`,
      ];
    }
  }
};
