import type { Browser, Locator, Page } from '@playwright/test';
import { faults, OFFICE, PHONE, sideways } from './support/accessible.ts';
import { typedDay } from './support/api.ts';
import { formLookedAt } from './support/forms-looked-at.ts';
import { expect, pageOf, test } from './support/index.ts';

interface Listed {
  readonly items: readonly { readonly id: string; readonly name: string; readonly unitId: string }[];
}

/** What the api answers to the person of a page. */
const ask = async <T>(page: Page, path: string): Promise<T> =>
  (await (await page.request.get(`/api${path}`)).json()) as T;

/** A model whose unit has asked for recognition: the neighbouring unit's, which no other test acts on. */
const requested = async (browser: Browser): Promise<{ readonly id: string; readonly name: string }> => {
  const head = await pageOf(browser, 'other-head');
  const me = await ask<{ readonly appointments: readonly { readonly unitId: string }[] }>(head, '/session');
  const unit = me.appointments[0]?.unitId ?? '';
  const { items } = await ask<Listed>(head, `/registrations?status=IN_PROGRESS&unit=${unit}`);
  const model = items.find(({ unitId }) => unitId === unit);
  if (model === undefined) throw new Error('The neighbouring unit has no model under way.');
  const headers = { 'x-kheo-client': 'test' };
  const { documents, criteria } = await ask<{
    readonly documents: readonly { readonly kind: string }[];
    readonly criteria: readonly { readonly code: string }[];
  }>(head, `/registrations/${model.id}/requirements`);
  const evidenceIds: string[] = [];
  for (const { kind } of documents) {
    const file = { name: `${kind}.txt`, mimeType: 'text/plain', buffer: Buffer.from(`${kind} ${model.id}`) };
    const added = await head.request.post('/api/evidence', { headers, multipart: { unitId: unit, kind, file } });
    evidenceIds.push(((await added.json()) as { readonly id: string }).id);
  }
  const results = criteria.map(({ code }) => ({ criterion: code, result: 'Đã có 88 hộ tham gia.' }));
  const data = { evidenceIds, results };
  const asked = await head.request.post(`/api/registrations/${model.id}/request-recognition`, { headers, data });
  expect(asked.ok()).toBe(true);
  await head.context().close();
  return model;
};

