import { apiOf, LAST_YEAR } from './support/api.ts';
import { formLookedAt } from './support/forms-looked-at.ts';
import { expect, pageOf, settled, test } from './support/index.ts';

interface Session {
  readonly personId: string;
}

interface Listed {
  readonly items: readonly { readonly id: string }[];
}

test('a list is chosen by its filters, frozen by one and issued by another, and is watched until it has arrived', async ({
  browser,
}) => {
  const officer = await pageOf(browser, 'standing-body');
  await officer.goto('/decisions');
  await officer.getByRole('link', { name: 'Soạn quyết định' }).click();
  await officer.getByRole('radio', { name: /^Không công nhận/u }).check();
  await expect(officer.getByLabel('Trích yếu')).toHaveValue(/^Không công nhận một số mô hình/u);

  // What the filter hides is left alone by choosing all.
  const chosen = officer.getByRole('status').filter({ hasText: 'Đã chọn' });
  const boxes = officer.getByRole('table', { name: 'Danh sách' }).getByRole('checkbox');
  await expect(boxes.first()).toBeVisible();
  const all = await boxes.count();
  const [first] = await officer.getByRole('table', { name: 'Danh sách' }).getByRole('link').allTextContents();
  await officer.getByRole('textbox', { name: 'Tìm theo tên' }).fill(first ?? '');
  const shown = await boxes.count();
  expect(shown).toBeLessThan(all);
  await officer.getByRole('button', { name: `Chọn cả ${shown} mục đang lọc` }).click();
  await expect(chosen).toHaveText(`Đã chọn ${shown} mục`);
  await officer.getByRole('textbox', { name: 'Tìm theo tên' }).fill('');
  await expect(boxes).toHaveCount(all);
  await expect(chosen).toHaveText(`Đã chọn ${shown} mục`);

  // Another act by mistake: the list waits.
  await officer.getByRole('radio', { name: /^Công nhận/u }).check();
  await expect(chosen.filter({ hasText: /Đã chọn [1-9]/u })).toHaveCount(0);
  await officer.getByRole('radio', { name: /^Không công nhận/u }).check();
  await expect(chosen).toHaveText(`Đã chọn ${shown} mục`);

  // Each item says why; what is missing is said by name.
  await officer.getByRole('button', { name: 'Soạn quyết định' }).click();
  await expect(officer.getByText(`chưa nêu lý do: ${first}`).first()).toBeVisible();
  await officer.getByRole('textbox', { name: 'Dùng một lý do cho tất cả' }).fill('Chưa đủ thời gian thực hiện.');
  await officer.getByRole('button', { name: 'Điền vào các mục còn trống' }).click();
  await officer.getByRole('button', { name: 'Soạn quyết định' }).click();

  await expect(officer.getByRole('heading', { name: `Danh sách (${shown} mục)` })).toBeVisible();
  await officer.getByRole('link', { name: 'Chốt danh sách' }).click();
  await formLookedAt(officer);
  const listed = `Danh sách (${shown} mục)`;
  await expect(officer.getByRole('table', { name: listed }).getByRole('link').first()).toHaveText(first ?? '');
  await expect(officer.getByRole('table', { name: listed })).toContainText('Chưa đủ thời gian thực hiện.');
  await officer.getByRole('button', { name: 'Chốt danh sách' }).click();
  const code = officer.getByText(/^[0-9A-F]{4}(-[0-9A-F]{4}){3}$/u);
  await expect(code).toBeVisible();
  const codeShown = (await code.textContent()) ?? '';
  await expect(officer.getByRole('region', { name: 'Ai ký được' })).toContainText('Đinh Văn Thành');

  // The signer sees what will be issued before, and afterwards what became of each item, without asking again.
  const signer = await pageOf(browser, 'signer');
  await signer.goto(new URL(officer.url()).pathname);
  await expect(signer.getByText(/^Đang chờ bạn: Ký ban hành, cấp số/u)).toBeVisible();
  await signer.getByRole('link', { name: 'Ký ban hành, cấp số' }).click();
  await formLookedAt(signer);
  await expect(signer.getByRole('complementary')).toContainText(codeShown);
  await expect(signer.getByRole('table', { name: listed }).getByRole('link').first()).toHaveText(first ?? '');
  await expect(signer.getByRole('table', { name: listed })).toContainText('Chưa đủ thời gian thực hiện.');
  // The books of this body start again each year: nobody is asked for a term.
  await expect(signer.getByLabel('Nhiệm kỳ')).toHaveCount(0);
  await expect(signer.getByRole('complementary')).toContainText(/Quyết định số \d+-QĐ\/TU/u);
  await signer.getByRole('button', { name: 'Ký ban hành, cấp số' }).click();
  await expect(signer.getByText(`${shown} mục đã áp dụng`)).toBeVisible();
  await expect(signer.getByText('Đã áp dụng xong', { exact: true })).toBeVisible();

  // Its number stands in the book.
  await signer.goto('/numbers');
  await expect(signer.getByRole('link', { name: /^Không công nhận một số mô hình "Dân vận khéo"/u })).toBeVisible();
});

