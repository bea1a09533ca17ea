import { apiOf, inDays } from './support/api.ts';
import { expect, settled, signIn, test } from './support/index.ts';

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

interface Session {
  readonly appointments: readonly { readonly unitId: string }[];
}

interface Listed {
  readonly items: readonly { readonly id: string }[];
}

test('what happens before a page listens is told to it all the same', async ({ page }) => {
  const officer = await apiOf('unit-officer');
  const { appointments } = await officer.get<Session>('/session');
  const [cycle] = (await officer.get<Listed>(`/cycles?status=OPEN&year=${inDays(0).slice(0, 4)}`)).items;
  const { promise: listening, resolve: listen } = Promise.withResolvers<undefined>();
  await page.route(/\/api\/updates\b/u, async (route) => {
    await listening;
    await route.continue();
  });
  await signIn(page, 'unit-officer');
  await page.goto('/registrations?status=DRAFT');
  await settled(page);
  const name = 'Tổ nhắc nhau tắt đèn';
  const { id } = await officer.give('/registrations', {
    ...{ cycleId: cycle?.id, unitId: appointments[0]?.unitId, origin: { kind: 'NEW' } },
    form: { name, subjectType: 'COLLECTIVE', field: 'KINH_TE', programmeTags: [] },
  });
  const drafted = page.getByRole('link', { name });
  const told = async () =>
    (await officer.get<Listed>('/registrations?status=DRAFT')).items.some((each) => each.id === id);
  await expect.poll(told).toBe(true);
  await expect(drafted).toHaveCount(0);
  listen(undefined);
  await expect(drafted).toBeVisible();
});
