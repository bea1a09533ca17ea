import { faults } from './support/accessible.ts';
import { expect, PASSWORD, signIn, test } from './support/index.ts';
import { codeOf, HALF_A_MINUTE } from './support/second-factor.ts';

test('the password is changed only by who knows it', async ({ page }) => {
  await signIn(page, 'council-5');
  await page.goto('/account');
  await expect(page.getByText('ủy viên hội đồng').last()).toBeVisible();
  await page.getByRole('button', { name: 'Đổi mật khẩu' }).click();
  await page.getByLabel('Mật khẩu hiện nay', { exact: true }).fill('khong-phai-mat-khau');
  await page.getByLabel('Mật khẩu mới', { exact: true }).fill('mot cau ngan de nho 2026');
  await page.getByRole('button', { name: 'Đổi mật khẩu' }).click();
  await expect(page.getByRole('alert').first()).toContainText('Mật khẩu hiện nay không đúng.');

  // The session is over: one signs in again, and goes on.
  await page.getByLabel('Mật khẩu hiện nay', { exact: true }).fill(PASSWORD);
  await page.context().clearCookies();
  await page.getByRole('button', { name: 'Đổi mật khẩu' }).click();
  await expect(page.getByRole('alert').first()).toContainText('Phiên làm việc của');
  await page.getByLabel('Tên đăng nhập').fill('council-5');
  await page.getByRole('textbox', { name: 'Mật khẩu', exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Đăng nhập' }).click();

  await page.getByRole('button', { name: 'Đổi mật khẩu' }).click();
  await expect(page.getByText('Đã đổi mật khẩu.', { exact: false })).toBeVisible();
  // A password is nothing that a browser keeps as a draft.
  expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain('mot cau ngan');
});

test('a second factor is set up by its key, asked for at the door, and removed', async ({ page, browser, baseURL }) => {
  await signIn(page, 'council-4');
  await page.goto('/account');
  await page.getByRole('button', { name: 'Thiết lập' }).click();
  await page.getByLabel('Mật khẩu hiện nay', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Hiện mã để nhập vào ứng dụng' }).click();
  await expect(page.getByRole('img', { name: 'Mã QR của yếu tố thứ hai' })).toBeVisible();
  const secret = ((await page.getByRole('code').textContent()) ?? '').replaceAll(' ', '');
  const now = Date.now();
  await page.getByLabel('Mã xác thực').fill(codeOf(secret, now));
  await page.getByRole('button', { name: 'Bật xác thực hai yếu tố' }).click();
  await expect(page.getByText('Đang bật: đăng nhập cần mật khẩu và mã của ứng dụng xác thực.')).toBeVisible();

  const elsewhere = await (await browser.newContext({ ...(baseURL === undefined ? {} : { baseURL }) })).newPage();
  await elsewhere.goto('/');
  await elsewhere.getByLabel('Tên đăng nhập').fill('council-4');
  await elsewhere.getByLabel('Mật khẩu', { exact: true }).fill(PASSWORD);
  await elsewhere.getByRole('button', { name: 'Đăng nhập' }).click();
  await expect(elsewhere.getByLabel('Mã xác thực')).toBeVisible();
  expect(await faults(elsewhere), 'the code at the door').toEqual([]);
  await elsewhere.getByRole('button', { name: 'English' }).click();
  await expect(elsewhere.getByLabel('Code', { exact: true })).toBeVisible();
  expect(await faults(elsewhere), 'the code at the door, in English').toEqual([]);

  await page.getByRole('button', { name: 'Gỡ yếu tố thứ hai' }).click();
  await page.getByLabel('Mật khẩu hiện nay', { exact: true }).fill(PASSWORD);
  // A code is good for once; that of the next half minute is taken too.
  await page.getByLabel('Mã xác thực').fill(codeOf(secret, now + HALF_A_MINUTE));
  await page.getByRole('button', { name: 'Gỡ yếu tố thứ hai' }).click();
  await expect(page.getByText('Chưa bật: đăng nhập chỉ cần mật khẩu.')).toBeVisible();
});
