import { expect, test as base, type Browser, type Page } from '@playwright/test';
import { PASSWORD } from './start-sample.ts';

export { expect };
export { PASSWORD } from './start-sample.ts';

/** Each test opens addresses of the running sample: `page.goto('/registrations')`. */
export const test = base.extend({
  baseURL: async ({ browserName: _ }, use) => {
    await use(process.env.KHEO_URL);
  },
});

export type Language = keyof typeof WORDS;

const WORDS = {
  vi: { username: 'Tên đăng nhập', password: 'Mật khẩu', send: 'Đăng nhập', out: 'Đăng xuất' },
  en: { username: 'User name', password: 'Password', send: 'Sign in', out: 'Sign out' },
} as const;

interface How {
  readonly password?: string;
  readonly language?: Language;
}

/** Signs in through the page, as a person does; whoever was signed in before is out. */
export const signIn = async (page: Page, username: string, how: How = {}): Promise<void> => {
  const words = WORDS[how.language ?? 'vi'];
  await page.context().clearCookies();
  await page.goto('/');
  await page.getByLabel(words.username).fill(username);
  await page.getByLabel(words.password, { exact: true }).fill(how.password ?? PASSWORD);
  await page.getByRole('button', { name: words.send }).click();
  await page.getByRole('button', { name: words.out }).waitFor();
};

/** A browser of somebody else's: their own session, cookies and drafts. */
export const pageOf = async (browser: Browser, username: string): Promise<Page> => {
  const context = await browser.newContext({ baseURL: process.env.KHEO_URL, locale: 'vi-VN' });
  const page = await context.newPage();
  await signIn(page, username);
  return page;
};

/** Nothing of the page is being fetched any more. The stream of updates never ends: the network is never idle. */
export const settled = async (page: Page): Promise<void> => {
  await page.getByRole('main').getByRole('heading', { level: 1 }).waitFor();
  await expect(page.locator('.loading, .ant-spin-spinning')).toHaveCount(0);
};

/** The first thing of a list, by its link. */
export const firstOf = async (page: Page, list: string): Promise<string> => {
  await page.goto(list);
  const link = page.getByRole('main').getByRole('table').getByRole('link').first();
  return (await link.getAttribute('href')) ?? '';
};
