import type { Page } from '@playwright/test';
import { accountFor, typedDay } from './support/api.ts';
import { formLookedAt } from './support/forms-looked-at.ts';
import { mouse } from './support/hands.ts';
import { expect, pageOf, test } from './support/index.ts';
import { wholeLife } from './support/whole-life.ts';

test('the whole life of a model on a phone, from a draft to a certificate, by those whose work it is', async ({
  browser,
}) => {
  test.setTimeout(240_000);
  await wholeLife({
    browser,
    hands: mouse,
    commune: 'Xã An Lạc',
    unit: 'Hội Liên hiệp Phụ nữ xã An Lạc',
    model: `Ngõ nhỏ nở hoa ${Date.now()}`,
    viewport: { width: 390, height: 844 },
  });
});

const send = async (page: Page, button: string): Promise<void> => {
  await page.getByRole('button', { name: button, exact: true }).click();
  await expect(page.getByText(`Đã xong: ${button}`, { exact: true })).toBeVisible();
};

/** A button may call a command shorter than its page does. */
const begin = async (page: Page, button: string, command = button): Promise<void> => {
  await page.getByRole('link', { name: button, exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(`${command}: `);
  await formLookedAt(page);
};

/** From the board to the half-year report of a unit. */
const open = async (page: Page, unit: string, kind: 'Báo cáo' | 'Báo cáo tổng hợp'): Promise<void> => {
  await page.getByRole('link', { name: 'Báo cáo', exact: true }).click();
  await page.getByRole('combobox', { name: 'Kỳ báo cáo' }).click();
  await page.getByTitle(/^06 tháng đầu năm/u).click();
  const row = page.getByRole('row').filter({ has: page.getByRole('link', { name: unit, exact: true }) });
  await row
    .filter({ hasText: `${kind} 06 tháng` })
    .getByRole('link')
    .click();
  await expect(
    page.getByRole('heading', { level: 1, name: new RegExp(`^${kind} 06 tháng.*: ${unit}$`, 'u') }),
  ).toBeVisible();
};

const status = (page: Page) => page.locator('.page-title .status');

test('a half-year report goes from a unit to its commune, back and again, into a total that names who is missing, and is closed', async ({
  browser,
}) => {
  test.setTimeout(180_000);
  const [commune, child, missing] = [
    'Phường Trần Phú',
    'Hội Liên hiệp Phụ nữ phường Trần Phú',
    'Hội Nông dân phường Trần Phú',
  ];
  const unit = await pageOf(browser, await accountFor(child, 'UNIT_OFFICER'));
  const receiver = await pageOf(browser, await accountFor(commune, 'STANDING_BODY_OFFICER'));
  const province = await pageOf(browser, 'standing-body');
  const report = async (women: string): Promise<void> => {
    await begin(unit, 'Nộp báo cáo');
    await unit.getByLabel('Số buổi tuyên truyền, vận động').fill('12');
    await unit.getByLabel('Lượt người tham gia: nam', { exact: true }).fill('1000');
    await unit.getByLabel('Lượt người tham gia: nữ', { exact: true }).fill(women);
    await unit.getByLabel('Nội dung báo cáo').fill('Mỗi thôn một buổi.');
    await send(unit, 'Nộp báo cáo');
    await expect(status(unit)).toHaveText('Đã nộp');
  };

  await test.step('the unit submits, the commune returns it with a reason', async () => {
    await open(unit, child, 'Báo cáo');
    await report('20000');
    await open(receiver, child, 'Báo cáo');
    await begin(receiver, 'Trả lại báo cáo');
    await receiver.getByLabel('Lý do trả lại').fill('Số lượt nữ thừa một chữ số 0.');
    await receiver.getByLabel('Hạn gửi lại').fill(typedDay(7));
    await receiver.keyboard.press('Tab');
    await send(receiver, 'Trả lại báo cáo');
    await expect(status(unit)).toHaveText('Trả lại để sửa');
    await expect(unit.getByText('Số lượt nữ thừa một chữ số 0.').first()).toBeVisible();
  });

  await test.step('the unit submits again, the commune approves', async () => {
    await report('2000');
    await expect(receiver.getByRole('row', { name: /^Tổng lượt người tham gia/u })).toContainText('3.000');
    await begin(receiver, 'Duyệt báo cáo');
    await send(receiver, 'Duyệt báo cáo');
    await expect(status(unit)).toHaveText('Đã duyệt');
  });

  await test.step('the commune sums what it approved, names who is missing, and submits', async () => {
    await open(receiver, commune, 'Báo cáo tổng hợp');
    await begin(receiver, 'Tổng hợp báo cáo');
    await expect(receiver.getByText('Tổng hợp lúc này thì được 4/5 báo cáo.')).toBeVisible();
    await expect(receiver.getByRole('listitem').filter({ hasText: missing })).toContainText('Đã nộp');
    await send(receiver, 'Tổng hợp báo cáo');
    await begin(receiver, 'Nộp báo cáo');
    await receiver.getByLabel('Nội dung báo cáo').fill('Còn một đơn vị chưa được duyệt.');
    await send(receiver, 'Nộp báo cáo');
    await expect(receiver.getByText('Đã tổng hợp 4/5 báo cáo', { exact: false })).toBeVisible();
    await expect(status(unit)).toHaveText('Đã tổng hợp');
  });

  await test.step('the province approves the total and closes it', async () => {
    await open(province, commune, 'Báo cáo tổng hợp');
    await begin(province, 'Duyệt báo cáo');
    await expect(province.getByRole('listitem').filter({ hasText: missing }).first()).toBeVisible();
    await send(province, 'Duyệt báo cáo');
    await begin(province, 'Khóa báo cáo');
    await send(province, 'Khóa báo cáo');
    await expect(status(receiver)).toHaveText('Đã khóa');
  });
});
