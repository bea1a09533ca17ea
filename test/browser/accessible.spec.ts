import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, firstOf, settled, signIn, test } from './support/index.ts';

/** Serious and critical faults, each with the places where it is. */
const faults = async (page: Page): Promise<readonly string[]> => {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
};

const PEOPLE = {
  'unit-officer': ['/', '/registrations', '/registrations/new', '/models', '/reports', '/inbox', '/account'],
  'standing-body': [
    '/',
    '/decisions',
    '/decisions/new',
    '/numbers',
    '/commendations',
    '/commendations/new',
    '/reports',
  ],
  auditor: ['/audit'],
} as const;

const THINGS = { 'standing-body': ['/registrations?status=RECOGNIZED', '/decisions', '/reports', '/models'] } as const;

test('signing in has no serious fault', async ({ page }) => {
  await page.goto('/');
  await expect(page.getByRole('heading', { name: 'Đăng nhập' })).toBeVisible();
  expect(await faults(page)).toEqual([]);
});

for (const language of ['vi', 'en'] as const) {
  for (const [who, pages] of Object.entries(PEOPLE)) {
    test(`the pages of ${who} have no serious fault (${language})`, async ({ page }) => {
      await page.addInitScript((spoken) => localStorage.setItem('kheo.language', spoken), language);
      await signIn(page, who, { language });
      for (const at of pages) {
        await page.goto(at);
        await settled(page);
        expect.soft(await faults(page), `${at} (${language})`).toEqual([]);
      }
    });
  }

  test(`things and every form that may be filled in have no serious fault (${language})`, async ({ page }) => {
    test.setTimeout(240_000);
    await page.addInitScript((spoken) => localStorage.setItem('kheo.language', spoken), language);
    for (const [who, lists] of Object.entries(THINGS)) {
      await signIn(page, who, { language });
      for (const list of lists) {
        const at = await firstOf(page, list);
        await page.goto(at);
        await settled(page);
        expect.soft(await faults(page), `${at} (${language})`).toEqual([]);
        const forms = await page
          .locator('.actions-open a')
          .evaluateAll((links) => links.map((each) => each.getAttribute('href') ?? ''));
        for (const form of forms) {
          await page.goto(form);
          await settled(page);
          expect.soft(await faults(page), `${form} (${language})`).toEqual([]);
        }
      }
    }
  });
}

const BESIDES = [
  '/registrations',
  '/registrations/bulk/return?status=SUBMITTED',
  '/models',
  '/inbox',
  '/account',
  '/search?q=hoa',
  '/khong-co-trang-nay',
];

test('no page scrolls sideways, on an office machine, at twice its size, and on a phone', async ({ page }) => {
  test.setTimeout(300_000);
  await signIn(page, 'standing-body');
  const things = [
    await firstOf(page, '/registrations'),
    await firstOf(page, '/decisions'),
    await firstOf(page, '/reports'),
  ];
  // 683 by 384 is what 1366 by 768 has at 200 %.
  for (const [width, height] of [
    [1366, 768],
    [683, 384],
    [390, 844],
  ] as const) {
    await page.setViewportSize({ width, height });
    for (const at of [...PEOPLE['standing-body'], ...BESIDES, ...things]) {
      await page.goto(at);
      await settled(page);
      const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect.soft(wider, `${at} at ${width}`).toBeLessThanOrEqual(0);
    }
  }
});
