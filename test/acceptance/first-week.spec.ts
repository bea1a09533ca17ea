import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { addDays, dayMonthYear, localDateOf, type regulation } from '#domain';
import { logUnderTest, startEventStoreDbProcess, startProgram, untilSaid, type Program } from '#support';
import { until } from '#support/until';
import { countryList, modelsList } from './country-list.ts';

/**
 * The first week of an office, as docs/how-to/set-up-an-office.md has it, through the public API only: the built
 * programs, the country's units, two thousand models, seven people, and one model to its recognition and commendation.
 */

/** On EventStoreDB a part of the country does, unless all is asked for. */
const whole = logUnderTest === 'postgres' || process.env['KHEO_FAULTS'] === 'long';
const { units, communes } = countryList(whole ? 3321 : 60);
const MODELS = 2000;

const today = localDateOf(new Date().toISOString());
const yesterday = addDays(today, -1);
const year = Number(today.slice(0, 4));
const PASSWORD = 'mot mat khau dai cua rieng toi';
const CODE = /: ((?:[0-9A-Z]{4}-){3}[0-9A-Z]{4})$/mu;

let folder: string;
let office: Program;
let url: string;
let stopLog = (): Promise<void> => Promise.resolve();
const settings: Record<string, string> = { KHEO_PORT: '0' };

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kheo-first-week-'));
  await chmod(folder, 0o711); // under root PostgreSQL runs as another user
  settings['KHEO_DATA_DIR'] = join(folder, 'data');
  if (logUnderTest === 'postgres') return;
  const server = await startEventStoreDbProcess();
  settings['KHEO_EVENTSTORE_URL'] = server.url;
  stopLog = () => server.stop();
});

afterAll(async () => {
  office?.child.kill('SIGTERM');
  await office?.exited;
  await stopLog();
  await rm(folder, { recursive: true, force: true });
});

interface Body extends Readonly<Record<string, unknown>> {
  readonly id: string;
  readonly thing: string;
  readonly role: string | null;
  readonly code: string;
  readonly items: readonly Body[];
}

const cookies = new Map<string, string>();
/** How much of the log the last act reached: the next question waits for it. */
let position = 0;

/** Every route that was asked, as the documentation names them. */
const asked = new Set<string>();

const call = async (who: string, path: string, init: RequestInit, status: number): Promise<Body> => {
  asked.add(`${init.method ?? 'GET'} /api/${path.replace(/\?.*/u, '').replace(/[0-9a-f-]{36}/gu, '{id}')}`);
  const headers = { cookie: cookies.get(who) ?? '', 'x-kheo-client': 'test', 'x-kheo-wait-for': String(position) };
  const answer = await fetch(`${url}/api/${path}`, { ...init, headers: { ...headers, ...init.headers } });
  const body = (answer.status === 204 ? {} : await answer.json()) as Body;
  expect({ who, path, status: answer.status, body }).toMatchObject({ who, path, status });
  position = Math.max(position, Number(body['position'] ?? 0));
  return body;
};

const get = (who: string, path: string, status = 200) => call(who, path, {}, status);

const post = (who: string, path: string, body: unknown = {}, status = 200) =>
  call(
    who,
    path,
    { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) },
    status,
  );

const sendFile = (
  who: string,
  path: string,
  fields: Readonly<Record<string, string>>,
  content: string,
  name: string,
) => {
  const form = new FormData();
  for (const [field, value] of Object.entries(fields)) form.set(field, value);
  form.set('file', new Blob([content], { type: name.endsWith('.pdf') ? 'application/pdf' : 'text/csv' }), name);
  return call(who, path, { method: 'POST', body: form }, 201);
};

const evidence = async (who: string, unitId: string, kind: string, of = ''): Promise<string> =>
  (await sendFile(who, 'evidence', { unitId, kind }, `nội dung ${kind} ${of}`, `${kind}.pdf`)).id;

