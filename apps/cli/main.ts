import { Command, Option } from 'commander';
import { writtenDay } from '#domain';
import { EXAMPLE_KINDS, exampleAction, type ExampleSource } from './example-action.ts';
import { followAction, importAction, type ImportFlags, type ServerFlags } from './import/import-action.ts';
import { logCopyAction } from './log-copy-action.ts';
import { migrateAction } from './migrate-action.ts';
import { missingAction } from './missing-action.ts';
import { passwordAction } from './password-action.ts';
import { rebuildAction } from './rebuild-action.ts';
import { resetAdminAction } from './reset-admin-action.ts';
import { setupAction } from './setup-action.ts';
import { statusAction } from './status-action.ts';
import { usageSentence } from './usage-sentence.ts';

const program = new Command('kheo')
  .description('Khéo: công cụ quản trị trên dòng lệnh / administration on the command line')
  .showHelpAfterError()
  .configureOutput({ outputError: (said, write) => write(usageSentence(said)) })
  // An option belongs to the command behind whose name it stands: `import` and `import units` both have `--user`.
  .enablePositionalOptions();

/** A day as people write it; what is none is left to the rule that refuses it. */
const day = (text: string): string => writtenDay(text) ?? text;

const ISSUED_ON = 'ngày của văn bản ấy, yyyy-mm-dd hoặc dd/mm/yyyy / the day of that paper';

const url = new Option('--url <url>', 'địa chỉ máy chủ / the server')
  .env('KHEO_URL')
  .default(`http://127.0.0.1:${process.env.KHEO_PORT ?? '3000'}`);

const server = [
  url,
  new Option(
    '--user <name>',
    'tài khoản; mật khẩu và mã của ứng dụng lấy từ KHEO_PASSWORD, KHEO_CODE hoặc được hỏi / account; password and code of the app from KHEO_PASSWORD, KHEO_CODE or asked for',
  )
    .env('KHEO_USER')
    .makeOptionMandatory(),
];

const list = (name: string, description: string): Command => {
  const command = new Command(name)
    .copyInheritedSettings(program)
    .description(description)
    .argument('<file>', '.csv (UTF-8) hoặc .xlsx')
    .option('--dry-run', 'chỉ kiểm tra, không ghi gì / check everything, record nothing', false)
    .option(
      '--sheet <name>',
      'trang tính; mặc định trang đầu tiên nhìn thấy / the sheet, the first visible one unless told',
    )
    .option('--out <file>', 'tệp trả về, mặc định <tên>.ket-qua.<đuôi> / the returned file');
  for (const option of server) command.addOption(option);
  return command;
};

const imports = program
  .command('import')
  .description('Nhập danh sách và nhận lại tệp có cột kết quả / import a list')
  .addOption(
    new Option(
      '--example <list>',
      'ghi một tệp Excel mẫu: các cột, cách ghi, giá trị được nhận / write a workbook to begin with',
    ).choices(EXAMPLE_KINDS),
  )
  .option(
    '--cycle <id>',
    'với --example: các lĩnh vực, chương trình của quy định của đợt thi đua này; cần --user / with --example: the fields and programmes of this cycle’s regulation; takes --user',
  )
  .addOption(url)
  .addOption(new Option('--user <name>', 'với --cycle / with --cycle').env('KHEO_USER'))
  .enablePositionalOptions()
  .action(({ example, ...from }: { readonly example?: string } & ExampleSource) =>
    example === undefined ? imports.help() : exampleAction(example, from),
  );
imports.addCommand(
  list('units', 'Nhập đơn vị / units').action((file: string, options: ImportFlags) =>
    importAction({ kind: 'units', file, ...options }),
  ),
);
imports.addCommand(
  list('registrations', 'Nhập đăng ký mô hình / registrations')
    .requiredOption('--cycle <id>', 'đợt thi đua / the cycle')
    .option('--unit <id>', 'đơn vị của các dòng không ghi đơn vị / the unit of rows that name none')
    .action((file: string, options: ImportFlags) => importAction({ kind: 'registrations', file, ...options })),
);
const follow = imports
  .command('follow')
  .description('Xem lại một lần nhập đang chạy hoặc đã xong, và lấy tệp kết quả / find an import again')
  .argument('<id>', 'mã lần nhập / its id')
  .option('--out <file>', 'tệp trả về, mặc định <tên>.ket-qua.<đuôi> / the returned file');
for (const option of server) follow.addOption(option);
follow.action((id: string, flags: ServerFlags & { readonly out?: string }) => followAction(id, flags));

