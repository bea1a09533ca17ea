import type { Page } from '@playwright/test';
import { apiOf, inDays } from './support/api.ts';
import { formLookedAt } from './support/forms-looked-at.ts';
import { expect, pageOf, PASSWORD, settled, test } from './support/index.ts';

const paper = (name: string) => ({ name, mimeType: 'application/pdf', buffer: Buffer.from(`%PDF-1.4 ${name}`) });

const done = async (page: Page, act: string): Promise<void> => {
  await page.getByRole('button', { name: act, exact: true }).click();
  await expect(page.getByText(`Đã xong: ${act}`)).toBeVisible();
};

test('a commendation goes from its unit to the body that awards it, each step by whose it is', async ({ browser }) => {
  const unit = await pageOf(browser, 'unit-officer');
  // The page of what was recognized leads there.
  const recognized = await unit.request.get('/api/registrations?status=RECOGNIZED&limit=1');
  const [model] = ((await recognized.json()) as { readonly items: readonly { readonly id: string }[] }).items;
  await unit.goto(`/registrations/${model?.id ?? ''}`);
  await expect(unit.getByRole('link', { name: 'Đề nghị khen thưởng' })).toHaveAttribute(
    'href',
    `/commendations/new?registration=${model?.id ?? ''}`,
  );
  await unit.goto('/commendations/new');
  await unit.getByRole('radio', { name: 'Mô hình được công nhận' }).check();
  // Found without its diacritics, among all that were recognized.
  await unit.getByRole('combobox', { name: /Mô hình được công nhận/u }).fill('thu vien');
  await unit.getByText('Thư viện trong nhà văn hóa thôn').first().click();
  await expect(unit.getByText('Một đối tượng chỉ được khen thưởng một lần cho một thành tích')).toBeVisible();
  await unit.getByRole('radio', { name: 'Cá nhân' }).check();
  await unit.getByLabel('Họ và tên').fill('Nguyễn Thị Hòa');
  await unit.getByRole('radio', { name: 'Giấy khen' }).check();
  await unit.getByRole('radio', { name: /^Phong trào/u }).check();
  await expect(unit.getByRole('complementary')).toContainText('Tỉnh Minh Họa');

  // What the law asks for has its own place, and what is missing is named.
  await unit.getByRole('button', { name: 'Đề nghị khen thưởng' }).click();
  await expect(unit.getByText('Hồ sơ còn thiếu: tờ trình, báo cáo thành tích, biên bản').first()).toBeVisible();
  for (const kind of ['tờ trình', 'báo cáo thành tích', 'biên bản']) {
    const place = unit.getByRole('region', { name: kind, exact: true });
    await place.locator('input[type=file]').setInputFiles(paper(`${kind}.pdf`));
    await expect(place.getByRole('link', { name: `${kind}.pdf` })).toBeVisible();
  }
  await done(unit, 'Đề nghị khen thưởng');
  await expect(unit.getByRole('heading', { name: 'Nguyễn Thị Hòa' })).toBeVisible();
  const at = new URL(unit.url()).pathname;
  const head = await pageOf(browser, 'unit-head');
  await head.goto(`${at}/do/withdraw`);
  await formLookedAt(head);
  await (await apiOf('standing-body')).give(`${at}/return`, { reason: 'Chưa rõ thành tích.', dueOn: inDays(20) });
  await unit.goto(`${at}/do/revise`);
  await formLookedAt(unit);
  await done(unit, 'Sửa đề nghị');

  const officer = await pageOf(browser, 'standing-body');
  await officer.goto(at);
  await officer.getByRole('link', { name: 'Thẩm tra thành tích' }).click();
  await formLookedAt(officer);
  // What is verified: the achievement, the form, the files, each to be looked at.
  await expect(officer.getByRole('link', { name: 'Thư viện trong nhà văn hóa thôn' })).toBeVisible();
  await expect(officer.getByText('Giấy khen', { exact: true })).toBeVisible();
  const look = officer.getByRole('link', { name: 'Xem báo cáo thành tích.pdf' });
  await expect(look).toHaveAttribute('href', /\/preview$/u);
  // After the session's end one signs in on the page, and goes on to the file.
  await settled(officer);
  await officer.context().clearCookies();
  // Whatever else the page asks for meanwhile.
  await look.dispatchEvent('click');
  await expect(officer.getByRole('alert').first()).toContainText('Phiên làm việc của');
  expect(officer.context().pages()).toHaveLength(1);
  await officer.getByLabel('Tên đăng nhập').fill('standing-body');
  await officer.getByLabel('Mật khẩu', { exact: true }).fill(PASSWORD);
  await officer.getByRole('button', { name: 'Đăng nhập' }).click();
  const shown = officer.context().waitForEvent('response', (answer) => answer.url().endsWith('/preview'));
  await look.click();
  expect((await shown).status()).toBe(200);
  await officer.context().pages()[1]?.close();
  const taken = officer.waitForEvent('download');
  await officer.getByRole('link', { name: 'báo cáo thành tích.pdf', exact: true }).click();
  expect((await taken).suggestedFilename()).toBe('báo cáo thành tích.pdf');
  await officer.getByLabel('Kết quả thẩm tra').fill('Đúng đối tượng, hồ sơ đầy đủ.');
  await done(officer, 'Thẩm tra thành tích');
  await officer.getByRole('link', { name: 'Ghi ý kiến hội đồng' }).click();
  // The council reads what the check found.
  await expect(officer.getByRole('region', { name: 'Kết quả thẩm tra' })).toContainText(
    'Đúng đối tượng, hồ sơ đầy đủ.',
  );
  await formLookedAt(officer);
  await officer.getByRole('radio', { name: 'Hội đồng nhất trí đề nghị' }).check();
  await officer.getByLabel('Ý kiến').fill('Hội đồng nhất trí.');
  await officer.locator('input[type=file]').setInputFiles(paper('bien-ban.pdf'));
  await expect(officer.getByRole('link', { name: 'bien-ban.pdf' })).toBeVisible();
  await done(officer, 'Ghi ý kiến hội đồng');
  await officer.getByRole('link', { name: 'Trình cấp có thẩm quyền' }).click();
  await formLookedAt(officer);
  await expect(officer.getByText(/làm rồi thì không hoàn tác được:/u)).toBeVisible();
  await expect(officer.getByRole('region', { name: 'Ý kiến hội đồng' })).toContainText('Hội đồng nhất trí.');
  await officer.getByRole('combobox', { name: 'Trình cơ quan' }).fill('tinh minh hoa');
  await expect(officer.locator('.ant-select-item-option-active')).toContainText('Tỉnh Minh Họa');
  await officer.keyboard.press('Enter');
  await done(officer, 'Trình cấp có thẩm quyền');
  await expect(officer.getByRole('listitem').filter({ hasText: 'đã trình' }).first()).toHaveAttribute(
    'aria-current',
    'step',
  );

  // It waits for a decision, and can be chosen there.
  await officer.locator('.next').getByRole('link', { name: 'Soạn quyết định' }).click();
  await expect(officer).toHaveURL(/\/decisions\/new\?act=COMMEND&kind=commendation/u);
  await officer.goto('/decisions/new');
  await officer.getByRole('radio', { name: /^Khen thưởng/u }).check();
  await expect(officer.getByRole('checkbox', { name: 'Nguyễn Thị Hòa' })).toBeEnabled();
});

test('the book of commendations is filtered by its address', async ({ browser }) => {
  const auditor = await pageOf(browser, 'auditor');
  await auditor.goto('/commendations?status=AWARDED&recipientType=COLLECTIVE');
  const table = auditor.getByRole('table', { name: 'Khen thưởng' });
  await expect(table.getByText('được khen thưởng').first()).toBeVisible();
  await expect(table.getByText('cá nhân')).toHaveCount(0);
});
