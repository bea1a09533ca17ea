import type { Page, Route } from '@playwright/test';
import { typedDay } from './support/api.ts';
import { expect, pageOf, PASSWORD, settled, signIn, test } from './support/index.ts';

interface Row {
  readonly id: string;
  readonly name: string;
}

/** Registrations in a status, as the one who is signed in sees them. */
const inStatus = async (page: Page, status: string): Promise<readonly Row[]> => {
  const answer = await page.request.get(`/api/registrations?status=${status}&limit=50`);
  return ((await answer.json()) as { readonly items: readonly Row[] }).items;
};

const first = (rows: readonly Row[]): Row => {
  const [row] = rows;
  if (row === undefined) throw new Error('The sample has none.');
  return row;
};

/** What is told as an alert from now on, however shortly it stands there. */
const alertsOf = async (page: Page): Promise<() => Promise<readonly string[]>> => {
  const told = await page.evaluateHandle(() => {
    const said: string[] = [];
    new MutationObserver(() => {
      for (const each of document.querySelectorAll('[role=alert]')) said.push(each.textContent ?? '');
    }).observe(document.body, { childList: true, subtree: true });
    return said;
  });
  return () => told.jsonValue();
};

/** The commands of a name that the page sends from now on. */
const sentBy = (page: Page, command: string): readonly string[] => {
  const sent: string[] = [];
  page.on('request', (request) => {
    if (request.method() === 'POST' && request.url().endsWith(`/${command}`)) sent.push(request.url());
  });
  return sent;
};

const REASON = 'Chưa nêu rõ số hộ tham gia và nguồn kinh phí.';

