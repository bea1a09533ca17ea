import type { Page } from '@playwright/test';
import { typedDay } from './support/api.ts';
import { expect, settled, signIn, test } from './support/index.ts';

const NOTHING = '00000000-0000-4000-8000-000000000000';

/** One byte more than a file may have. */
const TOO_LARGE = 10 * 2 ** 20 + 1;

const WORDS = {
  vi: {
    faults: 'Còn 1 chỗ cần sửa',
    past: `Ngày ${typedDay(-1)} đã qua; hôm nay là ngày ${typedDay(0)}.`,
    role: 'Vai trò của bạn không được làm việc này; việc này của: thủ trưởng đơn vị.',
    status: 'Không làm được việc này khi đăng ký đang ở trạng thái “đã nộp”',
    missing: 'Không tìm thấy, hoặc không thuộc phạm vi của bạn.',
    large: 'Tệp lớn hơn 10 MiB: hãy nén hoặc chia nhỏ rồi gửi lại.',
    copy: 'Sao chép',
    copied: 'Đã sao chép.',
    home: 'Việc của tôi',
    unreadable: 'Không dùng được bộ lọc trong địa chỉ của trang này',
    search: 'từ cần tìm',
    day: 'ngày cần xem',
    filters: 'trạng thái',
    clear: 'Bỏ lọc',
  },
  en: {
    faults: '1 thing to put right',
    past: `The day ${typedDay(-1)} lies in the past; today is ${typedDay(0)}.`,
    role: 'Your role may not do this; it is for: ',
    status: 'This cannot be done while the registration is in the status “submitted”',
    missing: 'Not found, or not yours.',
    large: 'The file is larger than 10 MiB: compress or split it, then send it again.',
    copy: 'Copy',
    copied: 'Copied.',
    home: 'My work',
    unreadable: 'A filter in the address of this page cannot be used',
    search: 'words to search for',
    day: 'day to look at',
    filters: 'status',
    clear: 'Clear the filters',
  },
} as const;

const send = (page: Page): Promise<void> => page.getByRole('main').locator('button[type=submit]').click();

type Words = (typeof WORDS)[keyof typeof WORDS];

/** What is told on the page, and that the number in it can be copied. */
const saying = (page: Page, words: Words) => {
  const told = (sentence: string) => page.getByRole('main').getByRole('alert').filter({ hasText: sentence }).last();
  const copied = async (sentence: string): Promise<void> => {
    // Where it is asked anew meanwhile, because others act on the sample, it is another number.
    await expect(async () => {
      await told(sentence).getByRole('button', { name: words.copy }).click();
      await expect(told(sentence)).toContainText(words.copied, { timeout: 1_000 });
    }).toPass();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/^[0-9a-f]{32}$/u);
  };
  return { told, copied };
};

const firstIn = async (page: Page, status: string): Promise<string> => {
  const list = await page.request.get(`/api/registrations?status=${status}&limit=1`);
  const [one] = ((await list.json()) as { readonly items: readonly { readonly id: string }[] }).items;
  return `/registrations/${one?.id ?? ''}`;
};

