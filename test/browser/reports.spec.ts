import { apiOf, typedDay, yearsOfReports } from './support/api.ts';
import { expect, pageOf, signIn, test } from './support/index.ts';

test.describe.configure({ mode: 'serial' });

const RETURNED = /^Báo cáo 06 tháng đầu năm \d{4}: Hội Liên hiệp Phụ nữ xã Hòa Bình$/u;

/** Said once, above all figures. */
const HELP = 'Chỉ tiêu nào cũng phải có số, hoặc chọn “không có số liệu” (không phải là số 0)';

interface Returned {
  readonly returned: readonly { readonly dueOn: string }[];
}

test('a returned report is put right, and approved by its receiver', async ({ page, browser }) => {
  await signIn(page, 'unit-officer');
  await page.goto(`/reports?period=H1-${(await yearsOfReports()).half}`);
  await page.getByRole('link', { name: 'Hội Liên hiệp Phụ nữ xã Hòa Bình' }).click();
  await expect(page.getByRole('heading', { name: RETURNED })).toBeVisible();
  await expect(page.getByText('Số lượt người tham gia chưa khớp với danh sách kèm theo.').first()).toBeVisible();
  const { returned } = await (await apiOf('unit-officer')).get<Returned>(new URL(page.url()).pathname);
  const dueOn = returned.at(-1)?.dueOn.split('-').toReversed().join('/') ?? 'no day';
  await expect(page.getByText(`Trả lại để sửa, gửi lại chậm nhất ngày ${dueOn}`, { exact: true })).toBeVisible();
  await page.getByRole('link', { name: 'Nộp báo cáo' }).click();
  await expect(page.getByText(/không hoàn tác được: Nộp báo cáo – /u)).toBeVisible();
  await expect(page.getByText(HELP)).toHaveCount(1);
  // Beside what is typed now stands what was handed in first.
  await expect(page.getByRole('columnheader', { name: /^Bản 1/u })).toContainText('nộp');

  // What the system counts is not typed.
  await expect(page.getByRole('row', { name: /^Số mô hình đăng ký/u })).toContainText('hệ thống tính');
  await expect(page.getByRole('row', { name: /^Số mô hình đăng ký/u }).getByRole('spinbutton')).toHaveCount(0);
  // Nor what is added up: it follows what is typed.
  const total = page.getByRole('row', { name: /^Tổng lượt người tham gia/u });
  await expect(total.getByRole('status')).toContainText(/^440/u);
  await expect(total.getByRole('textbox')).toHaveCount(0);
  const women = page.getByLabel('Lượt người tham gia: nữ', { exact: true });
  const before = await women.inputValue();
  await women.fill('');
  await expect(total.getByRole('status')).toHaveText(/^Tự cộng/u);
  await page.getByRole('button', { name: 'Nộp báo cáo' }).click();
  await expect(page.getByRole('alert').first()).toContainText('Còn 1 chỗ cần sửa');
  await women.fill(before);
  await page.getByLabel('Số buổi tuyên truyền, vận động').fill('77');
  await page.getByRole('button', { name: 'Nộp báo cáo' }).click();
  await expect(page.getByRole('heading', { name: RETURNED })).toBeVisible();
  const at = new URL(page.url()).pathname;

  const receiver = await pageOf(browser, 'standing-body');
  await receiver.goto(at);
  await receiver.getByRole('link', { name: 'Duyệt báo cáo' }).click();
  await expect(receiver.getByRole('heading', { name: /^Duyệt báo cáo: /u })).toBeVisible();
  await expect(receiver.getByRole('row', { name: /^Tổng lượt người tham gia/u })).toContainText('440');
  // What the unit handed in first, and what now.
  const heads = receiver.getByRole('columnheader');
  await expect(heads.filter({ hasText: 'Bản 1, lần nộp 2' })).toBeVisible();
  await expect(heads.filter({ hasText: 'Bản 1, lần nộp 1' })).toContainText('đã bị trả lại');
  const [now, first] = await receiver
    .getByRole('row', { name: /^Số buổi tuyên truyền/u })
    .getByRole('cell')
    .allTextContents();
  expect(now).toBe('77');
  expect(first).toMatch(/^(?!77$)\d+$/u);
  await receiver.getByRole('button', { name: 'Duyệt báo cáo' }).click();
  await expect(receiver.getByRole('heading', { name: RETURNED })).toBeVisible();
  await expect(receiver.getByText('Đã duyệt', { exact: true })).toBeVisible();
});

