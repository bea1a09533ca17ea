import { settings } from '#configuration';
import type { Setting } from '#configuration';
import { reference, table } from './page.ts';
import type { Page } from './page.ts';

/** The reference page of the settings. */
export function configurationPage(): Page {
  const all: readonly Setting<string | number | boolean | readonly string[] | undefined>[] =
    Object.values<Setting<string | number | boolean | readonly string[] | undefined>>(settings);
  return reference('configuration.md', 'Cấu hình · Configuration', '`libs/configuration/settings.ts`', [
    'Đọc từ biến môi trường. Biến rỗng coi như không có. Sai thì chương trình không khởi động và nêu mọi lỗi cùng lúc. Một giá trị bí mật `KHEO_X` cũng có thể nằm ở dòng đầu của tệp mà `KHEO_X_FILE` chỉ tới.',
    'Read from environment variables. An empty variable counts as absent. With a wrong one the program does not start, and names all errors at once. A secret `KHEO_X` may also be the first line of the file that `KHEO_X_FILE` names.',
    table(['Biến · Variable', 'Mặc định · Default', 'Nhận · Accepts', 'Ý nghĩa · Meaning'], all.map(row)),
  ]);
}

function row({
  env,
  default: standard,
  accepts,
  meaning,
  secret,
}: Setting<string | number | boolean | readonly string[] | undefined>): string[] {
  const name = secret ? `\`${env}\`<br>\`${env}_FILE\`` : `\`${env}\``;
  const given = standard === undefined ? '–' : `\`${String(standard)}\``;
  const shape = accepts.vi === accepts.en ? accepts.vi : `${accepts.vi} · ${accepts.en}`;
  return [name, given, shape, `${meaning.vi}<br>${meaning.en}`];
}