// A session that ends, a server that does not answer, its database away and too many requests: nothing-lost, away.
test('what goes wrong is told where it is, in both languages, with a number that can be copied', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await signIn(page, 'standing-body');
  const at = await firstIn(page, 'SUBMITTED');
  for (const [language, words] of Object.entries(WORDS)) {
    const { told, copied } = saying(page, words);
    await page.evaluate((spoken) => localStorage.setItem('kheo.language', spoken), language);

    await test.step(`a field (${language})`, async () => {
      await page.goto(`${at}/do/return`);
      await page.locator('#reason').fill('Chưa nêu rõ.');
      const due = page.locator('.ant-form-item').filter({ has: page.locator('#dueOn') });
      await page.locator('#dueOn').fill(typedDay(9));
      await page.locator('#dueOn').press('Tab');
      await page.locator('#dueOn').fill('31/02/2027');
      await page.locator('#dueOn').press('Tab');
      await expect(due.locator('.ant-form-item-explain-error')).toContainText('“31/02/2027”');
      await page.locator('#dueOn').fill(typedDay(-1).replaceAll('/', '-'));
      await page.locator('#dueOn').press('Tab');
      await send(page);
      await expect(told(words.faults)).toBeFocused();
      await copied(words.faults);
      await expect(due.locator('.ant-form-item-explain-error')).toHaveText(words.past);
      await told(words.faults).getByRole('link', { name: words.past }).click();
      await expect(page.locator('#dueOn')).toBeFocused();
      await page.locator('#dueOn').press('Escape');
    });

    await test.step(`an address that cannot be read (${language})`, async () => {
      for (const [address, what] of [
        ['/registrations?status=NOPE&cycle=abc', words.filters],
        ['/models?q=%E1%BB', words.search],
        ['/decisions?asOf=2026-13-01', words.day],
        [`${at}?asOf=2026-13-01`, words.day],
      ] as const) {
        await page.goto(address);
        await expect(told(words.unreadable)).toContainText(what);
        await expect(page.getByRole('main')).not.toContainText('SUBMITTED');
        await told(words.unreadable).getByRole('button', { name: words.clear }).click();
        await expect(page).toHaveURL(/\/[a-z]+(?:\/[-0-9a-f]+)?\??$/u);
        await settled(page);
        await expect(told(words.unreadable)).toHaveCount(0);
      }
    });

    await test.step(`a role, and a status: why instead of the form (${language})`, async () => {
      for (const [command, why] of [
        ['submit', words.role],
        ['discontinue', words.status],
      ] as const) {
        await page.goto(`${at}/do/${command}`);
        await expect(told(why)).toBeVisible();
        await expect(page.getByRole('main').locator('form')).toHaveCount(0);
      }
    });

    await test.step(`a page of what is not there (${language})`, async () => {
      await page.goto(`/registrations/${NOTHING}`);
      await copied(words.missing);
      await expect(told(words.missing).getByRole('link', { name: words.home })).toBeVisible();
    });
  }

  await test.step('the language is changed while faults are shown: they are told anew', async () => {
    // The account is everybody's in this suite: what is chosen is not kept for it.
    await page.route('**/api/settings', (route) =>
      route.request().method() === 'PUT' ? route.abort() : route.continue(),
    );
    await page.goto(`${at}/do/return`);
    await page.getByRole('button', { name: 'Throw the draft away' }).click();
    await send(page);
    await expect(saying(page, WORDS.en).told('2 things to put right')).toBeVisible();
    await page.getByRole('button', { name: 'Tiếng Việt' }).click();
    const faults = saying(page, WORDS.vi).told('Còn 2 chỗ cần sửa');
    await expect(faults).toContainText('Lý do trả lại: chưa nhập');
    await expect(page.locator('.ant-form-item-explain-error').first()).toHaveText('Lý do trả lại: chưa nhập');

    await page.locator('#reason').fill('Chưa nêu rõ.');
    await page.locator('#dueOn').fill(typedDay(-1));
    await page.locator('#dueOn').press('Tab');
    await send(page);
    await expect(page.locator('.ant-form-item-explain-error')).toHaveText(WORDS.vi.past);
    await page.getByRole('button', { name: 'English' }).click();
    await expect(saying(page, WORDS.en).told(WORDS.en.faults)).toContainText(WORDS.en.past);
    await expect(page.locator('.ant-form-item-explain-error')).toHaveText(WORDS.en.past);
    await page.getByRole('button', { name: 'Back', exact: true }).click();
    await page.getByRole('button', { name: 'Throw the draft away' }).click();
  });

  await signIn(page, 'unit-officer', { language: 'en' });
  const begun = await firstIn(page, 'IN_PROGRESS');
  for (const [language, words] of Object.entries(WORDS)) {
    await test.step(`a file that is too large (${language})`, async () => {
      await page.evaluate((spoken) => localStorage.setItem('kheo.language', spoken), language);
      await page.goto(`${begun}/do/record-progress`);
      await settled(page);
      const file = { name: 'bien-ban.pdf', mimeType: 'application/pdf', buffer: Buffer.alloc(TOO_LARGE) };
      await page.locator('input[type=file]').first().setInputFiles(file);
      await saying(page, words).copied(words.large);
    });
  }
});
