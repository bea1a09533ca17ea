import type { Page } from '@playwright/test';
import {
  accountFor,
  apiOf,
  cycleWithoutWaiting,
  inDays,
  type Api,
  typedDay,
  unitNamed,
  yearsOfReports,
} from './support/api.ts';
import { formLookedAt } from './support/forms-looked-at.ts';
import { expect, pageOf, test } from './support/index.ts';

interface Row {
  readonly id: string;
  readonly name: string;
  readonly unitId: string;
  readonly unitName: string;
}

interface Reward {
  readonly id: string;
  readonly registrationId: string | null;
  readonly registrationName: string | null;
  readonly achievementRevoked: string | null;
}

interface Origin {
  readonly originId: string | null;
  readonly sourceRevoked: string | null;
}

/** What is done seldom: who does it with what, by which button, and what the page tells afterwards. */
interface Seldom {
  readonly who: string;
  readonly at: string;
  readonly button: string;
  readonly fill?: (page: Page) => Promise<void>;
  readonly told: string | RegExp;
  /** Nothing undoes it: the form says so before. */
  readonly final?: boolean;
}

const COMMUNE = 'Xã Đức Thịnh';

const write = (label: string, text: string) => async (page: Page) => {
  await page.getByLabel(label, { exact: true }).fill(text);
  await page.keyboard.press('Tab');
};

const choose = async (page: Page, label: string, option: string): Promise<void> => {
  await page.getByRole('combobox', { name: label }).click();
  await page
    .locator('.ant-select-dropdown:visible .ant-select-item-option')
    .filter({ hasText: option })
    .first()
    .click();
};

const all =
  (...steps: readonly ((page: Page) => Promise<void>)[]) =>
  async (page: Page) => {
    for (const step of steps) await step(page);
  };

