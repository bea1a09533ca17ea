import { expect, PASSWORD, signIn, test } from './support/index.ts';

test('a wrong password is told in words, and the right one leads to one’s work', async ({ page }) => {
  await page.goto('/');
  await page.getByLabel('Tên đăng nhập').fill('unit-head');
  await page.getByLabel('Mật khẩu', { exact: true }).fill('khong-phai-mat-khau');
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
  await expect(page.getByRole('alert')).toContainText('Sai tên đăng nhập hoặc mật khẩu.');

  await page.getByLabel('Mật khẩu', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
  await expect(page.getByRole('heading', { name: 'Việc của tôi' })).toBeVisible();
  await expect(page.getByRole('banner')).toContainText('Thủ trưởng đơn vị');
});

test('every page speaks the other language at once, keeps it, and says by itself that its session ended', async ({
  page,
}) => {
  await signIn(page, 'inspector');
  await page.getByRole('button', { name: 'English' }).click();
  await expect(page.getByRole('heading', { name: 'My work' })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('heading', { name: 'My work' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');

  await page.request.delete('/api/session', { headers: { 'X-Kheo-Client': 'test' } });
  await expect(page.getByRole('alert')).toContainText('The session of', { timeout: 20_000 });
  await expect(page.getByRole('banner')).toBeHidden();
});
