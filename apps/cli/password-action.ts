import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { createApiClient } from './client/api-client.ts';
import { Refused } from './client/refused.ts';
import { askSecret } from './prompt.ts';

/** `kheo password`: sets a password by the code that was handed out. Both are asked for, so that no history keeps them. */
export const passwordAction = async ({ url }: { readonly url: string }): Promise<void> => {
  const client = createApiClient(url, { sleep, newId: randomUUID });
  const code = await askSecret('KHEO_CODE', 'Mã được cấp / the code: ');
  const password = await askTwice();
  const answer = await client.setPassword(code, password);
  if (!answer.ok) throw new Refused(answer.problem);
  process.stdout.write('Đã đặt mật khẩu; hãy đăng nhập. / The password is set; sign in now.\n');
};

const askTwice = async (): Promise<string> => {
  const password = await askSecret(
    'KHEO_PASSWORD',
    'Mật khẩu mới, từ 12 ký tự / new password, 12 characters and more: ',
  );
  if (password === (await askSecret('KHEO_PASSWORD', 'Nhập lại / once more: '))) return password;
  throw new Error('Hai lần nhập không giống nhau. / The two are not the same.');
};
