import { readFile } from 'node:fs/promises';
import type { Browser, Page, Route } from '@playwright/test';
import { parse } from 'csv-parse/sync';
import { typedDay } from './support/api.ts';
import { expect, PASSWORD, signIn, test } from './support/index.ts';

/** Somebody at another machine. */
const at = async (browser: Browser, account: string): Promise<Page> => {
  const context = await browser.newContext({ locale: 'vi-VN' });
  const page = await context.newPage();
  await signIn(page, account);
  return page;
};

const choose = async (page: Page, field: string, option: string): Promise<void> => {
  await page.getByRole('combobox', { name: field }).click();
  await page.locator('.ant-select-item-option').filter({ hasText: option }).first().click();
};

const ITEMS = ['Thực trạng và lý do', 'Mục tiêu và tiêu chí đánh giá', 'Nội dung và cách làm'];
/** One dot of colour, as a camera would have made it. */
const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);
const SCHEDULE = 'Thời gian, tiến độ và ngày đánh giá';

const draft = async (page: Page, name: string, items: readonly string[]): Promise<void> => {
  await page.goto('/registrations/new');
  await page.getByLabel('Tên mô hình').fill(name);
  await page.getByRole('radio', { name: 'tập thể' }).check();
  await choose(page, 'Lĩnh vực', 'Kinh tế');
  for (const item of items) await page.getByLabel(item).fill(`${item} của ${name}`);
  await page.getByRole('button', { name: 'Lập bản đăng ký' }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
};

const unique = (name: string): string => `${name} ${String(Date.now())}`;

test.describe('a registration', () => {
  test.setTimeout(180_000);

  test('is drafted with what is missing said, completed, submitted, accepted, begun, and its progress recorded', async ({
    browser,
  }) => {
    const name = unique('Tuyến đường tự quản');
    const officer = await at(browser, 'unit-officer');
    await officer.goto('/registrations/new');
    await officer.getByRole('button', { name: 'Lập bản đăng ký' }).click();
    await expect(officer.getByRole('alert').filter({ hasText: 'chỗ cần sửa' })).toBeFocused();
    await draft(officer, name, ITEMS);
    const address = officer.url();
    await expect(officer.locator('.next')).toContainText(
      /Nộp đăng ký – thủ trưởng đơn vị .*Hiện chưa ai làm được\. .*thời gian, tiến độ/iu,
    );

    const head = await at(browser, 'unit-head');
    await head.goto(`${address}/do/submit`);
    await expect(head.getByText(SCHEDULE).first()).toBeVisible();
    await expect(head.getByText('chưa có')).toHaveCount(1);

    await officer.goto(`${address}/do/revise`);
    await officer.getByLabel(SCHEDULE).fill('Quý IV năm 2026');
    await officer.getByRole('button', { name: 'Sửa bản đăng ký' }).click();
    await expect(officer.getByRole('heading', { level: 1, name })).toBeVisible();

    await head.reload();
    await expect(head.getByText(`không hoàn tác được: Nộp đăng ký – ${name}.`)).toBeVisible();
    await head.getByRole('button', { name: 'Nộp đăng ký' }).click();
    await expect(head.getByText('đã nộp').first()).toBeVisible();

    const body = await at(browser, 'standing-body');
    await body.goto(`/registrations?q=${encodeURIComponent(name)}`);
    const row = body.getByRole('row', { name: new RegExp(name) });
    // What still stands there while others are asked for is none of these, and cannot be picked.
    const comes = Promise.withResolvers<undefined>();
    const held = (by: PromiseWithResolvers<undefined>) => async (route: Route) => {
      await by.promise;
      await route.continue();
    };
    await body.route('**/api/registrations?*status=DRAFT*', held(comes));
    const asked = body.url();
    await expect(row.getByRole('checkbox')).toBeEnabled();
    await choose(body, 'Trạng thái', 'Dự thảo');
    await expect(row.getByRole('checkbox')).toBeDisabled();
    comes.resolve(undefined);
    await expect(row).toHaveCount(0);
    await body.goto(asked);
    await row.getByRole('checkbox').check();
    // A look at the row does not untick it.
    await row.getByRole('link', { name }).click();
    await expect(body.getByRole('heading', { level: 1, name })).toBeVisible();
    await body.goBack();
    await expect(row.getByRole('checkbox')).toBeChecked();
    const accept = body.getByRole('link', { name: 'Tiếp nhận đăng ký' }).first();
    // What is picked is picked in a new tab, too; an address that names nothing is of none, and never of all.
    const opened = body.context().waitForEvent('page');
    await accept.click({ modifiers: ['ControlOrMeta'] });
    const tab = await opened;
    await expect(tab.getByRole('heading', { level: 1, name: 'Tiếp nhận đăng ký: 1 mục' })).toBeVisible();
    await tab.goto('/registrations/bulk/accept?status=SUBMITTED');
    await expect(tab.getByText('Chưa chọn đăng ký nào')).toBeVisible();
    await expect(tab.getByRole('button', { name: 'Tiếp nhận đăng ký' })).toHaveCount(0);
    await tab.goto('/registrations/bulk/accept?all=0&status=SUBMITTED');
    await expect(tab.getByText('Chưa chọn đăng ký nào')).toBeVisible();
    // What is named and not there is told.
    const known = address.split('/').at(-1) ?? '';
    await tab.goto(`/registrations/bulk/accept?ids=${known},${crypto.randomUUID()}`);
    await expect(tab.getByRole('heading', { level: 1, name: 'Tiếp nhận đăng ký: 1 mục' })).toBeVisible();
    await expect(tab.getByText('còn nêu 1 đăng ký không có trong danh sách')).toBeVisible();
    await tab.close();
    await accept.click();
    await expect(body.getByRole('heading', { level: 1, name: 'Tiếp nhận đăng ký: 1 mục' })).toBeVisible();
    await expect(body.getByText('làm rồi thì không hoàn tác được: Tiếp nhận đăng ký – 1 mục dưới đây.')).toBeVisible();
    // To leave while it is being sent asks.
    const answered = Promise.withResolvers<undefined>();
    await body.route('**/api/registrations/*/accept', held(answered));
    await body.getByRole('button', { name: 'Tiếp nhận đăng ký cho 1 mục' }).click();
    await expect(body.getByText('Xong 0, bỏ ra 0, còn 1.')).toBeVisible();
    await body.getByRole('link', { name: 'Việc của tôi' }).click();
    await expect(body.getByRole('dialog')).toContainText('mục đã xong vẫn xong, mục còn lại chưa làm');
    await body.getByRole('dialog').getByRole('button', { name: 'Ở lại' }).click();
    answered.resolve(undefined);
    await expect(body.getByText('Xong 1, bỏ ra 0, còn 0.')).toBeVisible();
    await expect(body.getByRole('table')).not.toContainText('Đã nộp');
    // Loaded anew it is what it has become, and cannot be done again.
    await body.reload();
    await expect(body.getByText('Bây giờ làm được 0 mục, không làm được 1 mục.')).toBeVisible();
    await expect(body.getByRole('table')).toContainText('Đã đăng ký');
    await expect(body.getByRole('button', { name: 'Tiếp nhận đăng ký cho 1 mục' })).toHaveCount(0);
    const { search } = new URL(body.url());
    await officer.goto(`/registrations/bulk/accept${search}`);
    await expect(officer.getByText('Người làm được')).toBeVisible();
    await expect(officer.getByRole('button', { name: 'Tiếp nhận đăng ký' })).toHaveCount(0);

    await head.goto(`${address}/do/start`);
    await head.getByLabel('Kế hoạch thực hiện').fill('Ba đợt, từ tháng 12.');
    await head.getByRole('button', { name: 'Bắt đầu thực hiện' }).click();
    await expect(head.getByText('đang thực hiện').first()).toBeVisible();

    await officer.goto(`${address}/do/record-progress`);
    await expect(officer.getByText(`– ${name}.`)).toBeVisible();
    await officer.getByLabel('Kết quả đã làm được').fill('Trồng hoa dọc hai bên đường.');
    await officer.getByRole('button', { name: 'Thêm dòng' }).click();
    await officer.getByLabel('Tên chỉ số').fill('Chiều dài');
    await officer.getByLabel('Giá trị').fill('1,5');
    await officer.getByLabel('Đơn vị tính').fill('km');
    // What is on its way is shown, and waited for.
    const arrives = Promise.withResolvers<undefined>();
    const slow = async (route: Route): Promise<void> => {
      await arrives.promise;
      await route.continue();
    };
    await officer.route('**/api/evidence', slow);
    const files = officer.locator('input[type=file]');
    await files.setInputFiles([
      { name: 'bien-ban.txt', mimeType: 'text/plain', buffer: Buffer.from('Biên bản') },
      { name: 'duong-hoa.png', mimeType: 'image/png', buffer: PICTURE },
    ]);
    await expect(officer.getByRole('progressbar', { name: 'Đang gửi tệp' })).toBeVisible();
    await expect(officer.getByText('gửi xong mới nộp được biểu này')).toBeVisible();
    await expect(officer.getByRole('button', { name: 'Ghi tiến độ' })).toBeDisabled();
    arrives.resolve(undefined);
    await expect(officer.getByRole('link', { name: 'bien-ban.txt' })).toBeVisible();
    await expect(officer.getByRole('link', { name: 'duong-hoa.png' })).toBeVisible();
    await expect(officer.getByRole('progressbar')).toHaveCount(0);
    // One that is called a photograph and is none is asked about.
    await expect(officer.getByText('“bien-ban.txt” không phải tệp ảnh.')).toBeVisible();
    await expect(officer.getByText('không phải tệp ảnh')).toHaveCount(1);
    await officer.getByRole('button', { name: 'Ghi tiến độ' }).click();
    await expect(officer.getByRole('heading', { level: 1, name })).toBeVisible();
    await expect(officer).toHaveURL(address);
    await officer
      .getByRole('button', { name: /duong-hoa\.png/u })
      .first()
      .click();
    const picture = officer.getByRole('img', { name: /duong-hoa\.png/u });
    await expect.poll(() => picture.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBe(1);
  });

  test('that somebody acted on meanwhile drops out of what is done to many, with the reason', async ({ browser }) => {
    const name = unique('Nhà sạch vườn xanh');
    const officer = await at(browser, 'unit-officer');
    const head = await at(browser, 'unit-head');
    const body = await at(browser, 'standing-body');
    for (const one of ['một', 'hai']) {
      await draft(officer, `${name} ${one}`, [...ITEMS, SCHEDULE]);
      await head.goto(`${officer.url()}/do/submit`);
      await head.getByRole('button', { name: 'Nộp đăng ký' }).click();
      await expect(head.getByText('đã nộp').first()).toBeVisible();
    }

    await body.goto(`/registrations?q=${encodeURIComponent(name)}&status=SUBMITTED`);
    await body.getByText('Thực hiện với mọi đăng ký đang lọc').click();
    await body.getByRole('link', { name: 'Trả lại để bổ sung' }).last().click();
    await expect(body.getByRole('heading', { level: 1, name: 'Trả lại để bổ sung: 2 mục' })).toBeVisible();
    // What is typed for many is kept, and asked for, as what is typed for one.
    await body.getByLabel('Lý do trả lại').fill('Bổ sung số hộ tham gia.');
    await body.getByRole('link', { name: 'Việc của tôi' }).click();
    await body.getByRole('button', { name: 'Giữ bản nháp và rời đi' }).click();
    await expect(body.getByRole('heading', { level: 1, name: 'Việc của tôi' })).toBeVisible();
    // It belongs to these, and to no others.
    await body.goto('/registrations/bulk/return?all=1&status=SUBMITTED');
    await expect(body.getByLabel('Lý do trả lại')).toHaveValue('');
    await body.goBack();
    await body.goBack();
    await expect(body.getByText('Đã điền lại những gì bạn nhập')).toBeVisible();

    await head.goto(`${head.url().replace(/\/do\/.*/u, '')}/do/withdraw`);
    await head.getByLabel('Lý do rút').fill('Đơn vị chưa sẵn sàng.');
    await expect(head.getByText(`– ${name} hai.`)).toBeVisible();
    await head.getByRole('button', { name: 'Rút đăng ký' }).click();
    await expect(head.getByText('đã rút').first()).toBeVisible();

    await expect(body.getByLabel('Lý do trả lại')).toHaveValue('Bổ sung số hộ tham gia.');
    await body.getByLabel('Hạn gửi lại').fill(typedDay(20));
    await body.getByLabel('Hạn gửi lại').press('Tab');
    const send = body.getByRole('button', { name: 'Trả lại để bổ sung cho 2 mục' });
    await body.context().clearCookies();
    await send.click();
    await body.getByLabel('Tên đăng nhập').fill('standing-body');
    await body.getByLabel('Mật khẩu', { exact: true }).fill(PASSWORD);
    await body.getByRole('button', { name: 'Đăng nhập' }).click();
    await expect(send).toBeVisible();
    await expect(body.getByText('Bạn chưa đăng nhập')).toHaveCount(0);

    // It was done to one, and the answer lost: what was changed afterwards is not taken for it, nor is that one dropped.
    let isLost = false;
    await body.route('**/api/registrations/*/return', async (route) => {
      const response = await route.fetch();
      if (isLost || !response.ok()) return route.fulfill({ response });
      isLost = true;
      return route.abort();
    });
    await send.click();
    await expect(body.getByRole('alert').filter({ hasText: 'Không kết nối được với Khéo' })).toBeVisible();
    await body.getByLabel('Lý do trả lại').fill('Bổ sung số hộ tham gia và kinh phí.');
    // Which of the two came first is not told: where it was this one, nothing is done yet that one could go on from.
    await body.getByRole('button', { name: /^(?:Làm tiếp|Trả lại để bổ sung cho)/u }).click();
    await expect(body.getByText('Xong 1, bỏ ra 1, còn 0.')).toBeVisible();
    await expect(body.getByText('1 mục đã ghi ở lần gửi trước, với nội dung lúc đó')).toBeVisible();
    await expect(body.getByRole('row').filter({ hasText: `${name} một` })).toContainText('đã ghi ở lần gửi trước');
    await expect(body.getByRole('listitem').filter({ hasText: `${name} hai` })).toBeVisible();
    await body.getByRole('button', { name: 'Về danh sách' }).click();
    await expect(body.getByRole('heading', { level: 1, name: 'Sổ đăng ký' })).toBeVisible();
  });
});

test.describe('the register', () => {
  test('keeps its filters, columns and place when one comes back from a model', async ({ page }) => {
    await signIn(page, 'standing-body');
    await page.goto('/registrations');
    await choose(page, 'Trạng thái', 'được công nhận');
    await page.getByText('Chọn cột').click();
    await page.getByRole('checkbox', { name: 'Số quyết định' }).click();
    await expect(page.getByRole('columnheader', { name: 'Số quyết định' })).toBeVisible();
    const row = page.getByRole('row').nth(12);
    const link = row.getByRole('link').first();
    const onFirstPage = (await link.getAttribute('href')) ?? '';
    await page.getByRole('button', { name: 'Trang sau' }).click();
    await expect(link).not.toHaveAttribute('href', onFirstPage);
    await link.scrollIntoViewIfNeeded();
    const [address, name, scrolled] = [page.url(), await link.innerText(), await page.evaluate<number>('scrollY')];
    expect(scrolled).toBeGreaterThan(0);
    await link.click();
    await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
    await page.goBack();
    expect(page.url()).toBe(address);
    await expect(row).toContainText(name);
    expect(await page.evaluate<number>('scrollY')).toBe(scrolled);
    await expect(page.getByRole('columnheader', { name: 'Số quyết định' })).toBeVisible();

    // They are the person's own: they are there whichever way one comes, unless the address names others.
    await page.getByRole('link', { name: 'Việc của tôi' }).click();
    await page.getByRole('link', { name: 'Sổ đăng ký' }).click();
    await expect(page.getByRole('columnheader', { name: 'Số quyết định' })).toBeVisible();
    await page.goto('/registrations?cols=name,unit');
    await expect(page.getByRole('columnheader', { name: 'Đơn vị' })).toBeVisible();
    await expect(page.getByRole('columnheader', { name: 'Số quyết định' })).toHaveCount(0);
    await page.goto('/registrations');
    await page.getByText('Chọn cột').click();
    await page.getByRole('checkbox', { name: 'Số quyết định' }).click();
    await expect(page.getByRole('columnheader', { name: 'Số quyết định' })).toHaveCount(0);
  });

  test('is taken out as it is shown: these rows in this order, these columns', async ({ page }) => {
    await signIn(page, 'standing-body');
    await page.goto(
      '/registrations?status=RECOGNIZED&typical=true&sort=-name&cols=name,unit,cycle,status,decidedOn,source',
    );
    const table = page.getByRole('table', { name: 'Sổ đăng ký' });
    await expect(table.getByRole('columnheader', { name: 'Mô hình nguồn' })).toBeVisible();
    await expect(page.getByRole('combobox', { name: 'Tiêu biểu' })).toBeVisible();
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Tải CSV' }).click();
    const file = await readFile(await (await download).path(), 'utf8');
    const [, , filter, titles, ...rows] = parse(file, { bom: true, relax_column_count: true });
    expect(filter?.[1]).toContain('Mô hình tiêu biểu: có');
    expect(titles).toEqual((await table.getByRole('columnheader').allInnerTexts()).filter((title) => title !== ''));
    const shown = table.getByRole('row').filter({ has: page.getByRole('checkbox') });
    const cells = await shown.evaluateAll((lines) =>
      lines.slice(1).map((line) => [...line.querySelectorAll('td')].slice(1).map((cell) => cell.textContent.trim())),
    );
    expect(cells.length).toBeGreaterThan(0);
    expect(rows.map((row) => row.map((cell) => cell.toLowerCase()))).toEqual(
      cells.map((row) => row.map((cell) => cell.toLowerCase())),
    );
  });

  test('asks before a saved view takes the place of one that is not saved', async ({ page }) => {
    await signIn(page, 'standing-body');
    await page.goto('/registrations?status=SUBMITTED');
    await page.getByRole('button', { name: 'Lưu bộ lọc này' }).click();
    const view = unique('Chờ tiếp nhận');
    await page.getByLabel('Tên bộ lọc').fill(view);
    await page.getByRole('button', { name: 'Lưu', exact: true }).dblclick();
    await expect(page.getByRole('button', { name: `Xóa bộ lọc “${view}”` })).toBeVisible();

    await choose(page, 'Trạng thái', 'trả lại để sửa');
    await choose(page, 'Mở bộ lọc đã lưu', view);
    await expect(page.getByRole('alert')).toContainText('chưa được lưu');
    expect(page.url()).toContain('status=RETURNED');
    await page.getByRole('button', { name: 'Không lưu, mở luôn' }).click();
    await expect(page).toHaveURL(/status=SUBMITTED/u);

    // What is removed by mistake comes back with one press.
    const remove = page.getByRole('button', { name: `Xóa bộ lọc “${view}”` });
    await remove.click();
    await expect(page.getByRole('status').filter({ hasText: `Đã xóa bộ lọc “${view}”` })).toBeVisible();
    await expect(remove).toHaveCount(0);
    await page.getByRole('button', { name: 'Lưu lại như cũ' }).click();
    await expect(remove).toBeVisible();
  });

  test('searches however a name is typed', async ({ page }) => {
    await signIn(page, 'standing-body');
    await page.goto('/registrations');
    await page.getByRole('searchbox', { name: 'Tìm theo tên mô hình' }).fill('tieng loa nhan dan');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('row').nth(1)).toContainText('Tiếng loa nhân dân');
    await page.getByRole('button', { name: 'Bỏ lọc' }).click();
    await expect(page).toHaveURL(/\/registrations$/u);
    await expect(page.getByRole('button', { name: 'Bỏ lọc' })).toHaveCount(0);

    // From every page a unit is found, too, and a paper by its number; and one gets there.
    const everywhere = page.getByRole('searchbox', { name: 'Tìm mô hình, số văn bản, đơn vị' });
    await everywhere.fill('xa duc thinh');
    await everywhere.press('Enter');
    await page.getByRole('main').getByRole('link', { name: 'Xã Đức Thịnh', exact: true }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Xã Đức Thịnh' })).toBeVisible();
    const book = await page.request.get('/api/decisions?limit=50');
    const { items } = (await book.json()) as {
      readonly items: readonly { id: string; numberText: string | null; issuedOn: string | null }[];
    };
    const issued = items.find(({ numberText }) => numberText !== null);
    await everywhere.fill(issued?.numberText ?? '');
    await everywhere.press('Enter');
    const hit = page.getByRole('main').locator(`a[href="/decisions/${issued?.id ?? ''}"]`);
    // The same number is given out anew each year.
    await expect(hit).toContainText((issued?.issuedOn ?? '').split('-').toReversed().join('/'));
    await hit.click();
    await expect(page).toHaveURL(new RegExp(`/decisions/${issued?.id ?? ''}$`, 'u'));
    await expect(page.getByRole('main')).toContainText(issued?.numberText ?? '');
  });
});

test('a typical model is taken up in a form that knows its source', async ({ page }) => {
  await signIn(page, 'unit-officer');
  await page.goto('/models');
  const model = page.getByRole('row').filter({ hasText: 'Hội Nông dân phường Trần Phú' }).first();
  const name = await model.getByRole('link').first().innerText();
  await model.getByRole('link', { name: 'Nhân rộng' }).click();
  await expect(page.getByRole('radio', { name: 'nhân rộng' })).toBeChecked();
  await expect(page.getByTitle(name)).toBeVisible();
});