test('a draft that is given up lends its list to the next', async ({ browser }) => {
  const officer = await pageOf(browser, 'standing-body');
  await officer.goto('/decisions/new');
  await officer.getByRole('radio', { name: /^Hủy khen thưởng/u }).check();
  const table = officer.getByRole('table', { name: 'Danh sách' });
  await table.getByRole('checkbox').first().check();
  const name = (await table.getByRole('link').first().textContent()) ?? '';
  await officer.getByRole('combobox', { name: `Lý do: ${name}` }).press('Enter');
  await officer.keyboard.press('Enter');
  await officer.getByRole('button', { name: 'Soạn quyết định' }).click();

  await officer.getByRole('link', { name: 'Hủy dự thảo' }).click();
  await formLookedAt(officer);
  await expect(officer.getByText(/không hoàn tác được: Hủy dự thảo – Hủy quyết định khen thưởng/u)).toBeVisible();
  await officer.getByLabel('Lý do').fill('Chọn nhầm.');
  await officer.getByRole('button', { name: 'Hủy dự thảo' }).click();
  await officer.getByRole('link', { name: 'Soạn lại từ danh sách này' }).click();
  await expect(officer.getByRole('status').filter({ hasText: 'Đã chọn' })).toHaveText('Đã chọn 1 mục');
});

test('the book is filtered by its address, and shown as it was', async ({ browser }) => {
  const auditor = await pageOf(browser, 'auditor');
  await auditor.goto('/decisions?act=COMMEND');
  const rows = auditor.getByRole('table', { name: 'Sổ quyết định' }).getByRole('link');
  await expect(rows.first()).toBeVisible();
  // Those of one signer, and none of who signs nothing.
  const signer = await apiOf('signer');
  const { personId } = await signer.get<Session>('/session');
  const signed = await signer.get<Listed>(`/decisions?signer=${personId}&limit=50`);
  await auditor.goto(`/decisions?signer=${personId}`);
  await settled(auditor);
  const shown = await rows.evaluateAll((links) => links.map((link) => link.getAttribute('href')));
  expect(shown).toEqual(signed.items.map(({ id }) => `/decisions/${id}`));
  const other = await (await apiOf('standing-body')).get<Session>('/session');
  await auditor.goto(`/decisions?signer=${other.personId}`);
  await settled(auditor);
  await expect(rows).toHaveCount(0);
  await auditor.goto(`/decisions?knownAt=${LAST_YEAR}-11-30`);
  await expect(auditor.getByRole('status').filter({ hasText: 'Sổ như' })).toContainText(
    `đã ghi đến hết ngày 30/11/${LAST_YEAR}`,
  );
  await expect(rows).toHaveCount(2);
  await auditor.goto(`/decisions?knownAt=${LAST_YEAR}-11-30&sort=title&q=${encodeURIComponent('Số 1 – qđ / TU')}`);
  await expect(rows).toHaveCount(1);
  await rows.first().click();
  await expect(auditor.getByRole('columnheader', { name: 'Đơn vị' })).toBeVisible();
  await expect(auditor.getByText(/Chốt danh sách \d+ mục, mã kiểm tra ([\dA-F]{4}-?){4}$/u)).toBeVisible();
  await auditor.goBack();
  const download = auditor.waitForEvent('download');
  await auditor.getByRole('button', { name: 'Tải Excel' }).click();
  expect((await download).suggestedFilename()).toMatch(/\.xlsx$/u);
});

test('the list of a decision keeps its page and search, and stands on paper whole', async ({ browser }) => {
  const auditor = await pageOf(browser, 'auditor');
  await auditor.goto('/decisions?act=RECOGNIZE');
  await auditor.getByRole('table', { name: 'Sổ quyết định' }).getByRole('link').last().click();
  const list = auditor.getByRole('table', { name: /^Danh sách \(\d+ mục\)$/u });
  const count = Number(/\d+/u.exec((await list.getAttribute('aria-label')) ?? '')?.[0]);
  await expect(list.getByRole('link')).toHaveCount(20);

  // What one leafed to and searched for is there again when one comes back from an item.
  await auditor.getByRole('listitem', { name: '2' }).click();
  const [onFirst, onSecond] = [list.getByRole('link').first(), list.getByRole('link').nth(1)];
  await expect(list.getByRole('row').nth(1)).toContainText('21');
  const [one, other] = [await onFirst.innerText(), await onSecond.innerText()];
  await onFirst.click();
  await expect(auditor.getByRole('heading', { level: 1, name: one })).toBeVisible();
  await auditor.goBack();
  await expect(onFirst).toHaveText(one);
  const search = auditor.getByRole('searchbox', { name: 'Tìm theo tên' });
  await search.fill(other);
  await search.press('Enter');
  await expect(onFirst).toHaveText(other);
  await onFirst.click();
  await auditor.goBack();
  await expect(search).toHaveValue(other);
  await expect(onFirst).toHaveText(other);
  await auditor.getByRole('button', { name: 'Bỏ lọc' }).click();
  await expect(list.getByRole('link')).toHaveCount(20);

  await auditor.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
  await expect(list.getByRole('link')).toHaveCount(count);
  await auditor.evaluate(() => window.dispatchEvent(new Event('afterprint')));
  await expect(list.getByRole('link')).toHaveCount(20);
});
