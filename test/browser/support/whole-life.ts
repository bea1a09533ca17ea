import type { Browser, Locator, Page, ViewportSize } from '@playwright/test';
import { accountFor, cycleWithoutWaiting, typedDay } from './api.ts';
import { formLookedAt } from './forms-looked-at.ts';
import type { Hands, Paper } from './hands.ts';
import { expect, PASSWORD, test } from './index.ts';

interface Life {
  readonly browser: Browser;
  readonly hands: Hands;
  /** Whose model it is: nobody else's test acts on it. */
  readonly commune: string;
  readonly unit: string;
  readonly model: string;
  /** How much of a page is seen at once. */
  readonly viewport: ViewportSize;
}

/** As a button calls it, and as its page does. */
const DECLARE = 'Khai báo lợi ích liên quan';

const paper = (name: string, of: string): Paper => ({
  name: `${name}.txt`,
  mimeType: 'text/plain',
  buffer: Buffer.from(`${name} ${of}`),
});

const main = (page: Page): Locator => page.getByRole('main');

/** What a person does on any page, with their hands. */
const workingWith = ({ hands, model, viewport }: Pick<Life, 'hands' | 'model' | 'viewport'>) => {
  const button = (page: Page, name: string): Locator => main(page).getByRole('button', { name, exact: true });
  const link = (page: Page, name: string): Locator => main(page).getByRole('link', { name, exact: true }).first();
  return {
    ...hands,
    /** Signs in, in a browser of their own. */
    comes: async (browser: Browser, username: string): Promise<Page> => {
      const page = await (
        await browser.newContext({ baseURL: process.env.KHEO_URL, locale: 'vi-VN', viewport })
      ).newPage();
      await page.goto('/');
      await hands.write(page.getByLabel('Tên đăng nhập'), username);
      await hands.write(page.getByLabel('Mật khẩu', { exact: true }), PASSWORD);
      await hands.press(page.getByRole('button', { name: 'Đăng nhập' }));
      await expect(page.getByRole('heading', { level: 1, name: 'Việc của tôi' })).toBeVisible();
      return page;
    },
    /** Found by its name from wherever one is. */
    find: async (page: Page, name = model): Promise<void> => {
      await hands.toSearch(page);
      await page.keyboard.press('Control+A');
      await page.keyboard.type(name);
      await page.keyboard.press('Enter');
      await hands.press(link(page, name));
      await expect(page.getByRole('heading', { level: 1, name, exact: true })).toBeVisible();
    },
    room: async (page: Page, name: string): Promise<void> => {
      const folded = page.getByRole('button', { name: 'Mục lục' });
      if (await folded.isVisible()) await hands.press(folded);
      await hands.press(
        page.getByRole('navigation', { name: 'Các mục chính' }).getByRole('link', { name, exact: true }),
      );
    },
    follow: (page: Page, name: string): Promise<void> => hands.press(link(page, name)),
    button: (page: Page, name: string): Promise<void> => hands.press(button(page, name)),
    /** From the thing to the form of what can be done with it. */
    begin: async (page: Page, act: string, command = act): Promise<void> => {
      const link = page.getByRole('region', { name: 'Việc có thể làm' }).getByRole('link', { name: act, exact: true });
      await link.waitFor();
      // What arrives above it may move it away under the hand, which presses once more.
      await expect(async () => {
        if (await link.isVisible()) await hands.press(link);
        await expect(page.getByRole('heading', { level: 1 })).toContainText(`${command}: `, { timeout: 5_000 });
      }).toPass();
      await formLookedAt(page);
    },
    send: async (page: Page, act: string): Promise<void> => {
      await hands.press(button(page, act));
      await expect(page.getByText(`Đã xong: ${act}`, { exact: true })).toBeVisible();
    },
    file: async (page: Page | Locator, name: string, of = model): Promise<void> => {
      await hands.attach(page.getByRole('button').filter({ hasText: 'Chọn tệp…' }).first(), paper(name, of));
      await expect(page.getByRole('link', { name: `${name}.txt` })).toBeVisible();
    },
  };
};

/**
 * The whole life of a model, from a draft to a certificate, by all whose work it is, each in a browser of their own and
 * through the pages only. The page of the unit stands open and tells each status by itself.
 */