test('what is done seldom has its form too, and the page tells what came of it', async ({ browser }) => {
  test.setTimeout(240_000);
  const cycle = await cycleWithoutWaiting(COMMUNE);
  await cycleWithoutWaiting('Phường Trần Phú');
  const body = await apiOf('standing-body');
  const { id: commune } = await unitNamed(body, COMMUNE);
  const some = async (status: string): Promise<readonly Row[]> =>
    (await body.get<{ items: readonly Row[] }>(`/registrations?unit=${commune}&status=${status}&limit=50`)).items;
  const nth = async (status: string, place = 0): Promise<Row> => {
    const row = (await some(status))[place];
    if (row === undefined) throw new Error(`${COMMUNE} has no ${status}.`);
    return row;
  };
  const reportAt = async (query: string, unitName: string): Promise<string> => {
    const { items } = await body.get<{ items: readonly Row[] }>(`/reports?limit=200&${query}`);
    return `/reports/${items.find((each) => each.unitName === unitName)?.id ?? ''}`;
  };

  const pages = new Map<string, Page>();
  const pageFor = async (who: string): Promise<Page> => {
    const page = pages.get(who) ?? (await pageOf(browser, who));
    pages.set(who, page);
    return page;
  };
  const give = ({ who, at, button, fill, told, final = false }: Seldom): Promise<void> =>
    test.step(button, async () => {
      const page = await pageFor(who);
      await page.goto(at);
      await page
        .getByRole('region', { name: 'Việc có thể làm' })
        .getByRole('link', { name: button, exact: true })
        .click();
      await expect(page.getByRole('button', { name: button, exact: true })).toBeVisible();
      await formLookedAt(page);
      await expect(page.getByRole('alert').filter({ hasText: 'không hoàn tác được' })).toHaveCount(final ? 1 : 0);
      await fill?.(page);
      await page.getByRole('button', { name: button, exact: true }).click();
      await expect(page.getByText(/^Đã xong: /u)).toBeVisible();
      await expect(page).toHaveURL(new RegExp(`${at}$`, 'u'));
      await expect(page.getByRole('main').getByText(told).first()).toBeVisible();
    });

  const registered = await nth('REGISTERED');
  const at = `/registrations/${registered.id}`;
  const inspector = 'inspector';
  for (const kind of ['Đôn đốc', 'Kiểm tra', 'Giám sát'])
    await give({
      final: true,
      ...{ who: inspector, at, button: 'Ghi kết quả kiểm tra' },
      fill: all(
        (page) => page.getByRole('radio', { name: kind }).check(),
        write('Kết quả, nhận xét', `${kind}: chưa có sổ theo dõi.`),
        write('Hạn khắc phục', typedDay(20)),
      ),
      told: `${kind}: chưa có sổ theo dõi.`,
    });
  await give({
    final: true,
    ...{ who: await accountFor(registered.unitName, 'UNIT_OFFICER'), at, button: 'Chuyển sang đợt sau' },
    // The cycle of a neighbouring commune is not offered.
    fill: async (page) => {
      await page.getByRole('combobox', { name: 'Chuyển sang đợt' }).click();
      await expect(page.locator('.ant-select-item-option')).toHaveText([new RegExp(`^${cycle}`, 'u')]);
      await page.locator('.ant-select-item-option').click();
    },
    told: /Chuyển mô hình/u,
  });
  const officer = 'standing-body';
  await give({
    final: true,
    ...{ who: officer, at, button: 'Dừng mô hình', told: 'Dừng, đưa khỏi danh mục' },
    fill: write('Lý do dừng', 'Đơn vị sáp nhập, không còn người làm.'),
  });
  await give({
    final: true,
    ...{ who: officer, at: `/registrations/${(await nth('SUBMITTED')).id}`, button: 'Từ chối đăng ký' },
    fill: write('Lý do từ chối', 'Trùng với mô hình đang làm.'),
    told: 'Không tiếp nhận',
  });

  const running = (await some('IN_PROGRESS')).find(({ unitName }) => unitName.startsWith('Hội'));
  if (running === undefined) throw new Error('No association has a model under way.');
  const head = await accountFor(running.unitName, 'UNIT_HEAD');
  await askForRecognition(running, await apiOf(head));
  await give({
    final: true,
    ...{ who: officer, at: `/registrations/${running.id}`, button: 'Yêu cầu bổ sung hồ sơ' },
    fill: all(write('Những gì còn thiếu', 'Ảnh sau khi làm\nÝ kiến của nhân dân'), write('Hạn bổ sung', typedDay(10))),
    told: 'Chờ bổ sung hồ sơ',
  });
  await give({
    final: true,
    ...{ who: head, at: `/registrations/${running.id}`, button: 'Bổ sung hồ sơ' },
    fill: all(write('Nội dung đã bổ sung', 'Đã thêm danh sách hộ tham gia.'), async (page) => {
      await expect(page.getByRole('complementary')).toContainText('Ý kiến của nhân dân');
      const list = { name: 'Danh sách.txt', mimeType: 'text/plain', buffer: Buffer.from(running.id) };
      await page.locator('input[type=file]').setInputFiles(list);
      await expect(page.getByRole('link', { name: list.name })).toBeVisible();
    }),
    told: 'Đề nghị công nhận',
  });
  await give({
    final: true,
    ...{ who: officer, at: `/registrations/${(await nth('SUPPLEMENT_REQUIRED')).id}`, button: 'Để hồ sơ hết hạn' },
    told: 'Đang thực hiện',
  });
  await give({
    final: true,
    ...{ who: officer, at: `/registrations/${(await nth('NOT_RECOGNIZED')).id}`, button: 'Mở lại thẩm định' },
    fill: all(
      write('Lý do mở lại', 'Kiến nghị đúng: tổ thẩm định chưa xem phụ lục.'),
      write('Số, ký hiệu', '12-KL/BDV'),
      write('Ngày ban hành', typedDay(0)),
    ),
    told: 'Đang thẩm định',
  });

  // Two corrections wait: one is approved by somebody else, the other is not.
  const colleague = await accountFor('Tỉnh Minh Họa', 'STANDING_BODY_OFFICER');
  const wrong = await nth('RECOGNIZED');
  for (const [field, newValue] of Object.entries({ area: 'Ba thôn phía đông', forces: 'Chi hội phụ nữ' }))
    await body.give(`/registrations/${wrong.id}/request-correction`, {
      ...{ field, newValue, reason: 'Viết nhầm khi nộp.', document: { number: '05-CV/BDV', issuedOn: inDays(0) } },
    });
  const choice = (name: RegExp) => (page: Page) => page.getByRole('radio', { name }).check();
  await give({
    final: true,
    ...{ who: colleague, at: `/registrations/${wrong.id}`, button: 'Duyệt đính chính' },
    fill: choice(/Ba thôn phía đông/u),
    told: 'Ba thôn phía đông',
  });
  await give({
    ...{ who: colleague, at: `/registrations/${wrong.id}`, button: 'Không duyệt đính chính' },
    // The one that is left is chosen already.
    fill: all(
      (page) => expect(page.getByRole('radio', { name: /Chi hội phụ nữ/u })).toBeChecked(),
      write('Lý do không duyệt, hoặc rút', 'Văn bản không nói điều này.'),
    ),
    told: /Văn bản không nói điều này/u,
  });

  const source = await nth('RECOGNIZED', 1);
  await give({
    final: true,
    ...{ who: officer, at: `/registrations/${source.id}`, button: 'Chọn làm mô hình tiêu biểu' },
    fill: write('Lý do chọn', 'Dễ làm, nhiều thôn đã học theo.'),
    told: 'Dễ làm, nhiều thôn đã học theo.',
  });
  await give({
    final: true,
    ...{ who: officer, at: `/registrations/${source.id}`, button: 'Ghi nhận nhân rộng' },
    fill: all(
      (page) => choose(page, 'Đợt thi đua', 'Đợt thi đua "Dân vận khéo"'),
      (page) => choose(page, 'Đơn vị nhân rộng', 'Hội Nông dân xã Hòa Bình'),
    ),
    told: 'Hội Nông dân xã Hòa Bình',
  });
  await revoke(source, body);
  await expect.poll(() => adopted(source, body)).toBeDefined();
  // Whoever took it up does not say that it may stand: a colleague does.
  await give({
    final: true,
    ...{ who: colleague, at: `/registrations/${(await adopted(source, body)) ?? ''}`, button: 'Giữ đăng ký này' },
    fill: write('Vì sao vẫn giữ', 'Đơn vị đã làm theo cách riêng của mình.'),
    told: /Đã xem xét/u,
  });

  const reward = await rewarded(body);
  await revoke({ id: reward.registrationId ?? '', name: reward.registrationName ?? '' }, body);
  const isMarked = async () => (await body.get<Reward>(`/commendations/${reward.id}`)).achievementRevoked === 'PENDING';
  await expect.poll(isMarked).toBe(true);
  await give({
    final: true,
    ...{ who: colleague, at: `/commendations/${reward.id}`, button: 'Giữ khen thưởng này' },
    fill: write('Lý do', 'Thành tích của tập thể vẫn đúng.'),
    told: /đã xem xét và vẫn giữ khen thưởng/u,
  });

  await give({
    ...{ who: officer, at: await reportAt('status=CLOSED', 'Phường Đông Hải'), button: 'Mở lại báo cáo' },
    fill: all(write('Lý do mở lại', 'Thiếu số liệu một thôn.'), write('Hạn nộp phiên bản mới', typedDay(9))),
    told: 'Chưa nộp',
  });
  await give({
    final: true,
    ...{ who: officer, button: 'Miễn báo cáo' },
    at: await reportAt(`period=ANNUAL-${(await yearsOfReports()).whole}&status=OPEN`, 'Đoàn Thanh niên xã Hòa Bình'),
    fill: write('Lý do miễn', 'Đơn vị đang kiện toàn.'),
    told: 'Được miễn',
  });
  const { items } = await body.get<{ items: readonly Row[] }>('/decisions?act=RECOGNIZE&limit=50');
  await give({
    final: true,
    ...{ who: 'signer', at: `/decisions/${items.at(-1)?.id ?? ''}`, button: 'Lưu văn bản đã ký' },
    fill: async (page) => {
      const scan = { name: 'quyet-dinh.txt', mimeType: 'text/plain', buffer: Buffer.from('Quyết định') };
      await page.locator('input[type=file]').setInputFiles(scan);
      await expect(page.getByRole('link', { name: scan.name })).toBeVisible();
    },
    told: 'quyet-dinh.txt',
  });
  const papers = (await pageFor('signer')).getByRole('region', { name: 'Văn bản đã ký' });
  await expect(papers.getByRole('link', { name: 'quyet-dinh.txt', exact: true })).toBeVisible();
});