test('no data is said, and never taken for 0', async ({ page }) => {
  await signIn(page, 'unit-officer');
  await page.goto(`/reports?period=ANNUAL-${(await yearsOfReports()).whole}`);
  await page.getByRole('link', { name: 'Hội Liên hiệp Phụ nữ xã Hòa Bình' }).click();
  await page.getByRole('link', { name: 'Nộp báo cáo' }).click();
  // Beside each figure stands what the first half of the year was reported with.
  await expect(page.getByRole('row', { name: /^Lượt người tham gia: nữ/u })).toContainText('272');

  // Going through a field leaves it empty; what is no whole number is neither rounded nor read as another.
  const held = page.getByLabel('Số buổi tuyên truyền, vận động');
  await held.fill('7');
  await held.fill('');
  await held.press('Tab');
  await expect(held).toHaveValue('');
  await held.fill('12,5');
  await held.press('Tab');
  await expect(page.getByText('“12,5” không phải là số nguyên').first()).toBeVisible();
  await expect(held).toHaveValue('12,5');
  await held.fill('99.999.999.999.999.999');
  await held.press('Tab');
  await expect(page.getByText('phải từ 0 đến 1.000.000.000.000').first()).toBeVisible();
  await held.fill('12,5');
  await page.getByRole('button', { name: 'Nộp báo cáo' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'Còn 3 chỗ cần sửa' })).toContainText('“12,5”');
  // Who hears the page is told what belongs to the field, as with every other one.
  await expect(held).toHaveAttribute('aria-required', 'true');
  await expect(held).toHaveAttribute('aria-invalid', 'true');
  await expect(held).toHaveAccessibleDescription(/“12,5” không phải là số nguyên/u);
  await held.fill('');

  await page.getByRole('button', { name: 'Nộp báo cáo' }).click();
  await expect(page.getByRole('alert').first()).toContainText('Còn 3 chỗ cần sửa');
  await page.getByRole('link', { name: 'Số buổi tuyên truyền, vận động: chưa nhập' }).click();
  await expect(page.getByLabel('Số buổi tuyên truyền, vận động')).toBeFocused();

  await page.getByLabel('Số buổi tuyên truyền, vận động').fill('14');
  await page.getByRole('checkbox', { name: 'Lượt người tham gia: nam: Không có số liệu' }).check();
  await page.getByLabel('Lượt người tham gia: nữ', { exact: true }).fill('1500');
  await expect(page.getByRole('row', { name: /^Tổng lượt người tham gia/u }).getByRole('status')).toContainText(
    /^1\.500/u,
  );
  await page.getByLabel('Nội dung báo cáo').fill('Số lượt nam năm nay chưa thống kê riêng.');
  await page.getByRole('button', { name: 'Nộp báo cáo' }).click();

  await expect(page.getByRole('heading', { name: /^Báo cáo năm \d{4}/u })).toBeVisible();
  await expect(page.getByRole('row', { name: /^Lượt người tham gia: nam/u })).toContainText('không có số liệu');
  await expect(page.getByRole('row', { name: /^Tổng lượt người tham gia/u })).toContainText('1.500');
});

test('the board names who is missing, each number leads to its rows, and a total says who is not in it', async ({
  page,
}) => {
  await signIn(page, 'standing-body');
  await page.goto('/reports');
  const half = page.getByRole('region', { name: /^06 tháng đầu năm \d{4}$/u });
  await expect(half).toContainText(/\d+\/42 báo cáo đã nộp/u);
  await expect(page.getByText(/^Quá hạn: chưa nộp, .* Thiếu: /u)).toBeVisible();
  await half.getByRole('link', { name: 'thiếu 1' }).click();
  await expect(page.getByRole('table', { name: 'Theo dõi báo cáo' }).getByRole('row')).toHaveCount(2);
  await expect(page).toHaveURL(/status=MISSING/u);
  await page.goBack();

  await half
    .getByRole('listitem')
    .filter({ hasText: 'báo cáo tổng hợp' })
    .getByRole('link', { name: 'Xã Đức Thịnh' })
    .click();
  await page.getByRole('link', { name: 'Tổng hợp báo cáo' }).click();
  await expect(page.getByRole('heading', { name: /^Tổng hợp báo cáo: /u })).toBeVisible();
  await expect(page.getByText('Tổng hợp lúc này thì được 4/5 báo cáo.')).toBeVisible();
  await expect(page.getByRole('listitem').filter({ hasText: 'Đoàn Thanh niên xã Đức Thịnh' })).toContainText(
    'Chưa nộp',
  );
  await page.getByRole('button', { name: 'Tổng hợp báo cáo' }).click();

  await expect(page.getByRole('columnheader', { name: 'Tổng hợp, chưa nộp' })).toBeVisible();
  await expect(page.locator('.actions-open a').first()).toHaveText('Nộp báo cáo');
  await page.getByRole('link', { name: 'Nộp báo cáo' }).click();
  await expect(page.getByRole('row', { name: /^Tổng lượt người tham gia/u })).toContainText('1.320 (hệ thống tính)');
  await page.getByRole('button', { name: 'Nộp báo cáo' }).click();
  await expect(page.getByText('Đã tổng hợp 4/5 báo cáo', { exact: false })).toBeVisible();
  await expect(page.getByText('Đã nộp', { exact: true })).toBeVisible();
});

