import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { typedDay } from './support/api.ts';
import { expect, signIn } from './support/index.ts';
import { test } from './support/own-sample.ts';

const REASON = 'Chưa nêu rõ số hộ tham gia.';

/** A registration that waits for the standing body, opened to be returned, with the reason typed. */
const returning = async (page: Page): Promise<string> => {
  await signIn(page, 'standing-body');
  const list = await page.request.get('/api/registrations?status=SUBMITTED&limit=1');
  const [one] = ((await list.json()) as { readonly items: readonly { readonly id: string }[] }).items;
  const at = `/registrations/${one?.id ?? ''}`;
  await page.goto(`${at}/do/return`);
  await page.getByLabel('Lý do').fill('Chưa nêu');
  await page.getByLabel('Hạn gửi lại').fill(typedDay(20));
  await page.getByLabel('Hạn gửi lại').press('Enter');
  return at;
};

const unreachable = (page: Page) => page.getByRole('alert').filter({ hasText: 'Không kết nối được với Khéo' });

test.describe.configure({ mode: 'serial' });

test('the server is killed while one types: never a tick; it is back, and what was typed is sent', async ({
  page,
  own,
}) => {
  test.setTimeout(180_000);
  const at = await returning(page);
  await own.kill();
  await page.getByLabel('Lý do').fill(REASON);
  await expect(page.getByRole('status').filter({ hasText: 'Chưa lưu' })).toBeVisible();
  await page.getByRole('button', { name: 'Trả lại để bổ sung' }).click();
  await expect(unreachable(page)).toBeVisible();
  await expect(page.getByRole('status').filter({ hasText: 'Chưa lưu' })).toBeVisible();
  await expect(page.getByText('Đã xong')).toHaveCount(0);
  await expect(page.getByLabel('Lý do')).toHaveValue(REASON);

  // A page that is not on this machine yet: no fault of its own, and open as soon as it can be.
  await page.getByRole('link', { name: 'Sổ quyết định' }).click();
  await page.getByRole('button', { name: 'Giữ bản nháp và rời đi' }).click();
  await expect(unreachable(page)).toContainText('kết nối được thì trang tự mở tiếp');
  await own.startAgain();
  await expect(page.getByRole('heading', { level: 1, name: 'Sổ quyết định' })).toBeVisible({ timeout: 30_000 });

  await page.goto(`${at}/do/return`);
  await expect(page.getByLabel('Lý do')).toHaveValue(REASON);
  await page.getByRole('button', { name: 'Trả lại để bổ sung' }).click();
  await expect(page.getByText('Đã xong: Trả lại để bổ sung')).toBeVisible();
});

test('without its database it says so in both languages, what to do, and a number that can be copied', async ({
  page,
  own,
  context,
}) => {
  test.setTimeout(180_000);
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await returning(page);
  const [pid] = (await readFile(own.postmaster, 'utf8')).split('\n');
  process.kill(Number(pid), 'SIGINT');
  await page.getByRole('button', { name: 'Trả lại để bổ sung' }).click();
  const told = page.getByRole('alert').filter({ hasText: 'Hệ thống tạm thời chưa phục vụ được' });
  await expect(told).toContainText('Thử lại sau ít phút');
  await expect(page.getByText('Chưa lưu')).toBeVisible();
  await told.getByRole('button', { name: 'Sao chép' }).click();
  await expect(told).toContainText('Đã sao chép.');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/^[0-9a-f]{32}$/u);

  // The first page of all, in English; by itself it is back.
  await page.evaluate(() => localStorage.setItem('kheo.language', 'en'));
  await page.goto('/reports');
  await expect(page.getByRole('heading', { level: 1, name: 'Khéo does not open yet' })).toBeVisible();
  await expect(page.getByRole('alert')).toContainText('Temporarily unavailable');
  await expect(page.getByRole('alert')).toContainText('tell the administrator');
  await own.kill();
  await expect(page.getByRole('alert')).toContainText('Khéo cannot be reached', { timeout: 15_000 });
  await own.startAgain();
  await expect(page.getByRole('heading', { level: 1, name: 'Reports' })).toBeVisible({ timeout: 30_000 });
});

test('too many requests in a minute: a page says so, and what is done to many waits by itself', async ({
  page,
  own,
}) => {
  test.setTimeout(240_000);
  await own.kill();
  await own.startAgain({ KHEO_RATE_LIMIT_PER_MINUTE: '40' });
  await signIn(page, 'standing-body');
  await page.goto('/registrations?status=SUBMITTED');
  await page.getByText('Thực hiện với mọi đăng ký đang lọc').click();
  await page.getByRole('link', { name: 'Tiếp nhận đăng ký' }).last().click();
  await expect(page.getByRole('heading', { level: 1, name: /^Tiếp nhận đăng ký: \d+ mục$/u })).toBeVisible();
  await page.getByRole('button', { name: /^Tiếp nhận đăng ký cho/u }).click();
  await expect(page.getByText('Khéo chỉ nhận một số yêu cầu mỗi phút')).toBeVisible({ timeout: 30_000 });
  const told = page.getByRole('status').filter({ hasText: 'Xong' });
  const done = async (): Promise<number> => Number(/Xong (\d+), bỏ ra 0/u.exec(await told.innerText())?.[1]);
  const before = await done();
  const other = await page.context().newPage();
  await other.goto('/');
  await expect(other.getByRole('alert')).toContainText('Quá nhiều yêu cầu; hãy thử lại sau.');
  await other.close();
  // The next minute has come.
  await expect.poll(done, { timeout: 80_000 }).toBeGreaterThan(before);
});
