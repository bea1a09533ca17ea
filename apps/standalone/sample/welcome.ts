import type { CatchAll } from '#reminders';
import type { SampleReport } from './ensure-sample.ts';

/** Where to look and what to try first. */
export const welcome = (
  url: string,
  dataDir: string,
  { password, usernames, mailbox }: SampleReport & { readonly mailbox: CatchAll | undefined },
): string => `
  Khéo đang chạy tại ${url}
  Khéo is running at ${url}

  Dữ liệu mẫu là một tỉnh không có thật; quy định trong đó chỉ để minh họa.
  The sample is an invented province; its regulation is illustrative.

  Dữ liệu / data        ${dataDir}
  API                   ${url}/api/docs
  Tình trạng / health   ${url}/health/ready
  Tài khoản / accounts  ${usernames.join(', ')}
  Mật khẩu / password   ${password}
${mailbox === undefined ? '' : mailLines(mailbox)}
  Thử ngay / try first:

    curl -c kheo.cookie ${url}/api/session -H 'Content-Type: application/json' -H 'X-Kheo-Client: curl' \\
      -d '{"username":"unit-head","password":"${password}"}'
    curl -b kheo.cookie '${url}/api/registrations?status=RECOGNIZED&limit=3'
    curl -b kheo.cookie '${url}/api/registrations?q=duong+hoa'
    curl -b kheo.cookie ${url}/api/tasks

  Báo cáo quá hạn, bằng chứng đã nhắc, hộp tin / overdue reports, the proof of reminding, the inbox:

    curl -c kheo.cookie ${url}/api/session -H 'Content-Type: application/json' -H 'X-Kheo-Client: curl' \\
      -d '{"username":"standing-body","password":"${password}"}'
    curl -b kheo.cookie '${url}/api/reports?status=overdue'
    curl -b kheo.cookie '${url}/api/reminders?limit=5'
    curl -b kheo.cookie ${url}/api/inbox

  Ctrl-C để dừng; lần sau dữ liệu vẫn còn. / Ctrl-C stops it; the data stays.

`;

const mailLines = ({ directory, url }: CatchAll): string => `
  Thư nhắc / reminders  ${directory}
                        mỗi thư một tệp .eml, mở bằng chương trình thư; cách khác trong README.md
                        one .eml file each: open it with a mail program; another way is in README.md
  Máy chủ thư / mail    ${url}, chỉ trên máy này / on this machine only
`;