export const wholeLife = async ({ browser, hands, commune, unit, model, viewport }: Life): Promise<void> => {
  const cycle = await cycleWithoutWaiting(commune);
  const { write, tick, choose, ...work } = workingWith({ hands, model, viewport });
  const officer = await work.comes(browser, await accountFor(unit, 'UNIT_OFFICER'));
  const head = await work.comes(browser, await accountFor(unit, 'UNIT_HEAD'));
  const body = await work.comes(browser, 'standing-body');
  const signer = await work.comes(browser, 'signer');
  const told = (status: string) =>
    test.step(`the page of the unit tells: ${status}`, () =>
      expect(main(officer).locator('.page-title .status')).toHaveText(status, { ignoreCase: true }));

  await test.step('the officer drafts the registration; what is missing is said and takes the focus', async () => {
    await work.room(officer, 'Sổ đăng ký');
    await work.follow(officer, 'Lập bản đăng ký');
    await expect(officer.getByRole('heading', { level: 1, name: 'Lập bản đăng ký' })).toBeVisible();
    await choose(officer.getByRole('combobox', { name: 'Đợt thi đua' }), cycle);
    await work.button(officer, 'Lập bản đăng ký');
    const faults = officer.getByRole('alert').filter({ hasText: 'chỗ cần sửa' });
    await expect(faults).toBeFocused();
    await hands.press(faults.getByRole('link', { name: 'Tên mô hình: chưa nhập' }));
    await expect(officer.getByLabel('Tên mô hình')).toBeFocused();
    await write(officer.getByLabel('Tên mô hình'), model);
    await tick(officer.getByRole('radio', { name: 'tập thể' }));
    await choose(officer.getByRole('combobox', { name: 'Lĩnh vực' }), 'Kinh tế');
    for (const item of ['Thực trạng và lý do', 'Mục tiêu và tiêu chí đánh giá', 'Nội dung và cách làm'])
      await write(officer.getByLabel(item), `${item}: 80 hộ cùng làm.`);
    await write(officer.getByLabel('Thời gian, tiến độ và ngày đánh giá'), 'Từ nay đến hết quý sau.');
    await work.send(officer, 'Lập bản đăng ký');
    await told('dự thảo');
  });

  await test.step('the head submits, the standing body accepts', async () => {
    await work.find(head);
    await work.begin(head, 'Nộp đăng ký');
    await work.send(head, 'Nộp đăng ký');
    await told('đã nộp');
    await work.find(body);
    await work.begin(body, 'Tiếp nhận đăng ký');
    await work.send(body, 'Tiếp nhận đăng ký');
    await told('đã đăng ký');
    await expect(officer.getByRole('region', { name: 'Nhật ký' })).toContainText('Tiếp nhận đăng ký mô hình');
  });

  await test.step('the head begins, the officer records progress with evidence', async () => {
    await work.begin(head, 'Bắt đầu thực hiện');
    await write(head.getByLabel('Kế hoạch thực hiện'), 'Ba đợt, mỗi đợt một thôn.');
    await work.send(head, 'Bắt đầu thực hiện');
    await told('đang thực hiện');
    await work.begin(officer, 'Ghi tiến độ');
    await write(officer.getByLabel('Kết quả đã làm được'), 'Đã có 88 hộ tham gia.');
    await work.file(officer, 'Ảnh trước và sau');
    await work.send(officer, 'Ghi tiến độ');
    await expect(officer.getByRole('region', { name: 'Tiến độ' })).toContainText('Đã có 88 hộ tham gia.');
  });

  await test.step('the head asks for recognition', async () => {
    await work.begin(head, 'Đề nghị công nhận');
    const results = head.getByRole('group', { name: 'Kết quả theo từng tiêu chí' }).getByRole('textbox');
    await expect(results).toHaveCount(5);
    // The papers are told with the rest, and no longer once they are there. Until it is known which are asked for none is.
    await expect(head.getByRole('complementary').getByText('chưa có')).toHaveCount(2);
    await work.button(head, 'Đề nghị công nhận');
    const faults = head.getByRole('alert').filter({ hasText: 'Còn 6 chỗ cần sửa' });
    await expect(faults).toContainText('Còn thiếu tài liệu: báo cáo kết quả, văn bản xác nhận.');
    for (const result of await results.all()) await write(result, 'Đạt, có danh sách kèm theo.');
    for (const kind of ['báo cáo kết quả', 'văn bản xác nhận']) {
      await choose(head.getByRole('combobox', { name: 'Loại tài liệu' }), kind);
      await work.file(head, kind);
    }
    await expect(head.getByRole('complementary').getByText('chưa có')).toHaveCount(0);
    await expect(head.getByText('Còn thiếu tài liệu')).toHaveCount(0);
    await work.send(head, 'Đề nghị công nhận');
    await told('đề nghị công nhận');
  });

  await test.step('a team of three is chosen; each declares and scores', async () => {
    await work.begin(body, 'Lập tổ thẩm định');
    await expect(body.getByRole('checkbox').first()).toBeVisible();
    for (const box of await body.getByRole('checkbox', { disabled: false }).all()) await tick(box);
    await write(body.getByLabel('Hạn thẩm định'), typedDay(15));
    await work.send(body, 'Lập tổ thẩm định');
    await told('đang thẩm định');
    for (const who of ['appraiser-1', 'appraiser-2', 'appraiser-3']) {
      const appraiser = await work.comes(browser, who);
      await work.find(appraiser);
      await work.begin(appraiser, DECLARE);
      await tick(appraiser.getByRole('radio', { name: 'Tôi không có xung đột lợi ích với mô hình này' }));
      await work.send(appraiser, DECLARE);
      await work.begin(appraiser, 'Chấm điểm');
      const points = appraiser.getByRole('table').getByRole('textbox');
      for (const [place, given] of ['18', '17', '17', '21', '12'].entries()) await write(points.nth(place), given);
      await expect(appraiser.getByText('85 / 100 điểm')).toBeVisible();
      await work.send(appraiser, 'Chấm điểm');
      await appraiser.context().close();
    }
  });

  await test.step('the appraisal is concluded on its minutes, and the council votes', async () => {
    await work.begin(body, 'Kết luận thẩm định');
    await write(body.getByLabel('Ngày đi thực tế'), typedDay(0));
    await work.file(body, 'Biên bản thẩm định');
    await work.send(body, 'Kết luận thẩm định');
    await told('đã thẩm định');
    await work.begin(body, 'Ghi kết quả bỏ phiếu');
    await write(body.getByLabel('Ngày họp'), typedDay(0));
    const counts = {
      'Số thành viên hội đồng': '5',
      'Số người có mặt': '5',
      'Phiếu đồng ý': '4',
      'Phiếu không đồng ý': '1',
    };
    for (const [label, count] of Object.entries({ ...counts, 'Phiếu trắng hoặc không hợp lệ': '0' }))
      await write(body.getByLabel(label, { exact: true }), count);
    await expect(body.getByText('4/5 phiếu đồng ý = 80 %, cần ít nhất 70 %: đạt tỷ lệ.')).toBeVisible();
    await work.file(body, 'Biên bản kiểm phiếu');
    await work.send(body, 'Ghi kết quả bỏ phiếu');
    await expect(officer.getByText('Kết quả bỏ phiếu: đạt')).toBeVisible();
  });

  /** Drafted and frozen by the standing body, signed by somebody else, watched until it has arrived. */
  const decide = async (act: RegExp, item: string): Promise<string> => {
    const title = `Quyết định về ${model}: ${item}`;
    await work.room(body, 'Sổ quyết định');
    await work.follow(body, 'Soạn quyết định');
    await tick(body.getByRole('radio', { name: act }));
    await write(body.getByRole('textbox', { name: 'Tìm theo tên' }), item);
    await tick(body.getByRole('checkbox', { name: item, exact: true }));
    await write(body.getByLabel('Trích yếu'), title);
    await work.send(body, 'Soạn quyết định');
    await work.begin(body, 'Chốt danh sách');
    await work.send(body, 'Chốt danh sách');
    await work.find(signer, title);
    await work.begin(signer, 'Ký ban hành, cấp số');
    await write(signer.getByLabel('Ngày ban hành'), typedDay(0));
    await expect(signer.getByRole('complementary')).toContainText(/\d+-QĐ\/TU/u);
    await work.send(signer, 'Ký ban hành, cấp số');
    await expect(signer.getByText('1 mục đã áp dụng')).toBeVisible();
    // Another test may have taken the number that was shown before.
    const issued = await signer.request.get(`/api${new URL(signer.url()).pathname}`);
    return ((await issued.json()) as { readonly numberText: string }).numberText;
  };

  await test.step('the decision is drafted, frozen, signed by somebody else, and arrives', async () => {
    const number = await decide(/^Công nhận/u, model);
    await told('được công nhận');
    await expect(main(officer).getByRole('link', { name: number }).first()).toBeVisible();
  });

  await test.step('the unit proposes a commendation, which is verified, reviewed, submitted and awarded', async () => {
    const household = `Hộ ông Hòa, ${model}`;
    await work.room(officer, 'Khen thưởng');
    await work.follow(officer, 'Đề nghị khen thưởng');
    await tick(officer.getByRole('radio', { name: 'Mô hình được công nhận' }));
    await choose(officer.getByRole('combobox', { name: /Mô hình được công nhận/u }), model);
    await tick(officer.getByRole('radio', { name: 'Hộ gia đình' }));
    await write(officer.getByLabel('Họ và tên chủ hộ'), household);
    await tick(officer.getByRole('radio', { name: 'Giấy khen' }));
    await tick(officer.getByRole('radio', { name: /^Phong trào/u }));
    for (const kind of ['tờ trình', 'báo cáo thành tích', 'biên bản'])
      await work.file(officer.getByRole('region', { name: kind, exact: true }), kind, `khen thưởng ${model}`);
    await work.send(officer, 'Đề nghị khen thưởng');
    await told('đã đề nghị');
    await work.find(body, household);
    await work.begin(body, 'Thẩm tra thành tích');
    await write(body.getByLabel('Kết quả thẩm tra'), 'Đúng đối tượng, hồ sơ đầy đủ.');
    await work.send(body, 'Thẩm tra thành tích');
    await told('đã thẩm tra');
    await work.begin(body, 'Ghi ý kiến hội đồng');
    await tick(body.getByRole('radio', { name: 'Hội đồng nhất trí đề nghị' }));
    await write(body.getByLabel('Ý kiến'), 'Hội đồng nhất trí.');
    await work.file(body, 'Biên bản họp hội đồng');
    await work.send(body, 'Ghi ý kiến hội đồng');
    await told('hội đồng đã xét');
    await work.begin(body, 'Trình cấp có thẩm quyền');
    await choose(body.getByRole('combobox', { name: 'Trình cơ quan' }), 'Tỉnh Minh Họa');
    await work.send(body, 'Trình cấp có thẩm quyền');
    await told('đã trình');
    await decide(/^Khen thưởng/u, household);
    await told('được khen thưởng');
  });
};