test('what was typed is there when the session ended and the same person signed in again', async ({ page }) => {
  await signIn(page, 'standing-body');
  const { id } = first(await inStatus(page, 'SUBMITTED'));
  await page.goto(`/registrations/${id}/do/return`);
  await page.getByLabel('Lý do').fill(REASON);
  await page.getByLabel('Hạn gửi lại').fill(typedDay(20));
  await page.getByLabel('Hạn gửi lại').press('Enter');
  await page.context().clearCookies();
  await page.getByRole('button', { name: 'Trả lại để bổ sung' }).click();

  await expect(page.getByRole('alert').first()).toContainText('Phiên làm việc của');
  await expect(page.getByLabel('Lý do')).toBeHidden();
  await page.getByLabel('Tên đăng nhập').fill('standing-body');
  await page.getByLabel('Mật khẩu', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
  await expect(page.getByLabel('Lý do')).toBeVisible();
  await expect(page.getByLabel('Lý do')).toHaveValue(REASON);
  await expect(page.getByLabel('Hạn gửi lại')).toHaveValue(typedDay(20));
  await expect(page.getByText('Bạn chưa đăng nhập')).toHaveCount(0);

  // In another tab of the browser somebody else signs in: nothing is sent, and nothing of theirs shown, under this name.
  await page.request.post('/api/session', { data: { username: 'auditor', password: PASSWORD } });
  const send = page.getByRole('button', { name: 'Trả lại để bổ sung' });
  // The page may have noticed by itself before.
  await send.click({ timeout: 5_000 }).catch(() => expect(send).toBeHidden());
  const told = page.getByRole('alert').filter({ hasText: 'Người khác vừa đăng nhập trên trình duyệt này' });
  await expect(told).toContainText('những gì đã nhập vẫn còn');
  await expect(page.getByRole('banner')).toBeHidden();
  await page.getByLabel('Tên đăng nhập').fill('standing-body');
  await page.getByLabel('Mật khẩu', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
  await expect(told).toHaveCount(0);
  await expect(page.getByLabel('Lý do')).toHaveValue(REASON);
});

test('somebody else who signs in then sees nothing of it', async ({ page }) => {
  await signIn(page, 'standing-body');
  const { id } = first(await inStatus(page, 'SUBMITTED'));
  await page.goto(`/registrations/${id}/do/return`);
  await page.getByLabel('Lý do').fill(REASON);
  await page.getByLabel('Hạn gửi lại').fill(typedDay(20));
  await page.getByLabel('Hạn gửi lại').press('Enter');
  await page.context().clearCookies();
  await page.getByRole('button', { name: 'Trả lại để bổ sung' }).click();
  await page.getByLabel('Tên đăng nhập').fill('unit-officer');
  await page.getByLabel('Mật khẩu', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
  await expect(page.getByRole('heading', { name: 'Việc của tôi' })).toBeVisible();
  await expect(page.getByText(REASON)).toHaveCount(0);
});

test('without the server nothing is said to be saved, and the draft stays', async ({ page, context, browser }) => {
  await signIn(page, 'standing-body');
  const { id } = first(await inStatus(page, 'SUBMITTED'));
  await page.goto(`/registrations/${id}/do/return`);
  await page.getByLabel('Lý do').fill(REASON);
  await page.getByLabel('Hạn gửi lại').fill(typedDay(20));
  await page.getByLabel('Hạn gửi lại').press('Enter');
  // One that takes it and does not answer is told, too.
  const cut = Promise.withResolvers<undefined>();
  await page.route('**/return', async (route) => {
    await cut.promise;
    await route.abort();
  });
  const slow = page.getByRole('alert').filter({ hasText: 'Máy chủ chưa trả lời' });
  await page.clock.install();
  await page.getByRole('button', { name: 'Trả lại để bổ sung' }).click();
  await page.clock.runFor(14_000);
  await expect(slow).toHaveCount(0);
  await page.clock.runFor(2_000);
  await expect(slow).toBeVisible();
  await page.clock.resume();
  cut.resolve(undefined);
  await expect(slow).toHaveCount(0);
  await page.unrouteAll();
  await context.setOffline(true);
  await page.getByRole('button', { name: 'Trả lại để bổ sung' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'Không kết nối được với Khéo' })).toBeVisible();
  await expect(page.getByText('Chưa lưu')).toBeVisible();
  await expect(page.getByText('Đã xong')).toHaveCount(0);
  await page.getByRole('button', { name: 'English' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'Chưa đổi được ngôn ngữ' })).toBeVisible();
  await context.setOffline(false);
  await page.reload();
  await expect(page.getByLabel('Lý do')).toHaveValue(REASON);
  await expect(page.getByText('Đã điền lại những gì bạn nhập')).toBeVisible();

  // The same form in a second tab has a draft of its own: neither overwrites the other.
  const second = await context.newPage();
  await second.goto(`/registrations/${id}/do/return`);
  await expect(second.getByLabel('Lý do')).toHaveValue('');
  await second.getByLabel('Lý do').fill('Viết ở thẻ thứ hai.');
  await expect(second.getByText('bản nháp được giữ trên máy này')).toBeVisible();
  await page.reload();
  await expect(page.getByLabel('Lý do')).toHaveValue(REASON);
  await page.getByRole('button', { name: 'Bỏ bản nháp' }).click();
  await second.reload();
  await expect(second.getByLabel('Lý do')).toHaveValue('Viết ở thẻ thứ hai.');

  // What stands open says that it may be old; what is asked for says that nobody answers; both end with the network back.
  await page.goto('/registrations?status=SUBMITTED');
  await settled(page);
  // A page that is long in coming: something is seen to happen.
  const code = Promise.withResolvers<undefined>();
  await page.route('**/*.js', async (route) => {
    await code.promise;
    await route.continue();
  });
  await page.getByRole('navigation').getByRole('link', { name: 'Nhật ký chung' }).click();
  await expect(page.locator('.going')).toBeVisible();
  code.resolve(undefined);
  await expect(page.locator('.going')).toHaveCount(0);
  await expect(page).toHaveURL(/\/audit/u);
  await page.unrouteAll();
  await page.goBack();
  await settled(page);
  await context.setOffline(true);
  await expect(page.getByText('những gì bạn thấy có thể đã cũ')).toBeVisible();
  await page.getByRole('navigation').getByRole('link', { name: 'Sổ đăng ký' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'Không kết nối được với Khéo' }).first()).toBeVisible();
  await context.setOffline(false);
  await expect(page.getByRole('table').getByRole('link').first()).toBeVisible();
  await expect(page.getByText('những gì bạn thấy có thể đã cũ')).toHaveCount(0);

  // Plain http under a name is no secure context: less is there of a browser, and the form all the same.
  const named = await browser.newContext({ baseURL: process.env.KHEO_URL?.replace('127.0.0.1', 'may-chu') });
  const insecure = await named.newPage();
  await signIn(insecure, 'standing-body');
  await insecure.goto(`/registrations/${id}/do/return`);
  expect(await insecure.evaluate(() => isSecureContext)).toBe(false);
  await insecure.getByLabel('Lý do').fill(REASON);
  await expect(insecure.getByText('bản nháp được giữ trên máy này')).toBeVisible();
});

