import type { Page } from '@playwright/test';
import { expect, firstOf, settled, signIn, test } from './support/index.ts';

/** A4 upright, 210 mm, less the margins of 12 mm on both sides, at 96 pixels an inch. */
const PAPER = { width: 703, height: 1123 };

interface OnPaper {
  readonly width: number;
  /** What is left of the way around and of the buttons. */
  readonly pressed: readonly string[];
  /** What hides a part of its content. */
  readonly cut: readonly string[];
}

const onPaper = (page: Page): Promise<OnPaper> =>
  page.evaluate(() => {
    const seen = (all: string) => [...document.querySelectorAll(all)].filter((each) => each.checkVisibility());
    const hides = (each: Element) =>
      getComputedStyle(each).overflowX !== 'visible' && each.scrollWidth > each.clientWidth + 1 && each.clientWidth > 1;
    return {
      width: document.documentElement.scrollWidth,
      pressed: seen('button, .button, nav, header, summary, .ant-pagination').map((each) =>
        each.outerHTML.slice(0, 120),
      ),
      cut: seen('main *')
        .filter(hides)
        .map((each) => each.outerHTML.slice(0, 120)),
    };
  });

const PAGES = {
  'standing-body': [
    '/',
    '/registrations?status=RECOGNIZED',
    '/registrations?status=SUBMITTED',
    '/models',
    '/decisions',
    '/numbers',
    '/commendations',
    '/reports?status=OVERDUE',
    '/inbox',
  ],
  auditor: ['/audit'],
} as const;

const THINGS = ['/registrations?status=RECOGNIZED', '/models', '/decisions', '/commendations', '/reports'] as const;

test('every list and every thing is printed whole on A4: whose, filtered by what, when and by whom, and no button', async ({
  page,
}) => {
  test.setTimeout(150_000);
  for (const [who, pages] of Object.entries(PAGES)) {
    await page.emulateMedia({ media: 'screen' });
    await page.setViewportSize({ width: 1366, height: 768 });
    await signIn(page, who);
    const things: string[] = [];
    for (const list of who === 'standing-body' ? THINGS : []) things.push(await firstOf(page, list));
    await page.setViewportSize(PAPER);
    for (const at of [...pages, ...things]) {
      await page.emulateMedia({ media: 'screen' });
      await page.goto(at);
      await settled(page);
      await page.emulateMedia({ media: 'print' });
      const { width, pressed, cut } = await onPaper(page);
      expect.soft(width, at).toBeLessThanOrEqual(PAPER.width);
      expect.soft(pressed, at).toEqual([]);
      expect.soft(cut, at).toEqual([]);
      await expect.soft(page.locator('p.print-only').first(), at).toHaveText('Tỉnh Minh Họa');
      await expect.soft(page.locator('p.print-only').first(), at).toBeVisible();
      await expect
        .soft(page.getByText(/^Bản in từ Khéo lúc \d{2}\/\d{2}\/\d{4} \d{2}:\d{2}, người in: /u), at)
        .toBeVisible();
      await expect.soft(page.getByText(/^Quy định này chỉ để minh họa: /u), at).toBeVisible();
      await expect.soft(page.locator('.next'), at).toBeHidden();
    }
  }
  await page.emulateMedia({ media: 'screen' });
  await signIn(page, 'standing-body');
  await page.goto('/registrations?status=SUBMITTED');
  await settled(page);
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.filters').first()).toContainText('Đã nộp');
  const sought = page.locator('.filters [data-label="Tìm theo tên mô hình"]');
  await expect(sought).toBeHidden();
  await page.emulateMedia({ media: 'screen' });
  await page.goto('/registrations?q=nha');
  await settled(page);
  await page.emulateMedia({ media: 'print' });
  await expect(sought).toBeVisible();
  expect(await sought.evaluate((each) => getComputedStyle(each, '::before').content)).toBe('"Tìm theo tên mô hình: "');
  await expect(page.getByText('Đơn vị và cấp dưới')).toBeHidden();
});
