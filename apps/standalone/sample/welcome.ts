import type { SampleReport } from './ensure-sample.ts';

/** Where to look and what to try first. */
export const welcome = (url: string, dataDir: string, { password, usernames }: SampleReport): string => `
  Khéo đang chạy tại ${url}
  Khéo is running at ${url}

  Dữ liệu mẫu là một tỉnh không có thật; quy định trong đó chỉ để minh họa.
  The sample is an invented province; its regulation is illustrative.

  Dữ liệu / data        ${dataDir}
  API                   ${url}/api/docs
  Tình trạng / health   ${url}/health/ready
  Tài khoản / accounts  ${usernames.join(', ')}
  Mật khẩu / password   ${password}

  Thử ngay / try first:

    curl -c kheo.cookie ${url}/api/session -H 'Content-Type: application/json' -H 'X-Kheo-Client: curl' \\
      -d '{"username":"unit-head","password":"${password}"}'
    curl -b kheo.cookie '${url}/api/registrations?status=RECOGNIZED&limit=3'
    curl -b kheo.cookie '${url}/api/registrations?q=duong+hoa'
    curl -b kheo.cookie ${url}/api/tasks

  Ctrl-C để dừng; lần sau dữ liệu vẫn còn. / Ctrl-C stops it; the data stays.

`;