test('who is overdue stands first, is found by name however it is spelt, and is reminded once a day', async ({
  page,
  browser,
}) => {
  await signIn(page, 'standing-body');
  await page.goto('/reports');
  const half = page.getByRole('region', { name: /^06 tháng đầu năm \d{4}$/u });
  const told = await half.getByRole('link', { name: /^Quá hạn chưa nộp: \d+ báo cáo$/u }).textContent();
  await half.getByRole('link', { name: /^Quá hạn chưa nộp/u }).click();
  const table = page.getByRole('table', { name: 'Theo dõi báo cáo' });
  await expect(table.getByRole('row')).toHaveCount(Number(told?.replaceAll(/\D/gu, '')) + 1);

  await page.goto('/reports');
  await expect(table.getByRole('row').nth(1)).toContainText('quá');
  await page.getByRole('searchbox', { name: 'Tìm theo tên đơn vị' }).fill('phuong tran phu');
  await page.getByRole('searchbox', { name: 'Tìm theo tên đơn vị' }).press('Enter');
  await expect(page).toHaveURL(/q=phuong/u);
  await table.getByRole('link', { name: 'Đôn đốc ngay: Phường Trần Phú' }).first().click();
  await expect(page.getByText(/không hoàn tác được: Đôn đốc ngay/u)).toBeVisible();
  await page.getByLabel('Lời nhắn').fill('Đề nghị nộp trong ngày.');
  await page.getByRole('button', { name: 'Đôn đốc ngay' }).click();
  // Not yet that it came to anybody: that is told beside.
  await expect(page.getByText('Đã ghi việc đôn đốc.')).toBeVisible();
  await expect(page.getByText(/^Đôn đốc ngay việc nộp báo cáo .*: Đề nghị nộp trong ngày\.$/u)).toBeVisible();

  await page.getByText('Không làm được bây giờ').click();
  await expect(page.getByText(/^Hôm nay Hoàng Minh Tuấn đã đôn đốc báo cáo này lúc \d\d:\d\d/u)).toBeVisible();
  const reports = new URL(page.url()).pathname;
  const other = await pageOf(browser, 'signer');
  await other.goto(reports);
  await expect(other.getByText(/^Đôn đốc ngay việc nộp báo cáo .*: Đề nghị nộp trong ngày\.$/u)).toBeVisible();
});

test('an extension keeps the first due date in sight', async ({ page }) => {
  await signIn(page, 'standing-body');
  await page.goto('/reports?status=OVERDUE&kind=OWN');
  await page.getByRole('table').getByRole('link', { name: 'Phường Trần Phú', exact: true }).click();
  // It waits for the unit: nothing is the main thing to do here, and who hands it in does so in its place.
  await page.getByRole('link', { name: 'Nộp báo cáo' }).click();
  await expect(page.getByText(/^Bạn nộp thay Phường Trần Phú: /u)).toBeVisible();
  await page.goBack();
  await expect(page.locator('.actions-open .button')).not.toHaveCount(0);
  await expect(page.locator('.actions-open .button-first')).toHaveCount(0);
  await page.getByRole('link', { name: 'Gia hạn' }).click();
  await page.getByLabel('Hạn mới').fill(typedDay(365));
  await page.getByLabel('Lý do gia hạn').fill('Mưa lũ, đơn vị phải lo cho dân.');
  await page.getByLabel('Số, ký hiệu').fill('12-CV/BDV');
  await page.getByLabel('Ngày văn bản').fill(typedDay(-10));
  await page.getByLabel('Ngày văn bản').press('Tab');
  await page.getByRole('button', { name: 'Gia hạn' }).click();
  await expect(page.getByText(/Hạn ban đầu \d\d\/\d\d\/\d{4}/u)).toBeVisible();
  await expect(page.getByText(`theo 12-CV/BDV ngày ${typedDay(-10)}`, { exact: false }).first()).toBeVisible();
  await page.goto(`/reports?kind=OWN&q=${encodeURIComponent('Trần Phú')}`);
  const row = page.getByRole('row').filter({ hasText: typedDay(365) });
  await expect(row).toContainText(/Hạn ban đầu \d\d\/\d\d\/\d{4}/u);
});