/** Sends a list and waits until it is over; answers what became of its rows. */
const importList = async (who: string, fields: Readonly<Record<string, string>>, list: string): Promise<Body> => {
  const { id } = await sendFile(who, 'imports', fields, list, 'danh-sach.csv');
  return until(async () => {
    await sleep(200); // who asks too often is told to wait
    const standing = await get(who, `imports/${id}`);
    return ['QUEUED', 'RUNNING'].includes(String(standing['status'])) ? undefined : standing;
  }, 300_000);
};

const signIn = async (username: string): Promise<void> => {
  const answer = await fetch(`${url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-kheo-client': 'test' },
    body: JSON.stringify({ username, password: PASSWORD }),
  });
  expect(answer.status).toBe(204);
  cookies.set(username, answer.headers.getSetCookie()[0]?.split(';')[0] ?? '');
};

/** Sets one's own password by the code that was handed over, and signs in. */
const opens = async (username: string, code: string): Promise<void> => {
  await post('nobody', 'session/set-password', { code, password: PASSWORD }, 204);
  await signIn(username);
};

/** What the office still lacks, one word for each thing. */
const lacks = async (): Promise<readonly string[]> =>
  (await get('an', 'setup')).items.map(({ thing, role }) => (role === null ? thing : `${thing} ${role}`));

const tasksOf = async (who: string): Promise<readonly string[]> =>
  (await get(who, 'tasks?limit=200')).items.flatMap(({ acts }) =>
    (acts as readonly { readonly command: string }[]).map(({ command }) => command),
  );

const ids: Record<string, string> = {};

const PAPER = { number: '15-QĐ/TU', issuedOn: today };

const PAGE = 'docs/how-to/set-up-an-office.md';

/** What this office has in place of what the page writes. */
const OWN: Readonly<Record<string, string>> = {
  ...{ '--unit': 'Việt Nam', '--kind': 'NATIONAL' },
  ...{ '--document': PAPER.number, '--issued-on': PAPER.issuedOn },
};

/** A command of `kheo` as the page has it typed, with the office's own values; a country has no code. */
const typedOnPage = async (command: string): Promise<readonly string[]> => {
  const page = (await readFile(PAGE, 'utf8')).replaceAll('\\\n', ' ').replace(/--code \S+/u, '');
  const [, typed = ''] = new RegExp(`npm run kheo -- (${command}\\b[^\`\n]*)`, 'u').exec(page) ?? [];
  const words = (typed.match(/'[^']*'|\S+/gu) ?? []).map((word) => word.replaceAll("'", ''));
  return words.map((word, index) => OWN[words[index - 1] ?? ''] ?? word);
};

const kheo = (args: readonly string[], env: Readonly<Record<string, string>>): Program =>
  startProgram('apps/cli/main.js', args, env);

describe('the first week of an office', () => {
  it('is set up: the root unit, its administrator and a regulation to start from; what is missing is a list', async () => {
    const setup = kheo(await typedOnPage('setup'), settings);
    expect([await setup.exited, setup.said()]).toEqual([0, expect.stringMatching(CODE)]);
    office = startProgram('apps/standalone/main.js', [], settings);
    [, url = ''] = await untilSaid(office, /(http:\/\/[\d.:]+)/u);
    const code = CODE.exec(setup.said())?.[1] ?? '';
    const own = { ...settings, KHEO_URL: url, KHEO_CODE: code, KHEO_PASSWORD: PASSWORD };
    const password = kheo(await typedOnPage('password'), own);
    expect([await password.exited, password.said()]).toEqual([0, expect.stringContaining('Đã đặt mật khẩu')]);
    const missing = kheo(await typedOnPage('missing'), settings);
    expect([await missing.exited, setup.said()]).toEqual([0, expect.stringContaining(missing.said())]);
    await signIn('an');
    ids['root'] = String(((await get('an', 'session'))['appointments'] as readonly Body[])[0]?.['unitId']);
    expect(await lacks()).toEqual([
      ...['UNITS', 'PERSON STANDING_BODY_OFFICER', 'PERSON DECISION_SIGNER', 'PERSON UNIT_OFFICER'],
      ...['PERSON UNIT_HEAD', 'PUBLICATION', 'CYCLE'],
    ]);
  }, 60_000);

  it('takes in the provinces and communes of the country, tried first', async () => {
    const tried = await importList('an', { kind: 'units', dryRun: 'true' }, units);
    const count = 34 + communes.length;
    expect(tried).toMatchObject({ status: 'ENDED', dryRun: true, counts: { created: count, failed: 0 } });
    const done = await importList('an', { kind: 'units' }, units);
    expect(done).toMatchObject({ status: 'ENDED', counts: { created: count, failed: 0 } });
    const [commune] = communes;
    const named = await get('an', `units?q=${encodeURIComponent(commune?.name ?? '')}&limit=200`);
    const found = named.items.find(({ adminUnitCode }) => adminUnitCode === commune?.code);
    ids['commune'] = found?.id ?? '';
    ids['province'] = String(found?.['parentId']);
    const { name: misspelt } = commune ?? { name: '' };
    await post('an', `units/${ids['commune']}/rename`, { name: `${misspelt} A`, from: '2025-07-01', document: PAPER });
    expect(await get('an', `units/${ids['commune']}`)).toMatchObject({ name: `${misspelt} A` });
    expect(await lacks()).not.toContain('UNITS');
  }, 400_000);

  it('has six more people, who set their own passwords; a second administrator first, who confirms the signer', async () => {
    const people = [
      ['khanh', 'Vũ Thị Khánh', 'SYSTEM_ADMIN', 'root'],
      ['binh', 'Trần Thị Bình', 'UNIT_OFFICER', 'province'],
      ['chi', 'Lê Văn Chí', 'UNIT_HEAD', 'commune'],
      ['dung', 'Phạm Thị Dung', 'STANDING_BODY_OFFICER', 'root'],
      ['giang', 'Hoàng Văn Giang', 'APPRAISER', 'root'],
      ['doha', 'Đỗ Thị Hà', 'DECISION_SIGNER', 'root'],
    ] as const;
    for (const [username, name, role, place] of people) {
      const { id } = await post('an', 'people', { name }, 201);
      ids[username] = id;
      const appointment = { unitId: ids[place], role, from: today, document: PAPER };
      const { events } = await post('an', `people/${id}/appoint`, appointment);
      expect({ role, events }).toEqual({
        role,
        events: [role === 'DECISION_SIGNER' ? 'AppointmentProposed' : 'PersonAppointed'],
      });
      await opens(username, (await post('an', `people/${id}/invite`, { username })).code);
    }
    expect(await tasksOf('khanh')).toEqual(['confirm-appointment']);
    const [proposed] = (await get('khanh', 'people/grants?status=PROPOSED')).items;
    expect(await get('khanh', `people/${ids['doha']}`)).toMatchObject({
      proposals: [{ appointmentId: proposed?.id, role: 'DECISION_SIGNER', document: PAPER }],
    });
    await post('khanh', `people/${ids['doha']}/confirm-appointment`, { appointmentId: proposed?.id });
    expect(await lacks()).toEqual(['PUBLICATION', 'CYCLE']);
    const missing = startProgram('apps/cli/main.js', ['missing'], settings);
    expect([await missing.exited, missing.said()]).toEqual([0, expect.stringContaining('quy định')]);
  }, 60_000);

  it('sets the regulation right, puts it in force and opens the cycle', async () => {
    const examples = (await get('dung', `regulations/examples?year=${String(year)}`)).items;
    expect(examples.map(({ kind }) => kind)).toEqual(['PROVINCE', 'COMMUNE', 'CENTRAL_AGENCIES']);
    const another = await get('dung', `regulations/examples/COMMUNE?year=${String(year)}`);
    await post('dung', 'regulations', { unitId: ids['root'], content: another['content'] }, 201);
    const drafts = (await get('dung', 'regulations')).items;
    const { id = '' } = drafts.find(({ title }) => !String(title).includes('xã, phường')) ?? {};
    ids['regulation'] = id;
    const draft = () =>
      get('dung', `regulations/${id}`) as unknown as Promise<{
        readonly content: regulation.RegulationContent;
        readonly remarks: readonly string[];
      }>;
    const { content, remarks } = await draft();
    expect(remarks[0]).toContain('bản minh họa');
    const endOfYear = `${String(year)}-12-31`;
    const set: regulation.RegulationContent = {
      ...content,
      illustrative: false,
      registration: { ...content.registration, deadline: yesterday },
      dossier: { ...content.dossier, deadline: endOfYear, minImplementationDays: 0 },
      appraisal: { ...content.appraisal, deadline: endOfYear, minMembers: 1, fieldVisit: false },
      authorities: content.authorities.map((each) =>
        each.unitKind === 'COMMUNE' ? { ...each, signedBy: 'NATIONAL' } : each,
      ),
      reporting: {
        ...content.reporting,
        periods: [{ kind: 'H1', from: addDays(today, -180), cutoff: yesterday, dueOn: addDays(today, 30) }],
      },
    };
    await post('dung', `regulations/${id}/revise`, { content: set });
    expect((await draft()).remarks).toEqual([expect.stringContaining('đã kết thúc ngày')]);
    expect((await get('dung', `regulations/${id}/lacks?limit=1`)).items).toHaveLength(1);
    await post('doha', `regulations/${id}/publish`, { ...PAPER, issuedOn: yesterday, from: yesterday });
    const cycle = {
      unitId: ids['root'],
      name: `Năm ${String(year)}`,
      year,
      movement: 'Dân vận khéo',
      regulationId: id,
    };
    ids['cycle'] = (await post('dung', 'cycles', cycle, 201)).id;
    const [late, ...others] = (await get('an', 'setup')).items;
    const day = dayMonthYear(yesterday);
    expect([late, others]).toEqual([
      {
        ...{ thing: 'DEADLINE', role: null },
        sentence: `đợt thi đua “${cycle.name}”: hạn đăng ký (${day}) đã qua: gia hạn, hoặc nêu lý do nộp muộn khi gửi đăng ký`,
      },
      [],
    ]);
  }, 60_000);

  it('takes in the list of two thousand models by the command line, left and found again, and once only', async () => {
    const list = modelsList(
      MODELS,
      communes.filter((each) => each.province === communes[0]?.province),
    );
    const file = join(folder, 'mo-hinh.csv');
    await writeFile(file, list);
    const flags = ['--user', 'binh', '--url', url];
    const imports = (...args: readonly string[]) =>
      kheo(['import', ...args, ...flags], { ...settings, KHEO_PASSWORD: PASSWORD });
    const sent = imports('registrations', file, '--cycle', ids['cycle'] ?? '');
    await untilSaid(sent, /Đang nhập/u);
    sent.child.kill('SIGINT');
    expect([await sent.exited, sent.said()]).toEqual([130, expect.stringContaining('vẫn chạy tiếp trên máy chủ')]);
    const [, importId = ''] = /kheo import follow (\S+)/u.exec(sent.said()) ?? [];
    const followed = imports('follow', importId, '--out', join(folder, 'mo-hinh.ket-qua.csv'));
    expect([await followed.exited, followed.said()]).toEqual([
      0,
      expect.stringContaining(`Đã nhập xong: ${String(MODELS)} mới, 0 cập nhật`),
    ]);
    expect(await readFile(join(folder, 'mo-hinh.ket-qua.csv'), 'utf8')).toContain('Đã tạo mới');
    const again = await importList('binh', { kind: 'registrations', cycleId: ids['cycle'] ?? '' }, list);
    expect(again).toMatchObject({ status: 'ENDED', counts: { created: 0, unchanged: MODELS, failed: 0 } });
  }, 300_000);

  it('registers a model: each one’s tasks say what waits, and who may not is told who may', async () => {
    const form = {
      ...{ name: 'Tổ tự quản đường hoa', subjectType: 'COLLECTIVE', field: 'KINH_TE', programmeTags: [] },
      ...{ situation: 'Đường làng nhiều rác', objectives: 'Sạch, đẹp', content: 'Trồng hoa', schedule: 'Cả năm' },
    };
    const draft = { unitId: ids['commune'], cycleId: ids['cycle'], form };
    ids['registration'] = (await post('binh', 'registrations', draft, 201)).id;
    const path = `registrations/${ids['registration']}`;
    expect(await tasksOf('chi')).toContain('submit');
    expect(await post('chi', `${path}/submit`, {}, 422)).toMatchObject({ code: 'late-reason-required' });
    await post('chi', `${path}/submit`, { lateReason: 'Cơ quan bắt đầu dùng hệ thống giữa năm' });
    expect((await get('binh', `${path}/actions`))['AcceptRegistration']).toMatchObject({
      allowed: false,
      sentence: { vi: expect.stringContaining('cán bộ cơ quan tham mưu') as string },
      who: [{ role: 'STANDING_BODY_OFFICER', unitName: 'Việt Nam' }],
    });
    await post('dung', `${path}/accept`);
    await post('chi', `${path}/start`, { plan: 'Mỗi tuần một buổi', startedOn: today });
    await post('binh', `${path}/record-progress`, { note: 'Đã trồng 500 m', indicators: [], evidenceIds: [] });
  }, 60_000);

  it('appraises it, and records the vote of its council', async () => {
    const path = `registrations/${ids['registration']}`;
    const unitId = ids['commune'] ?? '';
    const evidenceIds = [
      await evidence('binh', unitId, 'RESULT_REPORT'),
      await evidence('binh', unitId, 'CONFIRMATION'),
    ];
    const { content } = (await get('dung', `regulations/${ids['regulation']}`)) as unknown as {
      readonly content: regulation.RegulationContent;
    };
    const { criteria } = content.criteriaSets.COLLECTIVE;
    const results = criteria.map(({ code }) => ({ criterion: code, result: 'Đạt' }));
    const lacking = await post('chi', `${path}/request-recognition`, { evidenceIds: [], results }, 422);
    expect(lacking['detail']).toBe('Còn thiếu tài liệu: báo cáo kết quả, văn bản xác nhận.');
    await post('chi', `${path}/request-recognition`, { evidenceIds, results });
    await post('dung', `${path}/open-appraisal`, { team: [ids['giang']], dueOn: `${String(year)}-12-31` });
    await post('giang', `${path}/declare-interest`, { conflict: false });
    const scores = criteria.map(({ code, maxPoints }) => ({ criterion: code, points: maxPoints }));
    await post('giang', `${path}/score`, { scores });
    await post('dung', `${path}/conclude-appraisal`);
    expect(await tasksOf('dung')).toContain('record-vote');
    const vote = { yes: 5, no: 0, abstain: 0, members: 5, present: 5, heldOn: today };
    await post('dung', `${path}/record-vote`, vote);
    expect(await tasksOf('dung')).toContain('draft-decision');
  }, 60_000);

  /** Issued under the number that its paper bears. */
  const decides = async (
    act: string,
    item: Readonly<Record<string, string | undefined>>,
    requested: Readonly<Record<string, unknown>>,
  ): Promise<string> => {
    const draft = { unitId: ids['root'], cycleId: ids['cycle'], act, title: 'Quyết định', items: [item] };
    const { id } = await post('dung', 'decisions', draft, 201);
    await post('dung', `decisions/${id}/freeze`);
    const paper = { symbol: 'QĐ/TW', docType: 'Quyết định', issuedOn: today, capacity: 'TM. Ban Chỉ đạo', requested };
    await post('doha', `decisions/${id}/issue`, paper);
    await post('dung', `decisions/${id}/file-paper`, {
      paperId: await evidence('dung', ids['root'] ?? '', 'DECISION', id),
    });
    await until(async () => (await get('doha', `decisions/${id}`))['status'] === 'COMPLETED');
    return id;
  };

  it('recognizes and commends it by numbered decisions', async () => {
    const { commune: unitId = '', registration: registrationId } = ids;
    const first = { number: 446, text: '446-QĐ/TW', gap: 445 };
    const decisionId = await decides('RECOGNIZE', { kind: 'registration', id: registrationId }, first);
    expect(await get('chi', `registrations/${registrationId}`)).toMatchObject({ status: 'RECOGNIZED' });
    expect(await get('chi', `decisions/${decisionId}`)).toMatchObject({ papers: [{ kind: 'DECISION' }] });
    const kinds = ['SUBMISSION_LETTER', 'ACHIEVEMENT_REPORT', 'MINUTES'];
    const evidenceIds: string[] = [];
    for (const kind of kinds) evidenceIds.push(await evidence('binh', unitId, kind));
    const proposal = {
      ...{ unitId, cycleId: ids['cycle'], recipient: { type: 'COLLECTIVE', name: 'Tổ tự quản' } },
      ...{ achievement: { kind: 'RECOGNIZED_MODEL', registrationId }, form: 'PUBLIC_PRAISE', scope: 'MOVEMENT' },
      evidenceIds,
    };
    const { id } = await post('binh', 'commendations', proposal, 201);
    const path = `commendations/${id}`;
    await post('dung', `${path}/verify`, { note: 'Đủ hồ sơ' });
    const review = { favourable: true, opinion: 'Nhất trí', minutesId: evidenceIds[2] };
    await post('dung', `${path}/record-council-review`, review);
    await post('dung', `${path}/submit`, { toUnitId: ids['root'] });
    await decides('COMMEND', { kind: 'commendation', id }, { number: 12, text: '12-QĐ/TW' });
    expect(await get('chi', path)).toMatchObject({ status: 'AWARDED' });
    const book = (await get('dung', 'decisions/numbers')).items.map(
      ({ text, status }) => `${String(text)} ${String(status)}`,
    );
    expect(book.sort()).toEqual(['12-QĐ/TW ISSUED', '1–445 ON_PAPER', '446-QĐ/TW ISSUED']);
  }, 60_000);

  it('has an approved report, and figures that agree', async () => {
    const report = await until(async () => {
      const asked = await get('chi', `reports?unit=${ids['commune']}&limit=10`);
      return asked.items[0];
    }, 20_000);
    const figures = Object.fromEntries(
      ((await get('binh', `reports/${report.id}/form`))['figures'] as readonly Body[])
        .filter(({ locked, sumOf }) => locked !== true && (sumOf as readonly string[]).length === 0)
        .map(({ code }) => [code, 3]),
    );
    await post('binh', `reports/${report.id}/submit`, { figures, narrative: 'Đúng kế hoạch', evidenceIds: [] });
    await post('dung', `reports/${report.id}/approve`);
    expect(await get('chi', `reports/${report.id}`)).toMatchObject({ status: 'APPROVED' });
    const movement = await get('dung', `statistics/movement?cycle=${ids['cycle']}`);
    expect(movement['total']).toMatchObject({ registered: 1, recognized: 1, commended: 1 });
  }, 180_000);

  it('did all that the page on setting up an office says', async () => {
    const page = await readFile(PAGE, 'utf8');
    const named = [...page.matchAll(/`((?:GET|POST) \/api\/[^`\s]+)/gu)].map(([, route]) => route);
    expect(named.length).toBeGreaterThan(8);
    expect(named.filter((route) => !asked.has(route ?? ''))).toEqual([]);
  });
});
