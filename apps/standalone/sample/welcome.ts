import type { CatchAll } from '#reminders';
import type { SampleReport } from './ensure-sample.ts';

/** Where to look and what to try first. */
export const welcome = (
  url: string,
  dataDir: string,
  { password, usernames, mailbox }: SampleReport & { readonly mailbox: CatchAll | undefined },
): string => `

  Khéo đang chạy tại ${url}
  Mở địa chỉ này trong trình duyệt. / Khéo is running: open this address in a browser.

      unit-head        thủ trưởng đơn vị / head of a unit
      standing-body    cán bộ cơ quan tham mưu / officer of the standing body
      mật khẩu / password:  ${password}

  Dữ liệu mẫu là một tỉnh không có thật; quy định trong đó chỉ để minh họa.
  The sample is an invented province; its regulation is illustrative.

  Dữ liệu / data        ${dataDir}
  API                   ${url}/api/docs
  Tình trạng / health   ${url}/health/ready
  Tài khoản khác        ${others(usernames)}
  / other accounts      (cùng mật khẩu / the same password)
${mailbox === undefined ? '' : mailLines(mailbox)}
  Ctrl-C để dừng; lần sau dữ liệu vẫn còn. / Ctrl-C stops it; the data stays.

`;

const mailLines = ({ directory, url }: CatchAll): string => `
  Thư nhắc / reminders  ${directory}
                        mỗi thư một tệp .eml, mở bằng chương trình thư; cách khác trong README.md
                        one .eml file each: open it with a mail program; another way is in README.md
  Máy chủ thư / mail    ${url}, chỉ trên máy này / on this machine only
`;

/** All but the two that are told first. */
const others = (usernames: readonly string[]): string =>
  usernames.filter((name) => name !== 'unit-head' && name !== 'standing-body').join(', ');