test('leaving what was typed, also to sign out, asks once: to stay, to keep it, or to throw it away', async ({
  page,
  context,
}) => {
  await signIn(page, 'standing-body');
  const { id } = first(await inStatus(page, 'SUBMITTED'));
  await page.goto(`/registrations/${id}/do/return`);
  await page.getByLabel('Lý do').fill(REASON);
  await page.getByRole('link', { name: 'Việc của tôi' }).click();
  await page.getByRole('button', { name: 'Ở lại' }).click();
  await expect(page.getByLabel('Lý do')).toHaveValue(REASON);
  await page.getByRole('link', { name: 'Việc của tôi' }).click();
  await page.getByRole('button', { name: 'Giữ bản nháp và rời đi' }).click();
  await expect(page.getByRole('heading', { name: 'Việc của tôi' })).toBeVisible();
  await page.goto(`/registrations/${id}/do/return`);
  await expect(page.getByLabel('Lý do')).toHaveValue(REASON);
  await page.getByRole('button', { name: 'Bỏ bản nháp' }).click();
  await expect(page.getByLabel('Lý do')).toHaveValue('');
  await page.getByRole('link', { name: 'Việc của tôi' }).click();
  await expect(page.getByRole('heading', { name: 'Việc của tôi' })).toBeVisible();

  // To close the tab asks as well, where something was typed, and nowhere else.
  const tab = await context.newPage();
  await tab.goto(`/registrations/${id}/do/return`);
  await tab.getByLabel('Lý do').pressSequentially(REASON);
  const asked = tab.waitForEvent('dialog');
  await tab.close({ runBeforeUnload: true });
  const question = await asked;
  expect(question.type()).toBe('beforeunload');
  await question.dismiss();
  await expect(tab.getByLabel('Lý do')).toHaveValue(REASON);
  await tab.getByRole('link', { name: 'Việc của tôi' }).click();
  await tab.getByRole('button', { name: 'Bỏ bản nháp' }).click();
  await tab.goto(`/registrations/${id}/do/return`);
  await tab.getByLabel('Lý do').click();
  const again: string[] = [];
  tab.on('dialog', (dialog) => {
    again.push(dialog.type());
    void dialog.accept();
  });
  const closed = tab.waitForEvent('close');
  await tab.close({ runBeforeUnload: true });
  await closed;
  expect(again).toEqual([]);

  await page.goto(`/registrations/${id}/do/return`);
  await page.getByLabel('Lý do').fill(REASON);
  const out = page.getByRole('button', { name: 'Đăng xuất' });
  await out.click();
  await page.getByRole('button', { name: 'Ở lại' }).click();
  await expect(page.getByLabel('Lý do')).toHaveValue(REASON);
  expect((await page.request.get('/api/session')).status()).toBe(200);
  await context.setOffline(true);
  await out.click();
  await page.getByRole('button', { name: 'Giữ bản nháp và rời đi' }).click();
  await expect(page.getByRole('alert')).toContainText('Không kết nối được với Khéo');
  await expect(page.getByText('bạn vẫn đang đăng nhập')).toBeVisible();
  await context.setOffline(false);
  await out.click();
  await expect(page.getByRole('heading', { level: 1, name: 'Đăng nhập' })).toBeVisible();
  expect((await page.request.get('/api/session')).status()).toBe(401);
});