const act = async (page: Page, name: string): Promise<void> => {
  await page.getByRole('region', { name: 'Việc có thể làm' }).getByRole('link', { name, exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(name);
  await formLookedAt(page);
};

const send = async (page: Page, name: string): Promise<void> => {
  await page.getByRole('button', { name, exact: true }).click();
  await expect(page.getByText(`Đã xong: ${name}`)).toBeVisible();
};

/** A form that is open to nobody in the sample: it has no fault, and does not scroll sideways on a phone. */
const looked = async (page: Page, what: string): Promise<void> => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  expect.soft(await faults(page), what).toEqual([]);
  await page.setViewportSize(PHONE);
  expect.soft(await sideways(page), `${what} on a phone`).toBeLessThanOrEqual(0);
  await page.setViewportSize(OFFICE);
};

/** Opens it together with one that is too late: what would become of each is told first, and nothing is done by that. */
const openedForMany = async (browser: Browser, id: string): Promise<Page> => {
  const body = await pageOf(browser, 'standing-body');
  const statusOf = async () => (await ask<{ readonly status: string }>(body, `/registrations/${id}`)).status;
  await body.goto('/registrations?status=RECOGNITION_REQUESTED');
  const { items } = await ask<Listed>(body, '/registrations?status=RECOGNITION_REQUESTED');
  for (const each of [id, items.at(-1)?.id ?? '']) {
    await body.locator(`tr[data-row-key="${each}"]`).getByRole('checkbox').check();
  }
  await body.getByRole('link', { name: 'Lập tổ thẩm định' }).first().click();
  const team = body.getByRole('group', { name: 'Thành viên tổ thẩm định' });
  await expect(team.getByRole('checkbox').first()).toBeVisible();
  for (const language of ['en', 'vi'] as const) {
    await body.evaluate((spoken) => localStorage.setItem('kheo.language', spoken), language);
    await body.reload();
    await expect(body.locator('main form').getByRole('checkbox').first()).toBeVisible();
    await looked(body, `a team for many (${language})`);
  }
  for (const member of await team.getByRole('checkbox', { disabled: false }).all()) await member.check();
  await body.getByLabel('Hạn thẩm định').fill(typedDay(14));
  await body.keyboard.press('Tab');
  await body.getByRole('button', { name: 'Kiểm tra trước' }).click();
  await expect(body.getByText('Nếu gửi bây giờ: 1 mục làm được, 1 mục không được.')).toBeVisible();
  await expect(body.getByRole('listitem').filter({ hasText: 'Thời hạn thẩm định của đợt là' })).toBeVisible();
  expect(await statusOf()).toBe('RECOGNITION_REQUESTED');
  await body.getByRole('button', { name: 'Lập tổ thẩm định cho 2 mục' }).click();
  await expect(body.getByText('Xong 1, bỏ ra 1, còn 0.')).toBeVisible();
  await expect.poll(statusOf).toBe('UNDER_APPRAISAL');
  return body;
};

const DECLARE = 'Khai báo lợi ích liên quan';

/** What a sheet comes to is seen on a phone while its last line is filled in. */
const staysInSight = async (page: Page, total: Locator): Promise<void> => {
  const size = page.viewportSize();
  await page.setViewportSize(PHONE);
  await page.getByRole('textbox', { name: /^5\./u }).focus();
  await expect(total).toBeInViewport();
  await page.getByRole('textbox', { name: /^3\./u }).focus();
  if (size) await page.setViewportSize(size);
};

test('an appraisal: the team, interest declared first, sheets by keyboard, the conclusion and the vote', async ({
  browser,
}) => {
  test.setTimeout(240_000);
  const { id, name } = await requested(browser);
  const at = `/registrations/${id}`;

  let body = await pageOf(browser, 'standing-body');
  await body.goto(at);
  await act(body, 'Lập tổ thẩm định');
  await expect(body.getByText('Quy định cần ít nhất 3 người.')).toBeVisible();
  await expect(body.getByRole('checkbox').first()).toBeVisible();
  for (const box of await body.getByRole('checkbox', { disabled: false }).all()) await box.check();
  await expect(body.getByText('Đủ số người theo quy định')).toBeVisible();
  await expect(body.getByText(`– ${name}.`)).toBeVisible();
  await body.close();
  body = await openedForMany(browser, id);

  for (const who of ['appraiser-1', 'appraiser-2', 'appraiser-3']) {
    const page = await pageOf(browser, who);
    const told: string[] = [];
    await page.route(/\/api\/(?:registrations|models|evidence)\//u, async (route) => {
      const response = await route.fetch();
      told.push(await response.text());
      await route.fulfill({ response });
    });

    // C7: before interest is declared nothing of the dossier is fetched, and nothing is in the page.
    await page.goto(at);
    await expect(page.getByText('Hồ sơ chưa được tải về máy này.')).toBeVisible();
    await page.waitForLoadState('networkidle');
    await page.goto(`${at}/do/score`);
    await expect(page.getByRole('link', { name: 'Khai báo lợi ích liên quan' })).toBeVisible();
    await page.waitForLoadState('networkidle');
    expect(told.join('\n')).toContain(name);
    expect(told.join('\n')).not.toContain('88 hộ');
    expect(await page.content()).not.toContain('88 hộ');
    await page.unrouteAll({ behavior: 'wait' });

    await page.goto(`${at}/do/declare-interest`);
    await page.getByLabel('Tôi không có xung đột lợi ích với mô hình này').check();
    await send(page, DECLARE);

    // The sheet, without a mouse.
    await page.goto(`${at}/do/score`);
    await expect(page.getByText('Đã có 88 hộ tham gia.').first()).toBeVisible();
    if (who === 'appraiser-1') await looked(page, 'the sheet');
    const first = page.getByRole('textbox', { name: /^1\./u });
    await first.focus();
    for (const points of ['18', '99', '0', '21', '12']) {
      await page.keyboard.type(points);
      await page.keyboard.press('Enter');
    }
    await expect(page.getByText('Chỉ nhận số nguyên từ 0 đến 20')).toBeVisible();
    await expect(page.getByText('Tiêu chí bắt buộc không có điểm')).toBeVisible();
    await page.keyboard.press('Enter'); // On the button: it is refused, and the summary takes the focus.
    await page.getByRole('alert').getByRole('link', { name: 'Chưa có điểm hợp lệ' }).press('Enter');
    await expect(page.getByRole('textbox', { name: /^2\./u })).toBeFocused();
    await page.keyboard.type('17');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.type('17');
    await expect(page.getByText('85 / 100 điểm')).toBeVisible();
    if (who === 'appraiser-2') await staysInSight(page, page.getByText('85 / 100 điểm'));
    for (let line = 3; line <= 5; line += 1) await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await expect(page.getByText('Đã xong: Chấm điểm')).toBeVisible();
    await page.context().close();
  }

  await body.goto(at);
  await act(body, 'Kết luận thẩm định');
  await expect(body.getByText('3 trên 3 thành viên đã chấm')).toBeVisible();
  // What it is concluded on: the sheets, the pass mark, the files.
  await expect(body.getByRole('group', { name: 'Phiếu chấm điểm' }).getByRole('row').last()).toHaveText(
    /^Tổng(85){3}$/u,
  );
  await expect(body.getByText('Điểm đạt: 70')).toBeVisible();
  await expect(body.getByText('RESULT_REPORT.txt').first()).toBeVisible();
  await looked(body, 'the conclusion');
  await expect(body.getByText(`– ${name}.`)).toBeVisible();
  await body.getByLabel('Ngày đi thực tế').fill(typedDay(-3));
  await body.keyboard.press('Tab');
  const minutes = { name: 'Biên bản thẩm định.txt', mimeType: 'text/plain', buffer: Buffer.from(`Biên bản ${id}`) };
  await body.locator('input[type=file]').setInputFiles(minutes);
  await expect(body.getByRole('link', { name: minutes.name })).toBeVisible();
  await send(body, 'Kết luận thẩm định');
  await expect(body.getByText('Đạt, Tốt: 85 điểm, điểm đạt 70')).toBeVisible();

  const council = await pageOf(browser, 'council-1');
  await council.goto(`${at}/do/attend-council`);
  await expect(council.getByText('Quy định: ít nhất 75 % thành viên bỏ phiếu')).toBeVisible();

  await act(body, 'Ghi kết quả bỏ phiếu');
  // What was voted on: the points that each gave, and the files with the minutes.
  await expect(body.getByText('Đạt, Tốt: 85 điểm, điểm đạt 70')).toBeVisible();
  await expect(body.getByRole('group', { name: 'Kết quả thẩm định' }).getByRole('row').last()).toHaveText(
    /^Tổng(85){4}$/u,
  );
  await expect(body.getByText(minutes.name).first()).toBeVisible();
  await looked(body, 'the vote');
  const type = async (counts: Readonly<Record<string, string>>): Promise<void> => {
    for (const [label, count] of Object.entries(counts)) await body.getByLabel(label, { exact: true }).fill(count);
    await body.keyboard.press('Tab');
  };
  const heights = await body
    .getByLabel(/^Phiếu (?:đồng ý|không đồng ý|trắng)/u)
    .evaluateAll((all) => all.map((each) => each.getBoundingClientRect().top));
  expect(heights).toEqual([heights[0], heights[0], heights[0]]);
  await body.getByLabel('Ngày họp').fill(typedDay(0));
  await body.keyboard.press('Tab');
  await type({ 'Số thành viên hội đồng': '5', 'Số người có mặt': '5', 'Phiếu đồng ý': '3' });
  await type({ 'Phiếu không đồng ý': '2', 'Phiếu trắng hoặc không hợp lệ': '0' });
  await expect(body.getByText('3/5 phiếu đồng ý = 60 %, cần ít nhất 70 %: chưa đạt tỷ lệ.')).toBeVisible();
  await expect(body.getByText('Kết quả bỏ phiếu: không đạt')).toBeVisible();
  // Of numbers that cannot be nothing is computed.
  await type({ 'Phiếu đồng ý': '4' });
  await expect(body.getByText(/phiếu đồng ý = /u)).toHaveCount(0);
  await expect(body.getByText(/^Kết quả bỏ phiếu:/u)).toHaveCount(0);
  await type({ 'Phiếu đồng ý': '4', 'Phiếu không đồng ý': '1' });
  await expect(body.getByText('4/5 phiếu đồng ý = 80 %, cần ít nhất 70 %: đạt tỷ lệ.')).toBeVisible();
  await send(body, 'Ghi kết quả bỏ phiếu');
  await expect(body.getByRole('region', { name: 'Thẩm định và bỏ phiếu' })).toContainText('Kết quả bỏ phiếu: đạt');
});
