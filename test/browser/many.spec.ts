import type { APIRequestContext, Page } from '@playwright/test';
import { expect, signIn } from './support/index.ts';
import { test } from './support/own-sample.ts';

/** More than the thousand from which progress has to be shown. */
const MANY = 1010;
const NAME = 'Mô hình hàng loạt';

interface Row {
  readonly id: string;
  readonly name: string;
  readonly revision: number;
}
interface PageOf<Item> {
  readonly items: readonly Item[];
  readonly next: string | null;
}

const HEADERS = { 'x-kheo-client': 'test' };

const ask = async <T>(api: APIRequestContext, path: string): Promise<T> => (await (await api.get(path)).json()) as T;

const act = async (api: APIRequestContext, { id, revision }: Row, command: string, data: object): Promise<void> => {
  const headers = { ...HEADERS, 'if-match': `"${revision}"`, 'idempotency-key': crypto.randomUUID() };
  expect((await api.post(`/api/registrations/${id}/${command}`, { headers, data })).ok()).toBe(true);
};

/** Drafts of one unit from a list, as an office begins with; whole, so that they can be submitted as they are. */
const importMany = async (api: APIRequestContext): Promise<void> => {
  const [place] = (
    await ask<PageOf<{ readonly cycleId: string; readonly unitId: string }>>(api, '/api/registrations/places?limit=1')
  ).items;
  if (place === undefined) throw new Error('There is nowhere to register.');
  const rows = Array.from(
    { length: MANY },
    (_, index) => `M${index},${NAME} ${index},Tập thể,Kinh tế,Thực trạng,Mục tiêu,Nội dung,Quý IV`,
  );
  const list = ['Mã dòng,Tên mô hình,Loại,Lĩnh vực,Thực trạng,Mục tiêu,Nội dung,Thời gian thực hiện', ...rows];
  const file = { name: 'danh-sach.csv', mimeType: 'text/csv', buffer: Buffer.from(list.join('\n')) };
  const multipart = { kind: 'registrations', cycleId: place.cycleId, unitId: place.unitId, file };
  const { id } = (await (await api.post('/api/imports', { headers: HEADERS, multipart })).json()) as Row;
  await expect
    .poll(() => ask<{ readonly status: string }>(api, `/api/imports/${id}`), { timeout: 60_000 })
    .toMatchObject({ status: 'ENDED', counts: { created: MANY } });
};

const found = (rest: string): string => `/registrations?q=${encodeURIComponent(NAME)}&${rest}`;

/** All of a list, however many pages that is. */
const listed = async (api: APIRequestContext, list: string): Promise<readonly Row[]> => {
  const rows: Row[] = [];
  for (let after = ''; ;) {
    const { items, next } = await ask<PageOf<Row>>(api, `/api${list}&limit=200${after}`);
    rows.push(...items);
    if (next === null) return rows;
    after = `&after=${encodeURIComponent(next)}`;
  }
};

const allOf = (api: APIRequestContext, status: string): Promise<readonly Row[]> =>
  listed(api, found(`status=${status}`));

/** What is no part of it, each as it is now. */
const others = async (api: APIRequestContext): Promise<readonly string[]> =>
  (await listed(api, '/registrations?sort=name'))
    .filter(({ name }) => !name.startsWith(NAME))
    .map(({ id, revision }) => `${id} ${revision}`);

const submitAll = async (api: APIRequestContext, rows: readonly Row[]): Promise<void> => {
  const left = [...rows];
  const hand = async (): Promise<void> => {
    for (let row = left.pop(); row !== undefined; row = left.pop()) await act(api, row, 'submit', {});
  };
  await Promise.all(Array.from({ length: 8 }, hand));
};

const namesOn = async (page: Page): Promise<readonly string[]> =>
  page.getByRole('table').getByRole('link', { name: NAME }).allInnerTexts();

test.describe.configure({ mode: 'serial' });

