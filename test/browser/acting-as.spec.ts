import type { Page } from '@playwright/test';
import { inDays, typedDay } from './support/api.ts';
import { expect, pageOf, PASSWORD, settled, signIn, test } from './support/index.ts';

const REASON = 'Chưa nêu rõ số hộ tham gia và nguồn kinh phí.';

const post = async (page: Page, url: string, data: object): Promise<Record<string, string>> => {
  const answer = await page.request.post(url, { data, headers: { 'X-Kheo-Client': 'test' } });
  expect(answer.ok(), await answer.text()).toBe(true);
  return (await answer.json()) as Record<string, string>;
};

test('C10: an appointment that ends while a form is open is refused in words, and the form is kept', async ({
  page,
  browser,
}) => {
  const admin = await pageOf(browser, 'admin');
  await signIn(page, 'inspector');
  const who = (await (await page.request.get('/api/session')).json()) as {
    readonly personId: string;
    readonly appointments: readonly { readonly unitId: string }[];
  };
  const person = `/api/people/${who.personId}`;
  const document = { number: '15-QĐ/TU', issuedOn: inDays(-30) };
  const [own] = who.appointments;
  const held = { unitId: own?.unitId, role: 'STANDING_BODY_OFFICER', from: inDays(-30), document };
  const { appointmentId = '' } = await post(admin, `${person}/appoint`, held);

  await page.goto('/registrations?status=SUBMITTED');
  const acting = page.getByRole('combobox', { name: 'Đang làm việc theo' });
  const boxes = page.getByRole('table').getByRole('checkbox');
  await acting.selectOption({ label: await acting.locator('option', { hasText: /kiểm tra/iu }).innerText() });
  await expect(boxes).toHaveCount(0);
  await acting.selectOption(appointmentId);
  await expect(boxes.first()).toBeVisible();
  // A tab that is opened from here goes on so.
  const opening = page.context().waitForEvent('page');
  await page.getByRole('link', { name: 'Báo cáo' }).click({ modifiers: ['Control'] });
  const tab = await opening;
  await expect(tab.getByRole('combobox', { name: 'Đang làm việc theo' })).toHaveValue(appointmentId);
  await tab.close();

  await page.getByRole('table').getByRole('link').first().click();
  await page.getByRole('link', { name: 'Trả lại để bổ sung' }).click();
  await page.getByLabel('Lý do').fill(REASON);
  await page.getByLabel('Hạn gửi lại').fill(typedDay(20));
  await page.getByLabel('Hạn gửi lại').press('Enter');
  await post(admin, `${person}/end-appointment`, { appointmentId, reason: 'Thôi kiêm nhiệm' });
  await page.getByRole('button', { name: 'Trả lại để bổ sung' }).click();

  const over = page.getByRole('alert').filter({ hasText: 'không còn hiệu lực' });
  await expect(over).toBeInViewport();
  await settled(page);
  // Told once, whatever else the page asked meanwhile.
  await expect(over).toHaveCount(1);
  await expect(page.getByText('Mã tra cứu')).toHaveCount(0);
  await expect(page.getByLabel('Lý do')).toHaveValue(REASON);
  await expect(page.getByLabel('Hạn gửi lại')).toHaveValue(typedDay(20));
  // Loaded anew the form cannot be shown, but what was typed can.
  page.once('dialog', (dialog) => void dialog.accept());
  await page.reload();
  await expect(over).toHaveCount(1);
  const kept = page.locator('.kept-draft');
  await expect(kept).toHaveText(`Lý do trả lại: ${REASON}\nHạn gửi lại: ${typedDay(20)}`);
  await expect(page.getByRole('button', { name: 'Sao chép' })).toBeVisible();
  await over.getByRole('button').first().click();
  await expect(kept).toHaveCount(0);
  await expect(over).toHaveCount(0);
  await expect(page.getByLabel('Lý do')).toHaveValue(REASON);

  // The only one that somebody holds ends: said as well, and no list is said to be empty.
  const { id } = await post(admin, '/api/people', { name: 'Ngô Thị Kiêm' });
  const alone = `/api/people/${id ?? ''}`;
  const only = await post(admin, `${alone}/appoint`, held);
  const { code } = await post(admin, `${alone}/invite`, { username: 'ngo-thi-kiem' });
  await page.request.post('/api/session/set-password', { data: { code, password: PASSWORD } });
  const listening = page.waitForResponse((response) => /\/api\/updates\b/u.test(response.url()));
  await signIn(page, 'ngo-thi-kiem');
  await listening;
  const ending = { appointmentId: only['appointmentId'], reason: 'Thôi nhiệm vụ' };
  await post(admin, `${alone}/end-appointment`, ending);
  await expect(over).toContainText('hãy hỏi quản trị viên', { timeout: 20_000 });
  await expect(page.getByRole('banner')).toContainText('đã hết hiệu lực');
  await page.getByRole('link', { name: 'Sổ đăng ký' }).click();
  await settled(page);
  await expect(page.getByRole('alert')).toHaveCount(1);
  await expect(page.getByText(/^(?:Chưa|Không) có/u)).toHaveCount(0);
  await page.goto('/');
  await expect(page.getByText('Bạn không có phân công nào đang có hiệu lực.')).toBeVisible();
  await settled(page);
  await expect(page.getByText(/^(?:Chưa|Không) có/u)).toHaveCount(0);

  // Who keeps units and accounts is told where that is done.
  await admin.goto('/');
  await expect(admin.getByText('docs/how-to/accounts.md')).toBeVisible();
  await admin.close();
});