test('two at once: what the other did stands beside what I typed, and a task that is done goes by itself', async ({
  browser,
}) => {
  const one = await pageOf(browser, 'standing-body');
  const other = await pageOf(browser, 'standing-body');
  const waiting = await pageOf(browser, 'standing-body');
  const accept = waiting.getByRole('link', { name: 'Tiếp nhận đăng ký' });
  const id = /registrations\/([^/]+)/u.exec((await accept.first().getAttribute('href')) ?? '')?.[1] ?? '';
  const task = waiting.locator(`a[href="/registrations/${id}/do/accept"]`);
  await expect(task).toHaveCount(1);
  await one.goto(`/registrations/${id}/do/return`);
  await one.getByLabel('Lý do').fill(REASON);
  await one.getByLabel('Hạn gửi lại').fill(typedDay(20));
  await one.getByLabel('Hạn gửi lại').press('Enter');

  await other.goto(`/registrations/${id}/do/accept`);
  const alerts = await alertsOf(other);
  const accepted = sentBy(other, 'accept');
  const before = await other.evaluate(() => history.length);
  const answered = other.waitForResponse((answer) => answer.url().endsWith(`/${id}/accept`)).then(() => Date.now());
  const gone = task.waitFor({ state: 'detached' }).then(() => Date.now());
  await other.getByRole('button', { name: 'Tiếp nhận đăng ký' }).dblclick();
  await expect(other.getByRole('status').filter({ hasText: 'Đã xong' })).toBeVisible();
  await expect(other.getByRole('region', { name: 'Việc có thể làm' })).toBeVisible();
  await expect.poll(() => other.evaluate(() => history.length)).toBe(before);
  // Once, however often one clicks; and it is not refused in between because it is done.
  expect(accepted).toHaveLength(1);
  expect((await alerts()).filter((said) => /đăng ký đang ở trạng thái/iu.test(said))).toEqual([]);

  // It was closed to the one who types: it cannot be sent, and nothing of it is gone.
  const closed = one.getByRole('alert').filter({ hasText: 'Đăng ký đang ở trạng thái' });
  await expect(closed).toBeVisible();
  await expect(one.getByRole('button', { name: 'Trả lại để bổ sung' })).toBeDisabled();
  const told = one.getByRole('alert').filter({ hasText: 'Trong lúc bạn nhập' });
  await expect(told).toContainText('Tiếp nhận đăng ký mô hình');
  await expect(told).toContainText('bạn, ở một thẻ hoặc máy khác');
  await expect(one.getByLabel('Lý do')).toHaveValue(REASON);
  expect((await gone) - (await answered), 'ms from the answer until the task is gone').toBeLessThanOrEqual(5_000);

  // What is still open is sent once one has seen what the other did.
  const { id: model } = first(await inStatus(other, 'IN_PROGRESS'));
  for (const page of [one, other]) {
    await page.goto(`/registrations/${model}/do/record-inspection`);
    await page.getByRole('radio', { name: 'Kiểm tra' }).check();
    await page.getByLabel('Kết quả, nhận xét').fill(REASON);
  }
  await other.getByRole('button', { name: 'Ghi kết quả kiểm tra' }).click();
  await expect(other.getByRole('status').filter({ hasText: 'Đã xong' })).toBeVisible();
  await one.getByRole('button', { name: 'Ghi kết quả kiểm tra' }).click();
  await expect(told).toContainText(REASON);
  await one.getByRole('button', { name: 'Tôi đã xem, cho gửi tiếp' }).click();
  await one.getByRole('button', { name: 'Ghi kết quả kiểm tra' }).click();
  await expect(one.getByRole('status').filter({ hasText: 'Đã xong' })).toBeVisible();

  // It was recorded, and the answer lost: what was changed afterwards is not taken for it.
  const send = one.getByRole('button', { name: 'Ghi kết quả kiểm tra' });
  const seen = one.getByLabel('Kết quả, nhận xét');
  const lost = async (route: Route): Promise<void> => {
    await route.fetch();
    await route.abort();
  };
  const changedAfterLosing = async (first: string, then: string): Promise<void> => {
    await one.goto(`/registrations/${model}/do/record-inspection`);
    await one.getByRole('radio', { name: 'Giám sát' }).check();
    await seen.fill(first);
    await one.route('**/record-inspection', lost, { times: 1 });
    await send.click();
    await expect(one.getByRole('alert').filter({ hasText: 'Không kết nối được với Khéo' })).toBeVisible();
    await seen.fill(then);
    await send.click();
    await expect(one.getByRole('alert').filter({ hasText: 'Lần gửi trước đã được ghi' })).toBeVisible();
    await expect(told).toHaveCount(0);
    await expect(seen).toHaveValue(then);
  };
  await changedAfterLosing('Đã gửi đi.', 'Sửa sau khi gửi.');
  await one.getByRole('button', { name: 'Mở mục đã ghi' }).click();
  await expect(one.getByRole('status').filter({ hasText: 'Đã xong' })).toBeVisible();
  await expect(one.getByRole('main')).toContainText('Đã gửi đi.');
  await expect(one.getByRole('main')).not.toContainText('Sửa sau khi gửi.');
  await one.goto(`/registrations/${model}/do/record-inspection`);
  await expect(seen).toHaveValue('Sửa sau khi gửi.');
  await expect(told).toHaveCount(0);
  await one.getByRole('button', { name: 'Bỏ bản nháp' }).click();

  // Or it is sent as well, as an act of its own, on top of what was recorded.
  await changedAfterLosing('Lần thứ nhất đã ghi.', 'Lần thứ hai cũng ghi.');
  await one.getByRole('button', { name: 'Gửi thành một việc mới' }).click();
  await expect(one.getByRole('status').filter({ hasText: 'Đã xong' })).toBeVisible();
  await expect(one.getByRole('main')).toContainText('Lần thứ nhất đã ghi.');
  await expect(one.getByRole('main')).toContainText('Lần thứ hai cũng ghi.');
});

