import { LAST_YEAR } from './support/api.ts';
import { expect, signIn, test } from './support/index.ts';

test('a model tells where it stands, and what it was on an earlier day, in the hours of Vietnam', async ({ page }) => {
  await signIn(page, 'auditor');
  const listed = async <Of>(query: string): Promise<readonly Of[]> =>
    ((await (await page.request.get(`/api/${query}`)).json()) as { readonly items: readonly Of[] }).items;
  const recognized = await listed<{ readonly id: string }>('registrations?status=RECOGNIZED&limit=200');
  const proposed = await listed<{ readonly registrationId: string | null }>('commendations?limit=200');
  const isProposed = ({ id }: { readonly id: string }) => proposed.some(({ registrationId }) => registrationId === id);
  // Whose commendation is on its way is not told that it may be proposed.
  await page.goto(`/registrations/${recognized.find(isProposed)?.id ?? ''}`);
  await expect(page.getByText('Mô hình đã được công nhận; đề nghị khen thưởng đã có')).toBeVisible();
  await page.goto(`/registrations/${recognized.find((each) => !isProposed(each))?.id ?? ''}`);

  const ended = page.getByText('Mô hình đã được công nhận; đơn vị có thể đề nghị khen thưởng.');
  await expect(ended).toBeVisible();
  const path = page.getByRole('list', { name: 'Chặng đường của mô hình' });
  await expect(path.getByRole('listitem')).toHaveCount(6);
  await expect(path.locator('[aria-current=step]')).toContainText('đang ở đây');
  await page.getByRole('navigation', { name: 'Trong trang này' }).getByRole('link', { name: 'Nhật ký' }).click();
  await expect(page.getByRole('heading', { name: 'Nhật ký' })).toBeFocused();

  const trail = page.getByRole('region', { name: 'Nhật ký' });
  await expect(trail).toContainText('Chấm điểm mô hình');
  await trail.getByRole('combobox', { name: 'Loại việc' }).click();
  await page.getByTitle('Quyết định', { exact: true }).click();
  await expect(trail).toContainText('Công nhận mô hình theo Quyết định');
  await expect(trail).not.toContainText('Chấm điểm mô hình');

  // The browser is in New York: what is typed and said is the time of Vietnam.
  await page.getByText('Xem hồ sơ tại một thời điểm trước đây').click();
  await page.getByLabel('Có hiệu lực đến ngày').fill(`05/03/${LAST_YEAR}`);
  await page.keyboard.press('Tab');
  await page.getByLabel('Theo những gì đã ghi đến lúc').fill(`06/03/${LAST_YEAR} 07:00`);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Xem', exact: true }).click();
  await expect(page.getByText(`theo những gì đã ghi đến 06/03/${LAST_YEAR} 07:00`)).toBeVisible();
  await expect(path.locator('[aria-current=step]')).toContainText('Chủ trương sát hợp');
  await expect(page.getByRole('region', { name: 'Việc có thể làm' })).toHaveCount(0);
  await expect(page.locator('.next')).toHaveCount(0);
  await page.getByRole('button', { name: 'Về hiện tại' }).click();
  await expect(page.getByRole('region', { name: 'Việc có thể làm' })).toBeVisible();

  await page
    .getByRole('main')
    .getByRole('link', { name: /^(?:Hội|Đoàn|Ủy ban)/u })
    .first()
    .click();
  await expect(page.getByRole('heading', { name: 'Mô hình đã đăng ký' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Báo cáo phải nộp' })).toBeVisible();

  // Of one that goes on: what comes next, and whose it is. An address that leads nowhere leads back to it.
  const [submitted] = await listed<{ readonly id: string; readonly name: string }>(
    'registrations?status=SUBMITTED&limit=1',
  );
  await page.goto(`/registrations/${submitted?.id ?? ''}/do/nope`);
  await page.getByRole('link', { name: submitted?.name ?? '' }).click();
  await expect(page.locator('.next')).toContainText(
    /^Việc tiếp theo: Tiếp nhận đăng ký – cán bộ cơ quan tham mưu \(.+\)/u,
  );

  // Why one came back stands above it.
  const [returned] = await listed<{ readonly id: string }>('registrations?status=RETURNED&limit=1');
  await page.goto(`/registrations/${returned?.id ?? ''}`);
  await expect(page.locator('.notice-waits')).toContainText(/^Bị trả lại để sửa, gửi lại chậm nhất ngày \d/u);
});
