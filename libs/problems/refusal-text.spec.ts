import { REFUSALS, refusalText } from './index.ts';

describe('what a refusal names', () => {
  it('is told in the words of the movement, not by its codes', () => {
    const { vi, en } = refusalText(REFUSALS['document-missing'], { kinds: ['SUBMISSION_LETTER', 'MINUTES'] });
    expect([vi, en]).toEqual([
      'Còn thiếu tài liệu: tờ trình, biên bản.',
      'A document is missing: submission letter, minutes.',
    ]);
    expect(refusalText(REFUSALS['required-item-missing'], { items: ['situation'] }).vi).toBe(
      'Bản đăng ký còn thiếu mục bắt buộc: thực trạng và lý do.',
    );
    expect(refusalText(REFUSALS['wrong-status'], { status: 'UNDER_APPRAISAL' }).vi).toBe(
      'Không làm được việc này khi hồ sơ đang ở trạng thái “đang thẩm định”.',
    );
  });

  it('says from which day, as days are written', () => {
    const params = { days: 12, minImplementationDays: 90, from: '2026-06-03' };
    expect(refusalText(REFUSALS['implementation-too-short'], params).vi).toContain('làm được từ ngày 03/06/2026');
  });

  it('says whose it is, where that is known', () => {
    const roles = ['UNIT_HEAD', 'STANDING_BODY_OFFICER'];
    expect([
      refusalText(REFUSALS['role-not-allowed'], { roles }).vi,
      refusalText(REFUSALS['role-not-allowed']).vi,
    ]).toEqual([
      'Vai trò của bạn không được làm việc này; việc này của: thủ trưởng đơn vị, cán bộ cơ quan tham mưu.',
      'Vai trò của bạn không được làm việc này.',
    ]);
  });
});
