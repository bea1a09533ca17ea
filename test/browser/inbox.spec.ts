import { expect, signIn, test } from './support/index.ts';

test('a message leads to its duty and is read by that; how one is reminded is chosen', async ({ page }) => {
  await signIn(page, 'other-officer');
  await page.goto('/inbox');
  const unread = page.getByRole('status').filter({ hasText: 'tin chưa đọc' });
  const before = Number.parseInt((await unread.textContent()) ?? '', 10);
  expect(before).toBeGreaterThan(0);
  await page
    .getByRole('main')
    .getByRole('link', { name: /Báo cáo/u })
    .first()
    .click();
  await expect(page.getByRole('heading', { name: /^Báo cáo/u })).toBeVisible();
  await page.goBack();
  await expect(
    page.getByRole('status').filter({ hasText: before === 1 ? 'Đã đọc hết' : `${before - 1} tin chưa đọc` }),
  ).toBeVisible();

  await page.getByRole('button', { name: 'Đổi cách nhận tin' }).click();
  await page.getByRole('switch', { name: 'Gửi thêm qua thư điện tử' }).click();
  await page.getByRole('button', { name: 'Lưu cách nhận tin' }).click();
  await expect(page.getByText('Tin nhắc chỉ đến hộp tin này, không gửi thư điện tử.')).toBeVisible();
});