test('a long list comes page by page, none twice, and the page holds no more of it', async ({ page }) => {
  test.setTimeout(180_000);
  await signIn(page, 'unit-officer');
  await importMany(page.request);
  const limits: number[] = [];
  page.on('request', (request) => {
    const { pathname, searchParams } = new URL(request.url());
    if (pathname === '/api/registrations') limits.push(Number(searchParams.get('limit')));
  });
  await page.goto(found('status=DRAFT'));
  const seen = new Set<string>();
  for (let count = 1; count <= 4; count += 1) {
    await expect(page.getByRole('table').getByRole('link', { name: NAME })).toHaveCount(50);
    await expect(page.locator('.ant-spin-spinning')).toHaveCount(0);
    for (const name of await namesOn(page)) seen.add(name);
    expect(seen.size, `after ${count} pages`).toBe(50 * count);
    expect(await page.locator('tbody tr').count()).toBeLessThanOrEqual(51);
    await page.getByRole('button', { name: 'Trang sau' }).click();
    await expect.poll(async () => seen.has((await namesOn(page))[0] ?? '')).toBe(false);
  }
  expect(limits.length).toBeGreaterThan(3);
  expect(Math.max(...limits)).toBeLessThanOrEqual(50);

  // The search from everywhere shows the first few, says so, and leads to where all of them are listed.
  await page.goto(`/search?q=${encodeURIComponent(NAME)}`);
  await expect(page.getByRole('main').getByRole('link', { name: NAME })).toHaveCount(10);
  await expect(page.getByText('Còn nữa: ở đây chỉ có 10 mục đầu.')).toBeVisible();
  await page.getByRole('link', { name: 'Xem tất cả' }).click();
  await expect(page.getByRole('table').getByRole('link', { name: NAME })).toHaveCount(50);
});

test('more than a thousand at once: how far it is, item by item, and by name what dropped out', async ({
  page,
  browser,
}) => {
  test.setTimeout(420_000);
  const unit = await (await browser.newContext(test.info().project.use)).newPage();
  await signIn(unit, 'unit-head');
  const drafts = await allOf(unit.request, 'DRAFT');
  expect(drafts).toHaveLength(MANY);
  await submitAll(unit.request, drafts);

  await signIn(page, 'standing-body');
  const outside = await others(page.request);
  expect(outside.length).toBeGreaterThan(10);
  await page.goto(found('status=SUBMITTED'));
  await page.getByText('Thực hiện với mọi đăng ký đang lọc').click();
  await page.getByRole('link', { name: 'Tiếp nhận đăng ký' }).last().click();
  await expect(page.getByRole('heading', { level: 1, name: 'Tiếp nhận đăng ký: 1.010 mục' })).toBeVisible();
  // Rows are leafed through here, too.
  expect(await page.locator('tbody tr').count()).toBeLessThanOrEqual(51);

  const [gone] = (await ask<PageOf<Row>>(unit.request, `/api${found('status=SUBMITTED')}`)).items;
  if (gone === undefined) throw new Error('None is submitted.');
  await act(unit.request, gone, 'withdraw', { reason: 'Đơn vị chưa sẵn sàng.' });

  await page.getByRole('button', { name: 'Tiếp nhận đăng ký cho 1.010 mục' }).click();
  const told = page.getByRole('status').filter({ hasText: 'còn' });
  const done = async (): Promise<number> =>
    Number(/Xong ([\d.]+)/u.exec(await told.innerText())?.[1]?.replaceAll('.', '') ?? 0);
  await expect.poll(done).toBeGreaterThan(5);
  const before = await done();
  expect(before).toBeLessThan(MANY - 1);
  await expect(page.getByRole('row').filter({ hasText: 'đã xong' }).first()).toBeVisible();
  await expect.poll(done).toBeGreaterThan(before);
  await expect(told).toContainText('Xong 1.009, bỏ ra 1, còn 0.', { timeout: 240_000 });
  await expect(page.getByRole('listitem').filter({ hasText: gone.name })).toBeVisible();
  expect(await allOf(unit.request, 'REGISTERED')).toHaveLength(MANY - 1);
  // What the filter did not show is as it was.
  expect(await others(page.request)).toEqual(outside);
});
