import { eventsIn } from '#event-store';
import { id } from '#support/histories';
import { happening, stored } from '../testing/history.ts';
import { rowsOf, timelineProjection } from './projection.ts';
import { sentenceOf } from './sentences/index.ts';

const decisionId = id('decision', 1);
const registrationId = id('registration', 1);

describe('the audit trail', () => {
  it('tells the dropped model itself that a decision left it out', () => {
    const data = { decisionId, kind: 'registration', id: registrationId, reason: 'changed-after-freeze' } as const;
    const told = stored([happening(`decision-${decisionId}`, { type: 'DecisionItemRejected', data })]);
    const entries = eventsIn(told, timelineProjection.categories).flatMap(rowsOf);
    expect(entries.map(({ subject }) => subject)).toEqual([`decision-${decisionId}`, `registration-${registrationId}`]);
  });
});

describe('the sentences', () => {
  it('write days and points as they are written in Vietnam', () => {
    const result = { totalCentipoints: 8250, passed: false, vetoes: ['VI_PHAM'], perCriterion: [], passMark: 70 };
    expect(sentenceOf('ModelAppraised', { registrationId, result })).toEqual({
      vi: 'Kết luận thẩm định: không đạt, 82,5 điểm (VI_PHAM)',
      en: 'Concluded the appraisal: not passed with 82.5 points (VI_PHAM)',
    });
    const recognized = { documentNumber: '446-QĐ/TU', decidedOn: '2026-03-02' };
    expect(sentenceOf('ModelRecognized', recognized)).toEqual({
      vi: 'Công nhận mô hình theo Quyết định số 446-QĐ/TU ngày 02/03/2026',
      en: 'Recognized the model by Decision 446-QĐ/TU of 02/03/2026',
    });
  });

  it('say why a number was voided', () => {
    const dropped = { decisionId: 'd', kind: 'registration', id: 'r' };
    expect(sentenceOf('DecisionItemRejected', { ...dropped, reason: 'changed-after-freeze' })).toEqual({
      vi: 'Đưa một mục ra khỏi quyết định: đã thay đổi sau khi chốt danh sách',
      en: 'Dropped an item from the decision: it changed after the list was frozen',
    });
    expect(sentenceOf('DecisionItemRejected', { ...dropped, reason: 'wrong-status' }, 'Đường hoa').vi).toBe(
      'Đưa “Đường hoa” ra khỏi quyết định: trạng thái không còn phù hợp',
    );
    expect(sentenceOf('DecisionItemRejected', { ...dropped, reason: 'of-another-day' }).vi).toMatch(
      /không còn đủ điều kiện$/u,
    );
    const voided = (reason: string) => sentenceOf('NumberVoided', { bookId: 'b', number: 7, reason });
    expect(voided('ghi nhầm')).toEqual({ vi: 'Hủy số 7: ghi nhầm', en: 'Voided the number 7: ghi nhầm' });
    expect(voided('signer-appraised')).toEqual({
      vi: 'Hủy số 7: người ký đã tham gia thẩm định',
      en: 'Voided the number 7: the signer took part in an appraisal',
    });
    expect(voided('of-another-day').vi).toBe('Hủy số 7: không ban hành được quyết định');
    const documentNumber = { number: 7, text: '07-QĐ/TU' };
    expect(sentenceOf('DecisionNumberRefused', { documentNumber, reason: 'decision-not-issued' }).vi).toBe(
      'Không dùng số 07-QĐ/TU: quyết định không được ban hành',
    );
  });

  it('say which numbers were given out on paper, never that they were voided', () => {
    expect(sentenceOf('NumbersIssuedOnPaper', { bookId: 'b', from: 1, to: 445 })).toEqual({
      vi: 'Số 1–445: đã cấp trên giấy',
      en: 'Numbers 1–445: issued on paper',
    });
    const one = { vi: 'Số 7: đã cấp trên giấy', en: 'Number 7: issued on paper' };
    expect(sentenceOf('NumbersIssuedOnPaper', { bookId: 'b', from: 7, to: 7 })).toEqual(one);
    expect(sentenceOf('NumberVoided', { bookId: 'b', number: 7, reason: 'issued-on-paper' })).toEqual(one);
  });

  it('say what is overdue, which need not be a report', () => {
    const remedy = { kind: 'REMEDY', dueOn: '2026-05-10' };
    expect(sentenceOf('ReportOverdue', remedy)).toEqual({
      vi: 'Quá hạn khắc phục sau kiểm tra (hạn ngày 10/05/2026)',
      en: 'Overdue: a remedy (due on 10/05/2026)',
    });
    expect(sentenceOf('ReportOverdue', { ...remedy, kind: 'REPORT' }).vi).toBe(
      'Quá hạn nộp báo cáo (hạn ngày 10/05/2026)',
    );
    expect(sentenceOf('ReportEscalated', { ...remedy, rung: 'T+3', recipient: 'RECEIVING_BODY' }).en).toBe(
      'Overdue: a remedy, escalated to the receiving body (3 working days after the due date, due 10/05/2026)',
    );
  });

  it.each([
    ['T-3', 'mốc 03 ngày làm việc trước hạn', '3 working days before the due date'],
    ['T0', 'mốc ngày đến hạn', 'on the due date'],
    ['T+1', 'mốc 01 ngày làm việc sau hạn', '1 working day after the due date'],
    ['ORDER-2026-05-09', 'theo yêu cầu ngày 09/05/2026', 'by order on 09/05/2026'],
    ['Lần cuối', 'mốc Lần cuối', 'rung Lần cuối'],
  ])('say in words when the rung %s is reached', (rung, vi, en) => {
    const sent = { kind: 'REPORT', recipient: 'HEAD', channel: 'INBOX', rungs: [rung], dueOn: '2026-05-10' };
    expect(sentenceOf('ReminderSent', sent)).toMatchObject({
      vi: expect.stringContaining(`(hạn 10/05/2026, ${vi})`) as string,
      en: expect.stringContaining(`(due 10/05/2026, ${en})`) as string,
    });
  });

  it('name an event that only a newer version knows instead of hiding it', () => {
    expect(sentenceOf('ModelTeleported', {})).toEqual({ vi: 'ModelTeleported', en: 'ModelTeleported' });
  });
});
