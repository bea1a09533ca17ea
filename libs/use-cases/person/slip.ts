import { dayMonthYear, localDateOf, type Instant } from '#domain';

/** What goes to a person on paper, for them to set a password by. */
interface Slip {
  readonly name: string;
  readonly username: string;
  readonly code: string;
  /** The last instant at which the code sets a password. */
  readonly expiresAt: Instant;
}

/** The slip as plain text of a few lines, to be printed and handed over in person. */
export const slipText = ({ name, username, code, expiresAt }: Slip): string =>
  [
    'PHIẾU ĐẶT MẬT KHẨU · PASSWORD SLIP',
    `Họ tên · Name: ${name}`,
    `Tên đăng nhập · User name: ${username}`,
    `Mã đặt mật khẩu, dùng một lần · Code, good once: ${code}`,
    `Dùng được đến · Good until: ${clockTime(expiresAt)} ${dayMonthYear(localDateOf(expiresAt))} (giờ Việt Nam · Vietnam time)`,
    'Chỉ đưa tận tay người có tên trên; người ấy tự đặt mật khẩu rồi hủy phiếu.',
    'For the person named alone, who sets a password of their own and destroys the slip.',
  ].join('\n');

/** `10:15`, in Vietnam. */
const clockTime = (instant: Instant): string => {
  const hour = (Number(instant.slice(11, 13)) + 7) % 24;
  return `${String(hour).padStart(2, '0')}:${instant.slice(14, 16)}`;
};
