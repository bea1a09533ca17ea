import type { ReminderItem } from '../../outbox/outbox.port.ts';
import { reminderSentence, renderReminder } from './reminder-mail.ts';

const item = (more: Partial<ReminderItem> = {}): ReminderItem => ({
  dutyId: 'd',
  kind: 'REPORT',
  subjectId: 's',
  unitId: 'u',
  dueOn: '2026-06-10',
  title: '',
  report: { kind: 'OWN', period: { kind: 'H1', year: 2026 } },
  unitName: 'Xã Hòa Bình',
  rungs: ['T-3'],
  recipient: 'OFFICER',
  note: null,
  workingDaysLeft: 3,
  ...more,
});

describe('a reminder as a mail', () => {
  it('names the one duty in the subject, with its days', () => {
    const subject = (days: number, language: 'vi' | 'en' = 'vi') =>
      renderReminder({ items: [item({ workingDaysLeft: days })], language }).subject;

    expect(subject(-2)).toBe('[Khéo] Quá hạn 2 ngày làm việc: Báo cáo 06 tháng đầu năm 2026 – Xã Hòa Bình');
    expect(subject(0)).toBe('[Khéo] Đến hạn hôm nay: Báo cáo 06 tháng đầu năm 2026 – Xã Hòa Bình');
    expect(subject(1, 'en')).toBe('[Khéo] 1 working day left: Six-month report 2026 – Xã Hòa Bình');
  });

  it('counts several duties in the subject, and says how many are overdue', () => {
    const items = [item(), item(), item({ workingDaysLeft: -1 })];

    expect(renderReminder({ items: items.slice(0, 2), language: 'vi' }).subject).toBe('[Khéo] 2 việc sắp đến hạn');
    expect(renderReminder({ items, language: 'en' }).subject).toBe('[Khéo] 3 tasks, 1 overdue');
  });

  it('says what, whose, until when and why, in text and in HTML', () => {
    const { text, html } = renderReminder({
      items: [item({ rungs: ['T-10', 'T-3'], recipient: 'HEAD' })],
      language: 'vi',
      publicUrl: 'https://kheo.example/?a=1&b=2',
      movedUp: true,
    });
    for (const said of [
      'Báo cáo 06 tháng đầu năm 2026',
      'Xã Hòa Bình',
      '10/06/2026',
      'Còn 3 ngày làm việc',
      'lãnh đạo đơn vị',
    ]) {
      expect(text).toContain(said);
      expect(html).toContain(said);
    }
    expect(text).toContain('gộp các lần nhắc trước');
    expect(text).toContain('chuyển lên cấp trên');
    expect(text).toContain('https://kheo.example/?a=1&b=2');
    expect(html).toContain('href="https://kheo.example/?a=1&amp;b=2"');
  });

  it('says what whoever ordered it has the unit told, in the mail and in the inbox', () => {
    const ordered = item({ rungs: ['ORDER-2026-06-08'], note: 'Nộp trước 16 giờ\nhôm nay' });

    expect(renderReminder({ items: [ordered], language: 'vi' }).text).toContain(
      'Nơi nhận báo cáo đôn đốc: Nộp trước 16 giờ hôm nay',
    );
    expect(reminderSentence(ordered, 'en')).toContain('. The receiving body says: Nộp trước 16 giờ hôm nay');
  });

  it('has no link when nobody told where Khéo is reached', () => {
    expect(renderReminder({ items: [item()], language: 'en' }).html).not.toContain('<a ');
  });

  it('names a duty other than a report by its kind and title', () => {
    const other = item({ kind: 'REMEDY', report: null, title: 'Mô hình “Tiếng loa an ninh”' });

    expect(renderReminder({ items: [other], language: 'vi' }).text).toContain(
      '- Khắc phục tồn tại: Mô hình “Tiếng loa an ninh”',
    );
  });

  it('lets a hostile name neither add a header nor a tag', () => {
    const hostile = item({
      report: null,
      title: 'a\r\nBcc: x@y.z\u2028\u202Eb',
      unitName: '<script>alert("1")</script>&\'',
    });
    const { subject, html, text } = renderReminder({ items: [hostile], language: 'vi' });

    expect(subject).not.toMatch(/[\r\n\u2028\u202e]/);
    expect(text).not.toMatch(/^Bcc:/m);
    expect(html).not.toContain('<script');
    expect(html).toContain('&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&amp;&#39;');
  });

  it('says names in NFC, and breaks long lines', () => {
    const long = item({ report: null, title: 'Tiếng loa an ninh '.repeat(20).normalize('NFD') });
    const { subject, text } = renderReminder({ items: [long], language: 'vi' });

    expect(text).toBe(text.normalize('NFC'));
    expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThanOrEqual(78);
    expect([...subject].length).toBeLessThanOrEqual(180);
  });
});
