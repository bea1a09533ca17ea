import type { CompareOutcome, CopyOutcome, Difference } from '#event-store';

const number = (value: number): string => value.toLocaleString('vi');
const rate = (events: number, seconds: number): string => number(Math.round(events / Math.max(seconds, 0.001)));
const duration = (seconds: number): string => seconds.toLocaleString('vi', { maximumFractionDigits: 1 });

const GO_ON = 'Chạy lại đúng lệnh này để đi tiếp. / Run the same command to go on.';

/** What came of the copy, for the terminal. */
export const copyText = (outcome: CopyOutcome, seconds: number): string => {
  switch (outcome.kind) {
    case 'copied':
      return lines(
        `Đích đã có ${number(outcome.there)} sự kiện, đã chép thêm ${number(outcome.copied)} trong ${duration(seconds)} giây (${rate(outcome.copied, seconds)}/giây).`,
        `The target had ${number(outcome.there)} events, ${number(outcome.copied)} were copied.`,
        ...(outcome.meanwhile > 0 ? meanwhileText(outcome.meanwhile) : []),
      );
    case 'stopped':
      return lines(
        `Đã dừng: đích có ${number(outcome.there + outcome.copied)} sự kiện. / Stopped: so many events are in the target.`,
        GO_ON,
      );
    case 'not-a-beginning':
      return lines(
        'Không chép gì: đích chứa sự kiện không phải của phần đầu nhật ký nguồn.',
        'Nothing was copied: the target holds what is not the beginning of the source.',
        differenceText(outcome.difference),
      );
    case 'not-taken':
      return lines(
        `Đã dừng sau ${number(outcome.copied)} sự kiện: đích không nhận ${outcome.event.stream} số ${number(outcome.event.revision)} (${outcome.answer.kind}), có chương trình khác đang ghi vào đích.`,
        `Stopped: the target did not take this event, another program writes to it.`,
      );
  }
};

const meanwhileText = (meanwhile: number): string[] => [
  `CHÚ Ý: nguồn nhận thêm ${number(meanwhile)} sự kiện trong khi chép. Hãy dừng hệ thống nguồn rồi chạy lại.`,
  `NOTE: the source got ${number(meanwhile)} events meanwhile. Stop the source and run this again.`,
];

/** For a store that stayed out of reach. */
export const brokenOffText = (reason: string): string => `Bị ngắt / broken off: ${reason}\n${GO_ON}`;

/** What came of the comparison, for the terminal. */
export const compareText = (outcome: CompareOutcome, seconds: number): string => {
  switch (outcome.kind) {
    case 'equal':
      return lines(
        `Đã so từng sự kiện: ${number(outcome.events)} sự kiện, hai nhật ký giống hệt nhau (${rate(outcome.events, seconds)}/giây).`,
        `Compared event by event: ${number(outcome.events)} events, both logs are the same.`,
        `SHA-256: ${outcome.sha256}`,
      );
    case 'different':
      return lines(
        `HAI NHẬT KÝ KHÁC NHAU, sau ${number(outcome.events)} sự kiện giống nhau.`,
        `THE LOGS DIFFER, behind ${number(outcome.events)} equal events.`,
        differenceText(outcome.difference),
      );
    case 'stopped':
      return lines(
        `Đã dừng khi mới so ${number(outcome.events)} sự kiện. / Stopped before everything was compared.`,
        GO_ON,
      );
  }
};

/** Names the event, and says nothing of what is in it. */
const differenceText = (difference: Difference): string => {
  const nth = `Sự kiện thứ ${number(difference.nth)} / event ${number(difference.nth)}`;
  switch (difference.kind) {
    case 'differs':
      return `${nth}: ${eventText(difference.from)} ≠ ${eventText(difference.to)} (${difference.fields.join(', ')})`;
    case 'missing':
      return `${nth}: ${eventText(difference.from)} không có ở đích / is not in the target`;
    case 'foreign':
      return `${nth}: ${eventText(difference.to)} không có ở nguồn / is not in the source`;
  }
};

const eventText = (event: { readonly stream: string; readonly revision: number; readonly id: string; type: string }) =>
  `${event.stream}@${String(event.revision)} ${event.type} ${event.id}`;

/** What a log does not hold. */
export const NOT_MOVED = lines(
  'Không đi theo nhật ký: tài khoản, khóa API, phiên đăng nhập, tệp minh chứng, sổ nhắc việc, epoch. Bảng tra cứu tự dựng lại.',
  'Not moved with the log: accounts, api keys, sessions, evidence files, the book of reminders, the epoch. Read models are rebuilt by themselves.',
  'Cách đưa sang / how to bring them: docs/how-to/move-a-log.md',
);

function lines(...text: readonly string[]): string {
  return `${text.join('\n')}\n`;
}
