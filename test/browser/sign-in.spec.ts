import type { APIResponse } from '@playwright/test';
import { apiOf, inDays } from './support/api.ts';
import { expect, PASSWORD, signIn, test } from './support/index.ts';
import { codeOf, HALF_A_MINUTE } from './support/second-factor.ts';

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

test('a password is set by a code, and leads in as everybody is let in: past the second factor, where there is one', async ({
  page,
}) => {
  const admin = await apiOf('admin');
  const { id } = await admin.give('/people', { name: 'Lê Thị Mới' });
  const { appointments } = await (await apiOf('unit-officer')).get<{ appointments: { unitId: string }[] }>('/session');
  const document = { number: '16-QĐ/TU', issuedOn: inDays(-30) };
  await admin.give(`/people/${id}/appoint`, {
    ...{ unitId: appointments[0]?.unitId, role: 'UNIT_OFFICER', from: inDays(-30), document },
  });
  const codeFor = async (act: string, body: object): Promise<string> =>
    (await admin.give<{ readonly code: string }>(`/people/${id}/${act}`, body)).code;
  const set = async (oneTime: string, password: string): Promise<void> => {
    await page.context().clearCookies();
    await page.goto('/');
    await page.getByRole('button', { name: 'Tôi có mã dùng một lần do quản trị viên cấp' }).click();
    await page.getByLabel('Tên đăng nhập').fill('le-thi-moi');
    await page.getByLabel('Mã dùng một lần').fill(oneTime);
    await page.getByLabel('Mật khẩu mới', { exact: true }).fill(password);
    await page.getByRole('button', { name: 'Đặt mật khẩu và vào' }).click();
  };
  const home = page.getByRole('heading', { name: 'Việc của tôi' });

  const first = await codeFor('invite', { username: 'le-thi-moi' });
  await set(first, PASSWORD);
  await expect(home).toBeVisible();
  await expect(page.getByRole('banner')).toContainText('Lê Thị Mới');
  await set(first, PASSWORD);
  await expect(page.getByRole('alert')).toContainText('Mã không đúng hoặc đã dùng');
  await expect(page.getByLabel('Mã dùng một lần')).toHaveValue(first);

  await signIn(page, 'le-thi-moi');
  const own = async (path: string, data: object): Promise<APIResponse> =>
    page.request.post(`/api/session/second-factor${path}`, { data, headers: { 'X-Kheo-Client': 'test' } });
  const made = await own('', { current: PASSWORD });
  const { secondFactorId, secret = '' } = (await made.json()) as Readonly<Record<string, string>>;
  const now = Date.now();
  expect((await own('/add', { secondFactorId, code: codeOf(secret, now) })).ok()).toBe(true);
  await set(await codeFor('reset-account', {}), 'mot cau ngan de nho 2027');
  await expect(page.getByRole('alert').filter({ hasText: 'Đã đặt mật khẩu.' })).toBeVisible();
  await expect(home).toBeHidden();
  await page.getByLabel('Mã xác thực').fill(codeOf(secret, now + HALF_A_MINUTE));
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
  await expect(home).toBeVisible();
});
