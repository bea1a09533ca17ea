import { expect, signIn, test } from './support/index.ts';

test('an auditor asks a ready-made question, narrows it, and takes what is shown as a file', async ({ page }) => {
  await signIn(page, 'auditor');
  await page.goto('/audit');
  // The first day and the last one stand beside each other.
  await page.setViewportSize({ width: 1440, height: 900 });
  const days = page.locator('.filters label');
  await expect(days).toHaveCount(2);
  const tops = await days.evaluateAll((all) => all.map((each) => each.getBoundingClientRect().top));
  expect(tops).toEqual([tops[0], tops[0]]);
  await page.getByRole('link', { name: 'Mọi lần trao và chấm dứt quyền' }).click();
  const trail = page.getByRole('table', { name: 'Nhật ký chung' });
  await expect(trail).toBeVisible();
  await expect(page).toHaveURL(/kind=GRANTS/u);
  await expect(trail.getByRole('row').nth(1)).toContainText(/phân công|nhiệm vụ/iu);

  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Tải CSV' }).click();
  expect((await download).suggestedFilename()).toMatch(/\.csv$/u);

  // Also what Ant Design calls in English.
  await expect(page.getByRole('button', { name: 'Xóa trống' }).first()).toBeVisible();
  await expect(page.locator('[aria-label="Clear"], [aria-label="close-circle"], [aria-label="search"]')).toHaveCount(0);

  await page.getByRole('button', { name: 'Bỏ lọc' }).click();
  await page.getByRole('combobox', { name: 'Người làm' }).fill('hoang minh tuan');
  await page.getByTitle(/Hoàng Minh Tuấn/u).click();
  await expect(page).toHaveURL(/person=/u);
  await expect(trail.getByRole('row').nth(1)).toContainText('Hoàng Minh Tuấn');

  // What one filters stays when one comes back.
  await trail
    .getByRole('link', { name: /Báo cáo/u })
    .first()
    .click();
  await expect(page).not.toHaveURL(/\/audit/u);
  await page.goBack();
  await expect(page).toHaveURL(/person=/u);
  await expect(trail.getByRole('row').nth(1)).toContainText('Hoàng Minh Tuấn');
});

test('the standing body asks for everything of a person by their name', async ({ page }) => {
  await signIn(page, 'standing-body');
  await page.goto('/audit?kind=REPORTS');
  const trail = page.getByRole('table', { name: 'Nhật ký chung' });
  await trail.getByRole('link', { name: 'Đỗ Văn Dũng' }).first().click();
  await expect(page).toHaveURL(/person=/u);
  await expect(trail.getByRole('row').nth(1)).toContainText('Đỗ Văn Dũng');
  await expect(page.getByRole('combobox', { name: 'Người làm' })).toHaveCount(0);
});

test('an officer of a unit reads what is on record of their own things, and of nobody else’s', async ({ page }) => {
  await signIn(page, 'unit-officer');
  await page.getByRole('link', { name: 'Nhật ký chung' }).click();
  const trail = page.getByRole('table', { name: 'Nhật ký chung' });
  await expect(trail.getByRole('row').nth(1)).toBeVisible();
  await page.goto('/audit?kind=ACCOUNTS');
  await expect(trail.getByRole('row').nth(1)).toBeVisible();
  const about = await trail.getByRole('row').locator('td:last-child').allInnerTexts();
  expect(new Set(about.map((each) => each.split('\n')[0])).size).toBe(1);
  await page.goto('/audit?kind=EXPORTS');
  await expect(page.getByRole('alert')).toContainText('việc này của: kiểm toán viên');
});
