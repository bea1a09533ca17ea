import { choice, integer, proxies, text, url } from './setting.ts';

/** Every setting of every process. The reference page is generated from this table. */
export const settings = {
  host: text({
    env: 'KHEO_HOST',
    default: '127.0.0.1',
    meaning: {
      vi: 'Địa chỉ mà máy chủ HTTP lắng nghe. Mặc định chỉ nhận kết nối từ chính máy này.',
      en: 'Address the HTTP server listens on. By default only this machine can connect.',
    },
  }),
  port: integer({
    env: 'KHEO_PORT',
    default: 3000,
    min: 0,
    max: 65_535,
    meaning: {
      vi: 'Cổng của máy chủ HTTP; 0 là một cổng trống bất kỳ.',
      en: 'Port of the HTTP server; 0 takes any free one.',
    },
  }),
  healthHost: text({
    env: 'KHEO_HEALTH_HOST',
    default: '127.0.0.1',
    meaning: {
      vi: 'Địa chỉ mà projector và reminders báo tình trạng (/health/live, /health/ready, /metrics).',
      en: 'Address where projector and reminders tell how they are (/health/live, /health/ready, /metrics).',
    },
  }),
  healthPort: integer({
    env: 'KHEO_HEALTH_PORT',
    default: 3001,
    min: 0,
    max: 65_535,
    meaning: {
      vi: 'Cổng báo tình trạng của projector và reminders; 0 là một cổng trống bất kỳ.',
      en: 'Port where projector and reminders tell how they are; 0 takes any free one.',
    },
  }),
  publicUrl: url({
    env: 'KHEO_PUBLIC_URL',
    default: undefined,
    schemes: ['https:', 'http:'],
    meaning: {
      vi: 'Địa chỉ mà người dùng thấy, khi đứng sau một máy chủ trung gian. Với https, cookie chỉ gửi qua kết nối mã hóa.',
      en: 'Address that users see, when a proxy stands in front. With https the cookie travels encrypted connections only.',
    },
  }),
  trustProxy: proxies({
    env: 'KHEO_TRUST_PROXY',
    default: false,
    meaning: {
      vi: 'Máy chủ trung gian của đơn vị mà mọi yêu cầu đi qua: số lượng (thường là 1) hoặc địa chỉ. Chỉ địa chỉ do chúng ghi trong X-Forwarded-For được tin; phần người gọi tự ghi thì không.',
      en: 'The proxies of yours that every request passes: how many (usually 1), or their addresses. Only what they wrote into X-Forwarded-For is believed, not what the caller wrote.',
    },
  }),
  dataDir: text({
    env: 'KHEO_DATA_DIR',
    default: './data',
    meaning: {
      vi: 'Thư mục giữ dữ liệu: PostgreSQL nhúng và các tệp minh chứng.',
      en: 'Folder that holds the data: the embedded PostgreSQL and the files of evidence.',
    },
  }),
  log: choice({
    env: 'KHEO_LOG',
    default: 'postgres',
    words: ['postgres', 'eventstoredb'],
    meaning: {
      vi: 'Nơi giữ nhật ký sự kiện: PostgreSQL, hoặc một cụm EventStoreDB / KurrentDB.',
      en: 'Where the event log is kept: PostgreSQL, or an EventStoreDB / KurrentDB cluster.',
    },
  }),
  eventStoreUrl: url({
    env: 'KHEO_EVENTSTORE_URL',
    default: undefined,
    secret: true,
    schemes: ['esdb:', 'esdb+discover:', 'kurrentdb:', 'kurrentdb+discover:'],
    severalHosts: true,
    meaning: {
      vi: 'Cụm EventStoreDB, từ phiên bản 23.10: esdb://tên:mật-khẩu@a:2113,b:2113,c:2113?tls=true&tlsCAFile=…. Cần khi KHEO_LOG=eventstoredb.',
      en: 'The EventStoreDB cluster, 23.10 or newer: esdb://name:password@a:2113,b:2113,c:2113?tls=true&tlsCAFile=…. Needed when KHEO_LOG=eventstoredb.',
    },
  }),
  databaseUrl: url({
    env: 'KHEO_DATABASE_URL',
    default: undefined,
    secret: true,
    schemes: ['postgres:', 'postgresql:'],
    meaning: {
      vi: 'PostgreSQL 15 trở lên, với vai trò chỉ được thêm và đọc nhật ký. Để trống: dùng PostgreSQL nhúng.',
      en: 'A PostgreSQL, 15 or newer, with the role that may only add to the log and read it. Absent: the embedded one.',
    },
  }),
  databaseAdminUrl: url({
    env: 'KHEO_DATABASE_ADMIN_URL',
    default: undefined,
    secret: true,
    schemes: ['postgres:', 'postgresql:'],
    meaning: {
      vi: 'Cùng cơ sở dữ liệu, với vai trò được tạo bảng và vai trò. Chỉ cần khi cài đặt hoặc nâng cấp.',
      en: 'The same database with a role that may create tables and roles. Needed to install or upgrade only.',
    },
  }),
  demoPassword: text({
    env: 'KHEO_DEMO_PASSWORD',
    default: undefined,
    secret: true,
    minLength: 12,
    meaning: {
      vi: 'Mật khẩu của các tài khoản mẫu. Để trống: tạo ngẫu nhiên và in ra khi khởi động.',
      en: 'Password of the sample accounts. Absent: a random one, printed at the start.',
    },
  }),
  logLevel: choice({
    env: 'KHEO_LOG_LEVEL',
    default: 'info',
    words: ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'],
    meaning: { vi: 'Mức chi tiết của nhật ký vận hành.', en: 'How much the operating log says.' },
  }),
  sessionIdleMinutes: integer({
    env: 'KHEO_SESSION_IDLE_MINUTES',
    default: 30,
    min: 1,
    max: 1_440,
    meaning: {
      vi: 'Số phút không thao tác thì phiên đăng nhập hết hạn.',
      en: 'Minutes without a request after which a session ends.',
    },
  }),
  sessionMaxHours: integer({
    env: 'KHEO_SESSION_MAX_HOURS',
    default: 12,
    min: 1,
    max: 168,
    meaning: {
      vi: 'Số giờ tối đa của một phiên đăng nhập, dù có thao tác hay không.',
      en: 'Hours after which a session ends whatever happens.',
    },
  }),
  rateLimitPerMinute: integer({
    env: 'KHEO_RATE_LIMIT_PER_MINUTE',
    default: 600,
    min: 1,
    max: 1_000_000,
    meaning: {
      vi: 'Số yêu cầu tối đa mỗi phút của một người gọi; vượt quá thì trả lời 429.',
      en: 'Requests one caller may make in a minute; more are answered 429.',
    },
  }),
  signInFailuresPerMinute: integer({
    env: 'KHEO_SIGN_IN_FAILURES_PER_MINUTE',
    default: 30,
    min: 1,
    max: 1_000_000,
    meaning: {
      vi: 'Số lần đăng nhập sai tối đa mỗi phút từ một địa chỉ, bất kể tên nào; vượt quá thì chờ hết phút đó. Lần đúng không tính.',
      en: 'Failed sign-ins from one address in a minute, whatever the names; after more one waits for the next minute. Those that succeed do not count.',
    },
  }),
  signInFreeAttempts: integer({
    env: 'KHEO_SIGN_IN_FREE_ATTEMPTS',
    default: 5,
    min: 1,
    max: 100,
    meaning: {
      vi: 'Số lần sai mật khẩu của một tên trước khi tên đó phải chờ, dù từ địa chỉ nào; mỗi lần sai sau đó chờ lâu gấp đôi.',
      en: 'Wrong passwords for one name, from whatever address, before it has to wait; each one after makes it wait twice as long.',
    },
  }),
  signInLongestWaitSeconds: integer({
    env: 'KHEO_SIGN_IN_LONGEST_WAIT_SECONDS',
    default: 60,
    min: 1,
    max: 60,
    meaning: {
      vi: 'Số giây lâu nhất mà một tên phải chờ mỗi lần; không quá một phút, để người đoán mò không chặn được chủ tài khoản.',
      en: 'Seconds a name waits at most at a time; never more than a minute, so that who guesses does not keep its owner out.',
    },
  }),
  signInHalfLifeMinutes: integer({
    env: 'KHEO_SIGN_IN_HALF_LIFE_MINUTES',
    default: 15,
    min: 1,
    max: 1_440,
    meaning: {
      vi: 'Số phút không sai thêm thì một nửa số lần sai của tên đó được bỏ qua.',
      en: 'Minutes without a wrong password after which half of those for the name are forgotten.',
    },
  }),
  redisUrl: url({
    env: 'REDIS_URL',
    default: undefined,
    secret: true,
    schemes: ['redis:', 'rediss:'],
    meaning: {
      vi: 'Redis làm hàng đợi nhắc việc. Để trống: hàng đợi nằm trong PostgreSQL. Mất Redis thì việc nhắc chậm lại, không mất và không lặp.',
      en: 'A Redis that carries the queue of reminders. Absent: the queue is in PostgreSQL. Losing Redis delays reminders, and loses or doubles none.',
    },
  }),
  smtpUrl: url({
    env: 'KHEO_SMTP_URL',
    default: undefined,
    secret: true,
    schemes: ['smtp:', 'smtps:'],
    meaning: {
      vi: 'Máy chủ thư để gửi nhắc việc và mã đặt mật khẩu, kèm tên và mật khẩu nếu cần. Để trống: chỉ nhắc trong hộp thư của hệ thống, mã đưa tận tay.',
      en: 'Mail server for reminders and for codes that set a password, with name and password where it wants them. Absent: the inbox only, and codes by hand.',
    },
  }),
  mailFrom: text({
    env: 'KHEO_MAIL_FROM',
    default: 'Khéo <kheo@localhost>',
    meaning: { vi: 'Người gửi ghi trên thư nhắc việc.', en: 'Sender written on the mails.' },
  }),
  smtpTls: choice({
    env: 'KHEO_SMTP_TLS',
    default: 'required',
    words: ['required', 'opportunistic', 'none'],
    meaning: {
      vi: 'Mã hóa tới máy chủ thư (STARTTLS): bắt buộc, khi có thể, hoặc không (chỉ cho máy chủ trên chính máy này).',
      en: 'Encryption to the mail server (STARTTLS): demanded, when offered, or none (for a server on this machine only).',
    },
  }),
  secondFactor: choice({
    env: 'KHEO_SECOND_FACTOR',
    default: 'optional',
    words: ['optional', 'demanded'],
    meaning: {
      vi: 'Yếu tố xác thực thứ hai của người ký và quản trị viên: tùy chọn, hoặc bắt buộc trước khi làm việc khác.',
      en: 'The second factor of signers and administrators: as they like, or demanded before anything else.',
    },
  }),
  webhookTargets: text({
    env: 'KHEO_WEBHOOK_TARGETS',
    default: undefined,
    meaning: {
      vi: 'Những địa chỉ mà webhook được gửi tới, cách nhau bằng dấu phẩy: https://host[:port][/prefix], hoặc http://… nếu ghi rõ. Thêm !private cho địa chỉ trong mạng nội bộ. Để trống: không đăng ký được webhook nào.',
      en: 'Addresses webhooks may go to, with commas between them: https://host[:port][/prefix], or http://… where it says so. Add !private to one inside your network. Absent: no webhook can be registered.',
    },
  }),
  sweepSeconds: integer({
    env: 'KHEO_SWEEP_SECONDS',
    default: 60,
    min: 1,
    max: 3_600,
    meaning: {
      vi: 'Số giây giữa hai lần rà soát những việc đến hạn nhắc.',
      en: 'Seconds between two sweeps for reminders that are due.',
    },
  }),
};