test('a draft that was kept goes on top of what a colleague did since, and undoes none of it', async ({ browser }) => {
  const one = await pageOf(browser, 'unit-officer');
  const colleague = await pageOf(browser, 'unit-officer');
  const { id } = first(await inStatus(one, 'DRAFT'));
  const forces = (page: Page) => page.getByLabel('Lực lượng chủ trì, phối hợp');
  const area = (page: Page) => page.getByLabel('Địa bàn và đối tượng thụ hưởng');
  await one.goto(`/registrations/${id}/do/revise`);
  await forces(one).fill('Hội Phụ nữ chủ trì');
  await one.getByRole('link', { name: 'Việc của tôi' }).click();
  await one.getByRole('button', { name: 'Giữ bản nháp và rời đi' }).click();

  await colleague.goto(`/registrations/${id}/do/revise`);
  await area(colleague).fill('Thôn Đông, 120 hộ');
  await colleague.getByRole('button', { name: 'Sửa bản đăng ký' }).click();
  await expect(colleague.getByRole('status').filter({ hasText: 'Đã xong' })).toBeVisible();

  await one.goto(`/registrations/${id}/do/revise`);
  await expect(one.getByRole('alert').filter({ hasText: 'Trong lúc bạn nhập' })).toContainText(
    /Địa bàn và đối tượng thụ hưởng: .* → Thôn Đông, 120 hộ/u,
  );
  await expect(forces(one)).toHaveValue('Hội Phụ nữ chủ trì');
  await expect(area(one)).toHaveValue('Thôn Đông, 120 hộ');

  // While it is open here, once more.
  await colleague.goto(`/registrations/${id}/do/revise`);
  await area(colleague).fill('Thôn Tây, 80 hộ');
  await colleague.getByRole('button', { name: 'Sửa bản đăng ký' }).click();
  await expect(colleague.getByRole('status').filter({ hasText: 'Đã xong' })).toBeVisible();
  const goOn = one.getByRole('button', { name: 'Tôi đã xem, cho gửi tiếp' });
  await goOn.click();
  await one.getByRole('button', { name: 'Sửa bản đăng ký' }).click();
  await expect(one.getByRole('alert').filter({ hasText: 'Trong lúc bạn nhập' })).toContainText('Thôn Tây, 80 hộ');
  await goOn.click();
  await expect(area(one)).toHaveValue('Thôn Tây, 80 hộ');
  await expect(goOn).toHaveCount(0);
  await one.getByRole('button', { name: 'Sửa bản đăng ký' }).click();
  await expect(one.getByRole('main')).toContainText('Hội Phụ nữ chủ trì');
  await expect(one.getByRole('main')).toContainText('Thôn Tây, 80 hộ');
});
