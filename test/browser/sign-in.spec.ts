import { expect, PASSWORD, signIn, test } from './support/index.ts';

const CLOCK = new Intl.DateTimeFormat('en-GB', {
  ...{ timeZone: 'Asia/Ho_Chi_Minh', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
});

test('a wrong password is told in words, and the right one leads to one’s work', async ({ page }) => {
  await page.goto('/');
  await page.getByLabel('Tên đăng nhập').fill('unit-head');
  await page.getByLabel('Mật khẩu', { exact: true }).fill('khong-phai-mat-khau');
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
  await expect(page.getByRole('alert')).toContainText('Sai tên đăng nhập hoặc mật khẩu.');

  await page.getByLabel('Mật khẩu', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
  await expect(page.getByRole('heading', { name: 'Việc của tôi' })).toBeVisible();
  await expect(page.getByRole('banner')).toContainText('Thủ trưởng đơn vị');
});

test('every page speaks the other language at once, keeps it, and says by itself that its session ended', async ({
  page,
}) => {
  await signIn(page, 'inspector');
  await page.getByRole('button', { name: 'English' }).click();
  await expect(page.getByRole('heading', { name: 'My work' })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('heading', { name: 'My work' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');

  await page.request.delete('/api/session', { headers: { 'X-Kheo-Client': 'test' } });
  await expect(page.getByRole('alert')).toContainText('The session of', { timeout: 20_000 });
  await expect(page.getByRole('banner')).toBeHidden();
});

test('the end of a session is announced before it comes; whoever is still here puts it off, but not the last', async ({
  page,
}) => {
  await page.clock.install();
  await signIn(page, 'auditor');
  const session = await page.request.get('/api/session');
  const { idleMinutes, sessionEndsAt } = (await session.json()) as {
    readonly idleMinutes: number;
    readonly sessionEndsAt: string;
  };
  const told = page.getByRole('alert').filter({ hasText: 'Phiên làm việc sẽ hết lúc' });
  await page.clock.fastForward((idleMinutes - 4) * 60_000);
  await expect(page.getByRole('banner')).toBeVisible();
  await expect(told).toHaveCount(0);
  await page.clock.fastForward(2 * 60_000);
  await expect(told).toContainText(/sẽ hết lúc \d\d:\d\d nếu bạn không thao tác/u);
  await told.getByRole('button', { name: 'Tôi vẫn đang làm' }).click();
  await page.clock.fastForward(10_000);
  await expect(told).toHaveCount(0);

  // What ends anyway is told with its time, and nothing puts it off.
  await page.clock.setFixedTime(Date.parse(sessionEndsAt) - 2 * 60_000);
  await page.reload();
  await expect(told).toContainText(`hết lúc ${CLOCK.format(new Date(sessionEndsAt))}; sau đó đăng nhập lại`);
  await expect(told.getByRole('button')).toHaveCount(0);
});