program
  .command('rebuild')
  .description('Dựng lại các bảng đọc từ nhật ký, so sánh rồi thay thế / rebuild read models beside the live ones')
  .argument('[names...]', 'tên bảng đọc; mặc định tất cả / read models, all unless named')
  .option('--compare-only', 'chỉ so sánh, không thay thế / only compare', false)
  .action(rebuildAction);

program
  .command('log')
  .description('Nhật ký sự kiện / the event log')
  .command('copy')
  .description(
    'Chép nhật ký sang kho khác, đúng thứ tự, ngắt giữa chừng thì chạy lại để đi tiếp, rồi so từng sự kiện / copy the log into another store, in order, resumable, compared event by event. ' +
      'Địa chỉ / addresses: postgres://…, esdb://…, kurrentdb://…, embedded:<KHEO_DATA_DIR>',
  )
  .option('--from <url>', 'nguồn; hoặc KHEO_COPY_FROM, KHEO_COPY_FROM_FILE / the source')
  .option('--to <url>', 'đích; hoặc KHEO_COPY_TO, KHEO_COPY_TO_FILE / the target')
  .option('--verify-only', 'chỉ so sánh, không chép / only compare', false)
  .action(logCopyAction);

program
  .command('migrate')
  .description(
    'Tạo hoặc nâng cấp cơ sở dữ liệu, trước khi mở các dịch vụ / make or upgrade the database, before the services start',
  )
  .action(migrateAction);

program
  .command('status')
  .description('Tình trạng nhật ký, bảng đọc và sự cố / the log, the read models and the incidents')
  .option('--json', 'in JSON', false)
  .action(statusAction);

program
  .command('setup')
  .description('Cài đặt lần đầu: đơn vị gốc và quản trị viên đầu tiên / the root unit and the first administrator')
  .requiredOption('--unit <name>', 'tên đơn vị gốc / name of the root unit')
  .addOption(
    new Option('--kind <kind>', 'loại đơn vị / its kind')
      .choices(['NATIONAL', 'PROVINCE', 'COMMUNE', 'CENTRAL_AGENCIES'])
      .default('PROVINCE'),
  )
  .option('--code <code>', 'mã hành chính / administrative code')
  .option(
    '--from <day>',
    'yyyy-mm-dd hoặc / or dd/mm/yyyy: đơn vị gốc có từ ngày nào; không đơn vị nào bên dưới có trước ngày ấy; hôm nay nếu không nêu / since when the root unit has been there, and no unit below before it; today when absent',
    day,
  )
  .requiredOption('--admin <name>', 'họ tên quản trị viên / the administrator’s name')
  .requiredOption('--username <name>', 'tài khoản của quản trị viên / the administrator’s account')
  .requiredOption('--document <number>', 'số quyết định phân công / the paper that appoints the administrator')
  .requiredOption('--issued-on <day>', ISSUED_ON, day)
  .option(
    '--regulation [year]',
    'soạn sẵn một quy định minh họa cho loại cơ quan này để sửa và ban hành, cho năm bắt đầu; năm nay nếu không nêu / draft an illustrative regulation for this kind of office, to change and put in force, for the year to begin with; this year unless told',
  )
  .action(setupAction);

program
  .command('missing')
  .description(
    'Còn thiếu gì trước đăng ký đầu tiên: đơn vị, người, quy định, đợt thi đua / what is missing before the first registration',
  )
  .action(missingAction);

program
  .command('password')
  .description('Đặt mật khẩu bằng mã được cấp / set a password by the code that was handed out')
  .addOption(url)
  .action(passwordAction);

program
  .command('reset-admin')
  .description(
    'Cấp mã mới cho một quản trị viên khi không ai vào được, ngay tại máy có cơ sở dữ liệu / a new code for an administrator when nobody gets in, where the database is reached',
  )
  .argument('<username>', 'tài khoản quản trị / the administrator’s account')
  .option(
    '--document <number>',
    'số quyết định phân công, khi đơn vị gốc không còn quản trị viên nào: phân công lại người có tài khoản này / the paper that appoints whoever has this account, where the root unit has no administrator any more',
  )
  .option('--issued-on <day>', ISSUED_ON, day)
  .action(resetAdminAction);

try {
  await program.parseAsync();
} catch (error) {
  const text = error instanceof Error ? error.message : String(error);
  process.stderr.write(`${text}\n`);
  process.exitCode = 1;
}
