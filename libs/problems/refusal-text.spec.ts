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
  });

  it.each([
    ['report', 'báo cáo đang ở trạng thái “đã nộp”; chỉ làm được ở trạng thái: đã duyệt.'],
    ['commendation', 'đề nghị khen thưởng đang ở trạng thái “đã trình”; chỉ làm được ở trạng thái: APPROVED.'],
  ])('tells a status in the words of its own workflow: %s', (workflow, told) => {
    const params = { workflow, status: 'SUBMITTED', possible: ['APPROVED'] };
    expect(refusalText(REFUSALS['wrong-status'], params).vi).toBe(`Không làm được việc này khi ${told}`);
  });

  it('says of a thing that is not there only that it is not', () => {
    const { vi, en } = refusalText(REFUSALS['wrong-status'], { workflow: 'decision', status: 'NONE' });
    expect([vi, en]).toEqual([
      'Không làm được việc này khi quyết định đang ở trạng thái “chưa có”.',
      'This cannot be done while the decision is in the status “not there yet”.',
    ]);
  });

  it('says what is to be written where a number leaves a gap', () => {
    const { vi, en } = refusalText(REFUSALS['gap-unconfirmed'], { number: 446, next: 1, gap: 445 });
    expect([vi, en]).toEqual([
      'Số tiếp theo là 1; số 446 bỏ trống 445 số ở giữa: nếu đúng vậy, ghi 445 vào ô “Bao nhiêu số trống ở dưới”.',
      'The next number is 1; 446 leaves 445 empty: if that is meant, write 445 in “How many numbers stay empty below it”.',
    ]);
  });

  it('writes a quantity as the language does, and a number of a paper as it stands', () => {
    const sum = refusalText(REFUSALS['figures-do-not-add-up'], {
      figure: 'Lượt người',
      expected: 3000,
      actual: 183_676,
    });
    expect([sum.vi, sum.en]).toEqual([
      'Chỉ tiêu “Lượt người” phải bằng tổng các chỉ tiêu thành phần: 3.000, không phải 183.676.',
      'The figure “Lượt người” must be the sum of its parts: 3,000, not 183,676.',
    ]);
    expect(refusalText(REFUSALS['number-taken'], { number: 1446 }).vi).toBe('Số 1446 đã được cấp.');
  });

  it('names the first of many, and counts the others', () => {
    const criteria = ['TC1', 'TC2', 'TC3', 'TC4', 'TC5', 'TC6', 'TC7'];
    expect(refusalText(REFUSALS['result-missing'], { criteria }).en).toBe(
      'The results of these criteria are missing: TC1, TC2, TC3, TC4, TC5, and 2 more.',
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
