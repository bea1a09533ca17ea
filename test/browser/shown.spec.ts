import { expect, signIn, test } from './support/index.ts';

interface Entry {
  readonly recordedAt: string;
}

const VIETNAM = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Asia/Ho_Chi_Minh',
  ...{ day: '2-digit', month: '2-digit', year: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
});

test('a browser in New York shows the clocks of Vietnam', async ({ page }) => {
  await signIn(page, 'standing-body');
  const list = await page.request.get('/api/registrations?status=RECOGNIZED&limit=1');
  const [one] = ((await list.json()) as { readonly items: readonly { readonly id: string }[] }).items;
  const id = one?.id ?? '';
  const trail = (await (await page.request.get(`/api/registrations/${id}/timeline`)).json()) as {
    items: readonly Entry[];
  };
  await page.goto(`/registrations/${id}`);
  expect(await page.evaluate(() => Intl.DateTimeFormat().resolvedOptions().timeZone)).toBe('America/New_York');
  for (const { recordedAt } of trail.items.slice(0, 3)) {
    await expect(page.getByText(VIETNAM.format(new Date(recordedAt)).replace(',', '')).first()).toBeVisible();
  }
});

for (const typed of ['duong hoa', 'Đường hoa', 'ĐƯỜNG HOA', 'đường hoa'.normalize('NFD')]) {
  test(`the register finds “${typed}” however it is spelt`, async ({ page }) => {
    await signIn(page, 'standing-body');
    await page.goto('/registrations');
    await page.getByRole('main').getByRole('searchbox').fill(typed);
    await page.getByRole('main').getByRole('searchbox').press('Enter');
    const rows = page.getByRole('main').getByRole('table').getByRole('link');
    await expect(rows.first()).toHaveText('Đường hoa phụ nữ tự quản');
  });
}

test('an address that is nobody’s says so, and a thing of another unit is no different', async ({ page }) => {
  await signIn(page, 'other-officer');
  await page.goto('/khong-co-trang-nay');
  await expect(page.getByRole('heading', { name: 'Không có trang này' })).toBeVisible();
  await page.goto('/registrations/00000000-0000-4000-8000-000000000000');
  await expect(page.getByRole('alert')).toBeVisible();
});
