import type { Page } from '@playwright/test';
import { typedDay } from './support/api.ts';
import { expect, pageOf, PASSWORD, signIn, test } from './support/index.ts';

interface Row {
  readonly id: string;
  readonly name: string;
}

/** Registrations in a status, as the one who is signed in sees them. */
const inStatus = async (page: Page, status: string): Promise<readonly Row[]> => {
  const answer = await page.request.get(`/api/registrations?status=${status}&limit=50`);
  return ((await answer.json()) as { readonly items: readonly Row[] }).items;
};

const first = (rows: readonly Row[]): Row => {
  const [row] = rows;
  if (row === undefined) throw new Error('The sample has none.');
  return row;
};

const REASON = 'Chưa nêu rõ số hộ tham gia và nguồn kinh phí.';

test('what was typed is there when the session ended and the same person signed in again', async ({ page }) => {
  await signIn(page, 'standing-body');
  const { id } = first(await inStatus(page, 'SUBMITTED'));
  await page.goto(`/registrations/${id}/do/return`);
  await page.getByLabel('Lý do').fill(REASON);
  await page.getByLabel('Hạn gửi lại').fill(typedDay(20));
  await page.getByLabel('Hạn gửi lại').press('Enter');
  await page.context().clearCookies();
  await page.getByRole('button', { name: 'Trả lại để bổ sung' }).click();

  await expect(page.getByRole('alert').first()).toContainText('Phiên làm việc của');
  await expect(page.getByLabel('Lý do')).toBeHidden();
  await page.getByLabel('Tên đăng nhập').fill('standing-body');
  await page.getByLabel('Mật khẩu', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
  await expect(page.getByLabel('Lý do')).toHaveValue(REASON);
  await expect(page.getByLabel('Hạn gửi lại')).toHaveValue(typedDay(20));
});

test('somebody else who signs in then sees nothing of it', async ({ page }) => {
  await signIn(page, 'standing-body');
  const { id } = first(await inStatus(page, 'SUBMITTED'));
  await page.goto(`/registrations/${id}/do/return`);
  await page.getByLabel('Lý do').fill(REASON);
  await page.getByLabel('Hạn gửi lại').fill(typedDay(20));
  await page.getByLabel('Hạn gửi lại').press('Enter');
  await page.context().clearCookies();
  await page.getByRole('button', { name: 'Trả lại để bổ sung' }).click();
  await page.getByLabel('Tên đăng nhập').fill('unit-officer');
  await page.getByLabel('Mật khẩu', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
  await expect(page.getByRole('heading', { name: 'Việc của tôi' })).toBeVisible();
  await expect(page.getByText(REASON)).toHaveCount(0);
});

test('without the server nothing is said to be saved, and the draft stays', async ({ page, context }) => {
  await signIn(page, 'standing-body');
  const { id } = first(await inStatus(page, 'SUBMITTED'));
  await page.goto(`/registrations/${id}/do/return`);
  await page.getByLabel('Lý do').fill(REASON);
  await page.getByLabel('Hạn gửi lại').fill(typedDay(20));
  await page.getByLabel('Hạn gửi lại').press('Enter');
  await context.setOffline(true);
  await page.getByRole('button', { name: 'Trả lại để bổ sung' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'Không kết nối được với Khéo' })).toBeVisible();
  await expect(page.getByText('Chưa lưu')).toBeVisible();
  await expect(page.getByText('Đã xong')).toHaveCount(0);
  await context.setOffline(false);
  await page.reload();
  await expect(page.getByLabel('Lý do')).toHaveValue(REASON);
  await expect(page.getByText('Đã điền lại những gì bạn nhập')).toBeVisible();
});

test('leaving what was typed asks once: to stay, to keep it, or to throw it away', async ({ page }) => {
  await signIn(page, 'standing-body');
  const { id } = first(await inStatus(page, 'SUBMITTED'));
  await page.goto(`/registrations/${id}/do/return`);
  await page.getByLabel('Lý do').fill(REASON);
  await page.getByRole('link', { name: 'Việc của tôi' }).click();
  await page.getByRole('button', { name: 'Ở lại' }).click();
  await expect(page.getByLabel('Lý do')).toHaveValue(REASON);
  await page.getByRole('link', { name: 'Việc của tôi' }).click();
  await page.getByRole('button', { name: 'Giữ bản nháp và rời đi' }).click();
  await expect(page.getByRole('heading', { name: 'Việc của tôi' })).toBeVisible();
  await page.goto(`/registrations/${id}/do/return`);
  await expect(page.getByLabel('Lý do')).toHaveValue(REASON);
  await page.getByRole('button', { name: 'Bỏ bản nháp' }).click();
  await expect(page.getByLabel('Lý do')).toHaveValue('');
  await page.getByRole('link', { name: 'Việc của tôi' }).click();
  await expect(page.getByRole('heading', { name: 'Việc của tôi' })).toBeVisible();
});

test('two at once: what the other did stands beside what I typed, and a task that is done goes by itself', async ({
  browser,
}) => {
  const one = await pageOf(browser, 'standing-body');
  const other = await pageOf(browser, 'standing-body');
  const waiting = await pageOf(browser, 'standing-body');
  const accept = waiting.getByRole('link', { name: 'Tiếp nhận đăng ký' });
  const id = /registrations\/([^/]+)/u.exec((await accept.first().getAttribute('href')) ?? '')?.[1] ?? '';
  const task = waiting.locator(`a[href="/registrations/${id}/do/accept"]`);
  await expect(task).toHaveCount(1);
  await one.goto(`/registrations/${id}/do/return`);
  await one.getByLabel('Lý do').fill(REASON);
  await one.getByLabel('Hạn gửi lại').fill(typedDay(20));
  await one.getByLabel('Hạn gửi lại').press('Enter');

  await other.goto(`/registrations/${id}/do/accept`);
  await other.getByRole('button', { name: 'Tiếp nhận đăng ký' }).click();
  await expect(other.getByRole('status').filter({ hasText: 'Đã xong' })).toBeVisible();

  await one.getByRole('button', { name: 'Trả lại để bổ sung' }).click();
  const told = one.getByRole('alert').filter({ hasText: 'Trong lúc bạn nhập' });
  await expect(told).toContainText('Tiếp nhận đăng ký mô hình');
  await expect(one.getByLabel('Lý do')).toHaveValue(REASON);
  await expect(task).toHaveCount(0, { timeout: 5_000 });
});
