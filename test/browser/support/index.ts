import { test as base, type Browser, type Page } from '@playwright/test';
import { PASSWORD } from './start-sample.ts';

export { expect } from '@playwright/test';
export { PASSWORD } from './start-sample.ts';

/** Each test opens addresses of the running sample: `page.goto('/registrations')`. */
export const test = base.extend({
  baseURL: async ({ browserName: _ }, use) => {
    await use(process.env.KHEO_URL);
  },
});

/** Signs in through the page, as a person does. */
export const signIn = async (page: Page, username: string, password = PASSWORD): Promise<void> => {
  await page.goto('/');
  await page.getByLabel('Tên đăng nhập').fill(username);
  await page.getByLabel('Mật khẩu', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
  await page.getByRole('navigation').first().waitFor({ state: 'attached' });
};

/** A browser of somebody else's: their own session, cookies and drafts. */
export const pageOf = async (browser: Browser, username: string, baseURL = process.env.KHEO_URL): Promise<Page> => {
  const context = await browser.newContext({ baseURL, locale: 'vi-VN' });
  const page = await context.newPage();
  await signIn(page, username);
  return page;
};
