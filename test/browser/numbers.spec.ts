import type { Page } from '@playwright/test';
import { yearsOfReports } from './support/api.ts';
import { expect, signIn, test } from './support/index.ts';

/** `● Quá hạn 1.204` → 1204 */
const numberIn = (text: string): number => Number((/[\d.]+(?=\D*$)/u.exec(text)?.[0] ?? '').replaceAll('.', ''));

/** How many rows a list has, over all its pages. */
const rowsOf = async (page: Page, name: string | RegExp): Promise<number> => {
  const rows = page.getByRole('table', { name }).locator('tbody tr[data-row-key]');
  await expect(rows.first()).toBeVisible();
  return rows.count();
};

/** What was done to the thing whose page is open: as many entries as the api tells. */
const eventsAre = async (page: Page): Promise<void> => {
  const timeline = `/api${new URL(page.url()).pathname}/timeline?limit=200`;
  const { items } = (await (await page.request.get(timeline)).json()) as { readonly items: readonly unknown[] };
  expect(items.length).toBeGreaterThan(0);
  await expect(page.locator('.timeline > li')).toHaveCount(items.length);
};

test('a number of the board leads to as many reports, one of them, and what was done to it', async ({ page }) => {
  await signIn(page, 'auditor');
  const { half } = await yearsOfReports();
  await page.goto(`/reports?period=H1-${half}`);
  const numbers = page.locator('.coverage-standings a');
  await expect(numbers.first()).toBeVisible();
  const count = await numbers.count();
  for (let place = 0; place < count; place += 1) {
    await page.goto(`/reports?period=H1-${half}`);
    const said = numberIn(await numbers.nth(place).innerText());
    await numbers.nth(place).click(); // 1
    await expect(page).toHaveURL(/status=/u);
    await expect.poll(() => rowsOf(page, 'Theo dõi báo cáo')).toBe(said);
  }
  await page.getByRole('table', { name: 'Theo dõi báo cáo' }).getByRole('link').first().click(); // 2
  await expect(page.getByRole('heading', { level: 1, name: /^Báo cáo/u })).toBeVisible();
  await eventsAre(page);
});

test('a number of the decision book leads to as many items, one model, and what was done to it', async ({ page }) => {
  await signIn(page, 'auditor');
  await page.goto('/decisions?act=RECOGNIZE');
  const row = page.getByRole('table', { name: 'Sổ quyết định' }).locator('tbody tr[data-row-key]').last();
  const number = (await row.getByRole('cell').first().innerText()).trim();
  const said = numberIn(await row.getByRole('cell').nth(5).innerText());
  expect(said).toBeGreaterThan(100);
  await row.getByRole('link').click(); // 1
  await expect(page.getByRole('heading', { name: `Danh sách (${said} mục)` })).toBeVisible();
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
  await expect.poll(() => rowsOf(page, /^Danh sách/u)).toBe(said);
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
  await page
    .getByRole('table', { name: /^Danh sách/u })
    .getByRole('link')
    .first()
    .click(); // 2
  await page.getByRole('navigation', { name: 'Trong trang này' }).getByRole('link', { name: 'Nhật ký' }).click(); // 3
  await eventsAre(page);
  await expect(page.getByRole('region', { name: 'Nhật ký' })).toContainText(number);
});