/** The draft of the unit that took it up, once it is known there that the recognition was revoked. */
const adopted = async ({ id }: Row, body: Api): Promise<string | undefined> => {
  const { items } = await body.get<{ items: readonly (Row & Origin)[] }>('/registrations?status=DRAFT&limit=200');
  return items.find(({ originId, sourceRevoked }) => originId === id && sourceRevoked !== null)?.id;
};

/** A commendation that rests on a model whose recognition stands. */
const rewarded = async (body: Api): Promise<Reward> => {
  const { items } = await body.get<{ items: readonly Reward[] }>('/commendations?status=AWARDED&limit=200');
  for (const reward of items.filter(({ registrationId }) => registrationId !== null)) {
    const model = await body.get<{ readonly status: string }>(`/registrations/${reward.registrationId ?? ''}`);
    if (model.status === 'RECOGNIZED') return reward;
  }
  throw new Error('No commendation rests on a recognized model.');
};

/** The recognition is revoked by a decision of two people. */
const revoke = async (source: Pick<Row, 'id' | 'name'>, body: Api): Promise<void> => {
  const { id: unitId } = await unitNamed(body, 'Tỉnh Minh Họa');
  const items = [{ kind: 'registration', id: source.id, reason: 'Khai không đúng.' }];
  const decision = await body.give('/decisions', {
    ...{ unitId, act: 'REVOKE_RECOGNITION', title: `Thu hồi công nhận: ${source.name}`, items },
  });
  await body.give(`/decisions/${decision.id}/freeze`);
  const signer = await apiOf('signer');
  const { items: next } = await signer.get<{ items: readonly { code: string }[] }>(
    `/decisions/${decision.id}/next-numbers?issuedOn=${inDays(0)}`,
  );
  await signer.give(`/decisions/${decision.id}/issue`, {
    ...{ docType: next[0]?.code, symbol: 'QĐ/TU', issuedOn: inDays(0), capacity: 'T/M Ban Thường vụ' },
  });
};

/** With all that the regulation asks for. */
const askForRecognition = async ({ id, unitId }: Row, head: Api): Promise<void> => {
  const { documents, criteria } = await head.get<{
    readonly documents: readonly { readonly kind: string }[];
    readonly criteria: readonly { readonly code: string }[];
  }>(`/registrations/${id}/requirements`);
  const files = await Promise.all(documents.map(({ kind }) => head.file(unitId, kind)));
  await head.give(`/registrations/${id}/request-recognition`, {
    evidenceIds: files.map((file) => file.id),
    results: criteria.map(({ code }) => ({ criterion: code, result: 'Đã có 90 hộ tham gia.' })),
  });
};
