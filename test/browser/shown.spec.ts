import { readFile } from 'node:fs/promises';
import { apiOf, inDays, yearsOfReports } from './support/api.ts';
import { expect, firstOf, settled, signIn, test } from './support/index.ts';

interface Entry {
  readonly recordedAt: string;
}

interface Listed {
  readonly items: readonly { readonly id: string }[];
}

interface Session {
  readonly appointments: readonly { readonly unitId: string }[];
}

interface Coverage {
  readonly submitted: number;
  readonly obliged: number;
}

const VIETNAM = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Asia/Ho_Chi_Minh',
  ...{ day: '2-digit', month: '2-digit', year: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
});

test('a browser in New York shows the clocks of Vietnam', async ({ page }) => {
  await signIn(page, 'standing-body');
  const list = await page.request.get('/api/registrations?status=RECOGNIZED&limit=1');
  const [one] = ((await list.json()) as { readonly items: readonly { readonly id: string }[] }).items;
  const id = one?.id ?? '';
  const trail = (await (await page.request.get(`/api/registrations/${id}/timeline`)).json()) as {
    items: readonly Entry[];
  };
  await page.goto(`/registrations/${id}`);
  expect(await page.evaluate(() => Intl.DateTimeFormat().resolvedOptions().timeZone)).toBe('America/New_York');
  for (const { recordedAt } of trail.items.slice(0, 3)) {
    await expect(page.getByText(VIETNAM.format(new Date(recordedAt)).replace(',', '')).first()).toBeVisible();
  }
});

test('what it exports has those clocks too', async ({ page }) => {
  await signIn(page, 'auditor');
  await page.goto('/audit?kind=DECISIONS');
  const first = page.getByRole('table', { name: 'Nhật ký chung' }).locator('tbody tr.ant-table-row').first();
  const shown = /\d\d\/\d\d\/\d{4} \d\d:\d\d/u.exec(await first.innerText())?.[0] ?? 'no clock';
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Tải CSV' }).click();
  const file = await readFile(await (await download).path(), 'utf8');
  expect(file).toContain(`\n${shown}:`);
  const made = /Tính đến,(\d\d\/\d\d\/\d{4} \d\d):/u.exec(file)?.[1];
  expect(made).toBe(VIETNAM.format(new Date()).replace(',', '').slice(0, 13));
});

test('a name is found however it is spelt, what is spelt as it was typed first', async ({ page }) => {
  // Two that differ by their marks alone.
  const names = ['Tổ giữ được nghề', 'Tổ giữ đuốc nghề'];
  const officer = await apiOf('unit-officer');
  const { appointments } = await officer.get<Session>('/session');
  const [cycle] = (await officer.get<Listed>(`/cycles?status=OPEN&year=${inDays(0).slice(0, 4)}`)).items;
  for (const name of names)
    await officer.give('/registrations', {
      ...{ cycleId: cycle?.id, unitId: appointments[0]?.unitId, origin: { kind: 'NEW' } },
      form: { name, subjectType: 'COLLECTIVE', field: 'KINH_TE', programmeTags: [] },
    });

  await signIn(page, 'unit-officer');
  const found = async (list: string, typed: string): Promise<readonly string[]> => {
    await page.goto(`${list}?q=${encodeURIComponent(typed)}`);
    await settled(page);
    return page
      .getByRole('main')
      .locator('table a, .plain-list a')
      .evaluateAll((all) => all.map((link) => link.textContent));
  };
  for (const typed of names) {
    expect((await found('/registrations', typed)).toSorted()).toEqual(names.toSorted());
    expect((await found('/registrations', typed))[0]).toBe(typed);
  }
  expect(await found('/registrations', 'to giu duoc')).toHaveLength(names.length);

  const commonly = await found('/search', 'ủy ban');
  expect(commonly.length).toBeGreaterThan(1);
  for (const typed of ['uy ban', 'uỷ ban', 'ỦY BAN', 'ủy ban'.normalize('NFD')])
    expect(await found('/search', typed), typed).toEqual(commonly);
  const hoa = await found('/registrations', 'đường hoa');
  expect(hoa.length).toBeGreaterThan(0);
  for (const typed of ['duong hoa', 'đường hoà', 'đường hòa'])
    expect(await found('/registrations', typed)).toEqual(hoa);
});

test('an address that is nobody’s says so, and a thing of another unit is no different', async ({ page }) => {
  const [own] = (await (await apiOf('unit-officer')).get<Listed>('/registrations?status=DRAFT&limit=1')).items;
  await signIn(page, 'other-officer');
  await page.goto('/khong-co-trang-nay');
  await expect(page.getByRole('heading', { name: 'Không có trang này' })).toBeVisible();
  const told = async (id: string): Promise<string> => {
    await page.goto(`/registrations/${id}`);
    await expect(page.getByRole('alert')).toBeVisible();
    await expect(page.getByRole('main')).not.toContainText('Đang tải');
    return (await page.getByRole('main').innerText()).replace(/[\da-f]{16,}/gu, '');
  };
  expect(own).toBeDefined();
  expect(await told(own?.id ?? '')).toBe(await told('00000000-0000-4000-8000-000000000000'));
});

test('shares and numbers are written as an office writes them', async ({ page }) => {
  await signIn(page, 'auditor');
  const { half } = await yearsOfReports();
  const url = `/api/reports/coverage?period=H1-${half}`;
  const { submitted, obliged } = (await (await page.request.get(url)).json()) as Coverage;
  expect(submitted % obliged).toBeGreaterThan(0);
  const share = ((submitted * 100) / obliged).toFixed(1).replace('.', ',');
  await page.goto(`/reports?period=H1-${half}`);
  await expect(page.getByRole('main')).toContainText(`${share} %`);
});

test('each state is a word, not a colour alone; nothing moves for whoever wants it still', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await signIn(page, 'standing-body');
  for (const list of ['/registrations', '/decisions', '/commendations', '/reports', '/numbers']) {
    await page.goto(list);
    const states = page.getByRole('main').locator('.status');
    await expect(states.first()).toBeVisible();
    for (const told of await states.allInnerTexts()) expect(told, list).toMatch(/\p{L}{2,}/u);
    const moving = await page.evaluate(
      () =>
        [...document.querySelectorAll('main *')].filter((each) => {
          const { animationName, transitionDuration } = getComputedStyle(each);
          return (
            animationName !== 'none' || transitionDuration.split(', ').some((lasts) => Number.parseFloat(lasts) > 0)
          );
        }).length,
    );
    expect(moving, list).toBe(0);
  }

  // A bar tells each of its parts in words, and a path where each of its steps stands.
  await page.goto('/reports');
  await expect(page.locator('.bar').first()).toBeVisible();
  for (const bar of await page.locator('.bar').all()) {
    const told = await bar.locator('+ .bar-key > span').allInnerTexts();
    expect(told).toHaveLength(await bar.locator('> span').count());
    for (const part of told) expect(part).toMatch(/\p{L}{2,}/u);
  }
  for (const [list, steps] of [
    ['/registrations?status=RECOGNIZED', '.path li'],
    ['/commendations', '.steps li'],
  ] as const) {
    await page.goto(await firstOf(page, list));
    await expect(page.locator(steps).first()).toBeVisible();
    for (const standing of await page.locator(`${steps} > :last-child`).allInnerTexts())
      expect(standing, list).toMatch(/^(?:đã qua|đang ở|chưa|dừng)/iu);
  }
});
