import { createHash, randomUUID } from 'node:crypto';
import { regulation } from '#domain';
import { startApi, startPostgres, type Reply, type Session, type TestApi, type TestPostgres } from '#support';
import { untilPasses } from '#support/until';

let postgres: TestPostgres;
let api: TestApi;
let province: string;
let commune: string;
const sessions = new Map<string, Session>();
const ids: Record<string, string> = {};

const as = async (username: string): Promise<Session> => {
  const known = sessions.get(username) ?? (await api.signIn(username));
  sessions.set(username, known);
  return known;
};

const later = (instant: string): void => {
  api.clock.set(instant);
  sessions.clear();
};

const done = (reply: Reply, status = 200): Reply['body'] => {
  expect({ status: reply.status, body: reply.body }).toMatchObject({ status });
  return reply.body;
};

/** The number that issuing a decision would give it. */
const nextOf = async (session: Session, path: string): Promise<unknown> =>
  done(await session.get(`${path}/next-numbers`)).items.find(({ code }) => code === 'QUYET_DINH')?.['number'];

const post = async (who: string, path: string, body: unknown = {}): Promise<Reply> => (await as(who)).post(path, body);

/** What the read models say once they have seen a write. */
const seen = async (who: string, path: string, position: number): Promise<Reply> =>
  (await as(who)).get(path, { headers: { 'x-kheo-wait-for': String(position) } });

const refused = async (who: string, path: string, body: unknown, status: number, code: string): Promise<void> => {
  const session = await as(who);
  const before = await api.ports.store.head();
  const vi = await session.post(path, body, { headers: { 'accept-language': 'vi' } });
  const en = await session.post(path, body, { headers: { 'accept-language': 'en' } });
  expect([vi.status, vi.body.code, en.status, en.body.code]).toEqual([status, code, status, code]);
  expect(vi.headers['content-type']).toContain('application/problem+json');
  expect(vi.body['detail']).not.toBe(en.body['detail']);
  expect(await api.ports.store.head()).toBe(before);
};

const upload = async (who: string, kind: string, unitId = commune, text = 'nội dung'): Promise<string> => {
  const { cookie } = await as(who);
  const form = new FormData();
  form.set('unitId', unitId);
  form.set('kind', kind);
  form.set('file', new Blob([`${text} ${kind}`], { type: 'application/pdf' }), `${kind}.pdf`);
  const encoded = new Response(form);
  const reply = await api.app.inject({
    method: 'POST',
    url: '/api/evidence',
    headers: { cookie, 'x-kheo-client': 'test', 'content-type': encoded.headers.get('content-type') ?? '' },
    payload: Buffer.from(await encoded.arrayBuffer()),
  });
  expect(reply.statusCode).toBe(201);
  return reply.json<{ id: string }>().id;
};

beforeAll(async () => {
  postgres = await startPostgres();
  api = await startApi(postgres);
  province = await api.unit('Tỉnh ủy Minh Họa', 'PROVINCE');
  commune = await api.unit('Đảng ủy xã Đổi Mới', 'COMMUNE', province);
  const other = await api.unit('Đảng ủy xã Khác', 'COMMUNE', province);
  ids['officer'] = await api.person('officer', { role: 'UNIT_OFFICER', unitId: commune });
  await api.person('head', { role: 'UNIT_HEAD', unitId: commune });
  ids['otherUnit'] = other;
  await api.person('other', { role: 'UNIT_OFFICER', unitId: other });
  await api.person('body', { role: 'STANDING_BODY_OFFICER', unitId: province });
  await api.person('freezer', { role: 'STANDING_BODY_OFFICER', unitId: province });
  ids['signer'] = await api.person('signer', { role: 'DECISION_SIGNER', unitId: province });
  await api.person('auditor', { role: 'AUDITOR', unitId: province });
  for (const name of ['appraiser1', 'appraiser2', 'appraiser3'])
    ids[name] = await api.person(name, { role: 'APPRAISER', unitId: province });
  ids['insider'] = await api.person('insider', { role: 'APPRAISER', unitId: commune });
  ids['outsider'] = await api.person('outsider', { role: 'APPRAISER', unitId: other });
}, 120_000);

afterAll(async () => {
  await api?.stop();
  await postgres?.stop();
});

const form = {
  name: 'Tổ tự quản Đường hoa',
  subjectType: 'COLLECTIVE',
  field: 'KINH_TE',
  programmeTags: ['NONG_THON_MOI'],
  situation: 'Đường làng nhiều rác',
  objectives: 'Sạch, đẹp',
  content: 'Trồng hoa',
  schedule: 'Từ tháng 3',
};

describe('the life of a model, over HTTP', () => {
  it('a regulation is drafted, tried, and put in force by another person', async () => {
    const { vote: _vote, ...content } = regulation.exampleRegulation(2026);
    await refused('officer', '/api/regulations', { unitId: province, content }, 403, 'role-not-allowed');
    ids['regulation'] = done(await post('body', '/api/regulations', { unitId: province, content }), 201).id;
    const mayPublish = async (who: string) =>
      (await (await as(who)).get(`/api/regulations/${ids['regulation']}/actions`)).body['PublishRegulation'];
    expect(await mayPublish('body')).toMatchObject({ allowed: false, reason: 'role-not-allowed' });
    expect(await mayPublish('signer')).toMatchObject({
      ...{ allowed: true, remark: { code: 'regulation-illustrative', field: 'illustrative' } },
    });
    const path = `/api/regulations/${ids['regulation']}/publish`;
    const paper = { number: '12-QĐ/TU', issuedOn: '2026-02-02', from: '2026-02-02' };
    await refused('signer', path, paper, 422, 'regulation-illustrative');
    const published = done(await post('signer', path, { ...paper, illustrative: true }));
    expect(published['events']).toEqual(['RegulationPublished']);
    const cycle = {
      unitId: province,
      name: 'Năm 2026',
      year: 2026,
      movement: 'Dân vận khéo',
      regulationId: ids['regulation'],
    };
    ids['cycle'] = done(await post('body', '/api/cycles', cycle), 201).id;
    expect((await (await as('body')).get(`/api/cycles/${ids['cycle']}/actions`)).body).toEqual({
      ...{ ExtendDeadline: { allowed: true }, CloseCycle: { allowed: true } },
    });
  });

  it('a unit drafts and submits; wrong input is told field by field, a missing item by the rule', async () => {
    const places = done(await seen('officer', '/api/registrations/places', await api.ports.store.head()));
    expect(places.items).toEqual([
      {
        ...{ unitId: commune, unitName: 'Đảng ủy xã Đổi Mới', cycleId: ids['cycle'], cycleName: 'Năm 2026' },
        ...{ deadline: '2026-03-31', remark: null, eligible: true, reason: null, sentence: null },
      },
    ]);
    const draft = { unitId: commune, cycleId: ids['cycle'], form };
    await refused('officer', '/api/registrations', { ...draft, status: 'RECOGNIZED' }, 400, 'malformed');
    await refused('other', '/api/registrations', draft, 404, 'not-found');
    await refused(
      'officer',
      '/api/registrations',
      { ...draft, form: { ...form, field: 'KHONG_CO' } },
      422,
      'field-unknown',
    );
    const key = '7d4c6a52-0f5e-4d53-8a6c-3f6a1f0d3a11';
    const session = await as('officer');
    const first = await session.post('/api/registrations', draft, { headers: { 'idempotency-key': key } });
    const again = await session.post('/api/registrations', draft, { headers: { 'idempotency-key': key } });
    expect(again.body).toEqual(first.body);
    const changed = { ...draft, form: { ...form, name: 'Khác' } };
    const reused = await session.post('/api/registrations', changed, { headers: { 'idempotency-key': key } });
    expect([reused.status, reused.body.code]).toEqual([422, 'idempotency-key-reused']);
    ids['registration'] = done(first, 201).id;
    expect(first.headers).toMatchObject({ etag: '"0"', location: `/api/registrations/${ids['registration']}` });
    const path = `/api/registrations/${ids['registration']}`;
    await refused('officer', `${path}/submit`, {}, 403, 'role-not-allowed');
    const stale = await (await as('head')).post(`${path}/submit`, {}, { headers: { 'if-match': '"7"' } });
    expect([stale.status, stale.body.code]).toEqual([412, 'stale-revision']);
    done(await post('head', `${path}/submit`));
  });

  it('it is accepted once under its name, built and reported on', async () => {
    const path = `/api/registrations/${ids['registration']}`;
    done(await post('body', `${path}/accept`));
    await refused('body', `${path}/accept`, {}, 409, 'wrong-status');
    const twin = { unitId: commune, cycleId: ids['cycle'], form: { ...form, name: 'TỔ TỰ QUẢN ĐƯỜNG HOA' } };
    const twinId = done(await post('officer', '/api/registrations', twin), 201).id;
    done(await post('head', `/api/registrations/${twinId}/submit`));
    await refused('body', `/api/registrations/${twinId}/accept`, {}, 409, 'name-taken');
    done(await post('head', `${path}/start`, { plan: 'Mỗi tuần một buổi', startedOn: '2026-02-02' }));
    later('2026-05-04T02:00:00.000Z');
    const progress = {
      note: 'Đã trồng 500 m',
      indicators: [{ name: 'Chiều dài', value: 500, unit: 'm' }],
      evidenceIds: [],
    };
    done(await post('officer', `${path}/record-progress`, progress));
    await refused('officer', `${path}/record-progress`, { ...progress, note: '\u0007' }, 400, 'malformed');
  });

  it('recognition is requested with evidence, and a team appraises it', async () => {
    later('2026-10-05T02:00:00.000Z');
    const path = `/api/registrations/${ids['registration']}`;
    const evidenceIds = [await upload('head', 'RESULT_REPORT'), await upload('head', 'CONFIRMATION')];
    const codes = regulation.exampleRegulation(2026).criteriaSets.COLLECTIVE.criteria;
    const results = codes.map(({ code }) => ({ criterion: code, result: 'Đạt' }));
    await refused('head', `${path}/request-recognition`, { evidenceIds: [], results }, 422, 'document-missing');
    const given = async () => {
      const asked = await seen('head', `${path}/requirements`, await api.ports.store.head());
      const { items, documents, criteria } = done(asked) as unknown as Record<string, { readonly given: boolean }[]>;
      return [items, documents, criteria].map((each) => each?.map((one) => one.given));
    };
    const [all, none] = [(count: number) => Array<boolean>(count).fill(true), [false, false]];
    expect(await given()).toEqual([all(4), none, codes.map(() => false)]);
    done(await post('head', `${path}/request-recognition`, { evidenceIds, results }));
    expect(await given()).toEqual([all(4), all(2), all(5)]);
    const appraisers = done(await seen('body', `${path}/appraisers`, await api.ports.store.head())).items;
    const reasonOf = (name: string) => appraisers.find(({ personId }) => personId === ids[name])?.['reason'];
    expect(['appraiser1', 'insider', 'outsider'].map(reasonOf)).toEqual([
      ...[null, 'member-from-registering-unit', 'member-not-eligible'],
    ]);
    expect(appraisers.find(({ personId }) => personId === ids['insider'])).toMatchObject({
      ...{ personName: 'insider', unitName: 'Đảng ủy xã Đổi Mới', eligible: false },
      sentence: { vi: 'Người này (insider) thuộc đơn vị đăng ký, hoặc vừa rời đơn vị.' },
    });
    const team = [ids['appraiser1'], ids['appraiser2'], ids['appraiser3']];
    await refused(
      'body',
      `${path}/open-appraisal`,
      { team: team.slice(0, 1), dueOn: '2026-11-01' },
      422,
      'team-too-small',
    );
    done(await post('body', `${path}/open-appraisal`, { team, dueOn: '2026-11-01' }));
    const scores = codes.map(({ code, maxPoints }) => ({ criterion: code, points: maxPoints - 1 }));
    await refused('appraiser1', `${path}/score`, { scores }, 422, 'interest-not-declared');
    for (const name of ['appraiser1', 'appraiser2', 'appraiser3']) {
      done(await post(name, `${path}/declare-interest`, { conflict: false }));
      done(await post(name, `${path}/score`, { scores }));
    }
    const told = done(await seen('head', path, await api.ports.store.head()));
    expect(told['criterionNames']).toEqual(Object.fromEntries(codes.map(({ code, name }) => [code, name])));
    const minutesId = await upload('body', 'MINUTES');
    await refused('body', `${path}/conclude-appraisal`, { minutesId }, 422, 'field-visit-required');
    done(await post('body', `${path}/conclude-appraisal`, { minutesId, fieldVisitOn: '2026-10-04' }));
  });

  it('a numbered decision recognizes it, signed by somebody who had no hand in it', async () => {
    const items = [{ kind: 'registration', id: ids['registration'] }];
    const candidates = async (act: string) =>
      done(await seen('body', `/api/decisions/candidates?act=${act}&unit=${province}`, await api.ports.store.head()));
    expect((await candidates('RECOGNIZE')).items).toMatchObject([
      { ...items[0], name: form.name, unitName: 'Đảng ủy xã Đổi Mới', eligible: true },
    ]);
    const beyond = await (await as('body')).get(`/api/decisions/candidates?act=RECOGNIZE&unit=${commune}`);
    expect(done(beyond).items).toMatchObject([
      {
        ...{ ...items[0], eligible: false, reason: 'not-competent' },
        sentence: { vi: 'Theo quy định, cơ quan này không có thẩm quyền; có thẩm quyền: Tỉnh ủy Minh Họa.' },
      },
    ]);
    expect((await candidates('REVOKE_RECOGNITION')).items).toEqual([]);
    const bodies = `/api/units/${commune}/signing-bodies`;
    expect(done(await (await as('officer')).get(`${bodies}?act=RECOGNIZE`)).items).toMatchObject([
      { unitId: commune, eligible: false, reason: 'not-competent' },
      { unitId: province, unitName: 'Tỉnh ủy Minh Họa', eligible: true },
    ]);
    const draft = { unitId: province, cycleId: ids['cycle'], act: 'RECOGNIZE', title: 'Công nhận mô hình', items };
    ids['decision'] = done(await post('body', '/api/decisions', draft), 201).id;
    const path = `/api/decisions/${ids['decision']}`;
    const paper = { symbol: 'QĐ/TU', docType: 'Quyết định', issuedOn: '2026-10-05', capacity: 'TM. Ban Thường vụ' };
    const paperId = await upload('body', 'DECISION', province);
    const issue = { ...paper, paperId };
    await refused('signer', `${path}/issue`, issue, 409, 'wrong-status');
    const signers = async () => done(await (await as('body')).get(`${path}/signers`)).items;
    expect(await signers()).toMatchObject([{ personName: 'signer', eligible: false, reason: 'wrong-status' }]);
    const actions = async (who: string) => (await (await as(who)).get(`${path}/actions`)).body;
    expect(await actions('freezer')).toMatchObject({ FreezeDecision: { allowed: true } });
    done(await post('freezer', `${path}/freeze`));
    expect(await actions('signer')).toMatchObject({
      ...{ IssueDecision: { allowed: true }, RefuseNumber: { allowed: false, reason: 'number-unknown' } },
    });
    expect(await signers()).toMatchObject([{ personName: 'signer', unitId: province, eligible: true, sentence: null }]);
    await refused('signer', `${path}/issue`, { ...issue, issuedOn: '2026-12-01' }, 422, 'date-in-future');
    const session = await as('signer');
    expect(await nextOf(session, path)).toBe(1);
    await refused('signer', `${path}/issue`, { ...issue, fileSha256: 'ab'.repeat(32) }, 422, 'hash-differs');
    const headers = { 'idempotency-key': '0a3f3f58-6f34-4f5e-9f0c-1d2e3f4a5b6c' };
    const issued = done(await session.post(`${path}/issue`, issue, { headers }));
    expect(issued['events']).toEqual(['DecisionIssued']);
    expect((await session.post(`${path}/issue`, issue, { headers })).body).toEqual(issued);
    expect(await nextOf(session, path)).toBe(1);
    await untilPasses(async () => {
      const { body } = await (await as('body')).get(path);
      expect(body).toMatchObject({ status: 'COMPLETED' });
    });
    const registered = await (await as('auditor')).get(`/api/registrations/${ids['registration']}`);
    expect(registered.body).toMatchObject({ status: 'RECOGNIZED' });
  });

  it('as typical it is offered to every unit to be replicated', async () => {
    const models = async () =>
      done(await seen('other', '/api/models?typical=true', await api.ports.store.head())).items;
    expect(await models()).toEqual([]);
    const typical = async (is: boolean) =>
      (await seen('body', `/api/registrations?typical=${is}`, await api.ports.store.head())).body.items.map(
        ({ id }) => id,
      );
    expect([await typical(true), (await typical(false)).includes(ids['registration'])]).toEqual([[], true]);
    done(await post('body', `/api/registrations/${ids['registration']}/mark-typical`, { reason: 'Làm tốt' }));
    expect([await typical(true), (await typical(false)).includes(ids['registration'])]).toEqual([
      [ids['registration']],
      false,
    ]);
    expect(await models()).toEqual([
      {
        ...{ id: ids['registration'], modelId: expect.any(String) as string, name: form.name },
        ...{ subjectType: 'COLLECTIVE', unitId: commune, unitName: 'Đảng ủy xã Đổi Mới', unitKind: 'COMMUNE' },
        ...{ cycleId: ids['cycle'], cycleName: 'Năm 2026', year: 2026, field: 'KINH_TE', fieldName: 'Kinh tế' },
        ...{ documentNumber: '01-QĐ/TU', decidedOn: '2026-10-05' },
        ...{ eligible: true, reason: null, sentence: null },
      },
    ]);
    const [{ eligible: _may, reason: _why, sentence: _said, ...told } = {}] = await models();
    const one = await seen('other', `/api/models/${String(told['modelId'])}`, await api.ports.store.head());
    expect(done(one)).toMatchObject({
      ...{ name: form.name, registrations: [], files: [], decisions: [], commendations: [], typical: [told] },
      ...{ eligible: true, reason: null },
    });
    const own = await seen('officer', `/api/models/${String(told['modelId'])}`, await api.ports.store.head());
    expect(done(own)).toMatchObject({ eligible: false, reason: 'adopting-unit-is-source' });
    expect(done(await seen('officer', '/api/models', await api.ports.store.head())).items).toMatchObject([
      { id: ids['registration'], eligible: false, reason: 'adopting-unit-is-source' },
    ]);
    const adopters = done(await (await as('body')).get(`/api/registrations/${ids['registration']}/adopters`)).items;
    expect(adopters.find(({ unitId }) => unitId === commune)).toMatchObject({
      ...{ cycleName: 'Năm 2026', eligible: false, reason: 'adopting-unit-is-source' },
    });
    expect(adopters.map(({ eligible }) => eligible)).toContain(true);
  });

  it('the achievement is commended once', async () => {
    const { documents } = done(await (await as('officer')).get('/api/commendations/requirements'));
    expect(documents).toContainEqual({ kind: 'SUBMISSION_LETTER', name: { vi: 'tờ trình', en: 'submission letter' } });
    const evidenceIds = [
      await upload('officer', 'SUBMISSION_LETTER'),
      await upload('officer', 'ACHIEVEMENT_REPORT'),
      await upload('officer', 'MINUTES'),
    ];
    const proposal = {
      unitId: commune,
      cycleId: ids['cycle'],
      recipient: { type: 'COLLECTIVE', name: 'Tổ tự quản' },
      achievement: { kind: 'RECOGNIZED_MODEL', registrationId: ids['registration'] },
      form: 'CERTIFICATE_OF_MERIT',
      scope: 'MOVEMENT',
      evidenceIds,
    };
    const id = done(await post('officer', '/api/commendations', proposal), 201).id;
    const second = await post('officer', '/api/commendations', proposal);
    expect([second.status, second.body.code]).toEqual([409, 'reward-taken']);
    const path = `/api/commendations/${id}`;
    done(await post('body', `${path}/verify`, { note: 'Đủ hồ sơ' }));
    const review = { favourable: true, opinion: 'Nhất trí', minutesId: evidenceIds[2] };
    done(await post('body', `${path}/record-council-review`, review));
    done(await post('body', `${path}/submit`, { toUnitId: province }));
    const draft = { unitId: province, act: 'COMMEND', title: 'Tặng bằng khen', items: [{ kind: 'commendation', id }] };
    const decisionId = done(await post('body', '/api/decisions', draft), 201).id;
    done(await post('body', `/api/decisions/${decisionId}/freeze`));
    expect(await nextOf(await as('signer'), `/api/decisions/${decisionId}`)).toBe(2);
    const issue = { symbol: 'QĐ/TU', docType: 'Quyết định', issuedOn: '2026-10-05', capacity: 'TM. Ban Thường vụ' };
    done(await post('signer', `/api/decisions/${decisionId}/issue`, issue));
    const sameFile = { paperId: await upload('body', 'DECISION', province) };
    const ofTheOther = await post('body', `/api/decisions/${decisionId}/file-paper`, sameFile);
    expect([ofTheOther.status, ofTheOther.body.code]).toEqual([409, 'paper-of-another-decision']);
    expect(String(ofTheOther.body['detail'])).toContain('số 01-QĐ/TU');
    const filing = { paperId: await upload('body', 'DECISION', province, 'bản quét') };
    const foreign = { paperId: await upload('officer', 'DECISION') };
    await refused('body', `/api/decisions/${decisionId}/file-paper`, foreign, 422, 'evidence-unknown');
    done(await post('body', `/api/decisions/${decisionId}/file-paper`, filing));
    await refused('body', `/api/decisions/${decisionId}/file-paper`, filing, 409, 'paper-filed-already');
    await untilPasses(async () => {
      const { body } = await (await as('body')).get(path);
      expect(body).toMatchObject({ status: 'AWARDED' });
    });
  });

  it('the recognized unit sees its decision and the signed paper, others do not', async () => {
    const head = await api.ports.store.head();
    const path = `/api/decisions/${ids['decision']}`;
    const sha256 = createHash('sha256').update('nội dung DECISION').digest('hex');
    for (const who of ['officer', 'head']) {
      const told = done(await seen(who, path, head));
      const items = [{ itemId: ids['registration'], outcome: 'APPLIED' }];
      expect(told).toMatchObject({ partial: true, items, fileSha256: sha256, papers: [{ kind: 'DECISION', sha256 }] });
      expect(done(await seen(who, '/api/decisions', head)).items.map(({ act }) => act)).toEqual(
        expect.arrayContaining(['RECOGNIZE', 'COMMEND']),
      );
      const trail = done(await seen(who, `${path}/timeline`, head)).items.map((entry) => entry['type']);
      expect(trail).toEqual(expect.arrayContaining(['DecisionIssued', 'DecisionItemApplied']));
      const [{ evidenceId }] = told['papers'] as readonly [{ readonly evidenceId: string }];
      expect((await (await as(who)).get(`/api/evidence/${evidenceId}`)).status).toBe(200);
      const file = await api.app.inject({
        url: `/api/evidence/${evidenceId}/content`,
        headers: { cookie: (await as(who)).cookie },
      });
      expect([file.statusCode, file.payload]).toEqual([200, 'nội dung DECISION']);
      expect((await (await as('other')).get(`/api/evidence/${evidenceId}`)).status).toBe(404);
    }
    const { modelId } = done(await seen('officer', `/api/registrations/${ids['registration']}`, head));
    expect(done(await seen('officer', `/api/models/${String(modelId)}`, head))).toMatchObject({
      decisions: [{ id: ids['decision'] }, { act: 'COMMEND' }],
    });
    expect((await seen('other', path, head)).status).toBe(404);
    expect((await seen('other', `${path}/timeline`, head)).status).toBe(404);
    expect(done(await seen('other', '/api/decisions', head)).items).toEqual([]);
    expect(done(await seen('auditor', path, head))).toMatchObject({ partial: false, papers: [{ sha256 }] });
  });

  it('what an auditor asks is one question each', async () => {
    const head = await api.ports.store.head();
    const ask = async (path: string) => done(await seen('auditor', path, head));
    const typesOf = async (query: string) =>
      (await ask(`/api/audit?limit=200&${query}`)).items.map((one) => one['type']);
    const acts = await ask(`/api/audit?person=${ids['signer']}`);
    expect(acts.items.map((one) => one['type'])).toContain('DecisionIssued');
    expect(new Set(acts.items.map(({ actor }) => (actor as { personId: string }).personId))).toEqual(
      new Set([ids['signer']]),
    );
    const signed = await ask(`/api/decisions?signer=${ids['signer']}`);
    expect(signed.items.map(({ numberText }) => numberText).toSorted()).toEqual(['01-QĐ/TU', '02-QĐ/TU']);
    expect(await typesOf('kind=GRANTS')).toContain('PersonAppointed');
    expect((await ask('/api/audit?kind=GRANTS&limit=200')).items).toContainEqual(
      expect.objectContaining({ personId: ids['officer'], personName: 'officer', ofUnitName: 'Đảng ủy xã Đổi Mới' }),
    );
    expect((await ask(`/api/audit?kind=RECOGNITIONS`)).items[0]).toMatchObject({
      ...{ registrationId: ids['registration'], registrationName: form.name },
      ...{ decisionId: ids['decision'], decisionTitle: 'Công nhận mô hình' },
    });
    expect(await typesOf(`document=${encodeURIComponent('1-qđ/tu')}`)).toEqual(
      expect.arrayContaining([
        'DecisionDrafted',
        'DecisionFrozen',
        'DecisionIssued',
        'ModelRecognized',
        'DecisionCompleted',
      ]),
    );
    const { modelId } = await ask(`/api/registrations/${ids['registration']}`);
    const file = await ask(`/api/models/${String(modelId)}`);
    expect(file).toMatchObject({
      name: form.name,
      registrations: [{ id: ids['registration'], status: 'RECOGNIZED' }],
      decisions: [{ act: 'RECOGNIZE' }, { act: 'COMMEND' }],
      commendations: [{ status: 'AWARDED' }],
    });
    const typical = file['typical'] as readonly { readonly decidedOn: string }[];
    expect(typical).toMatchObject([{ documentNumber: '01-QĐ/TU' }]);
    // Before its decision was in force, and as it was known before anything was decided.
    const { decidedOn, statusSince } = (file['registrations'] as readonly Record<string, string>[])[0] ?? {};
    expect([decidedOn, statusSince]).not.toContain(undefined);
    const past = await ask(`/api/models/${String(modelId)}?asOf=2026-10-04`);
    expect(past).toMatchObject({ commendations: [], typical: [], registrations: [{ decidedOn: null }] });
    expect((past['decisions'] as readonly { status: string }[]).map(({ status }) => status)).not.toContain('COMPLETED');
    const files = past['files'] as readonly { readonly addedAt: string }[];
    expect(files.length).toBeLessThanOrEqual((file['files'] as readonly unknown[]).length);
    const [commended] = file['commendations'] as readonly { readonly proposedOn: string }[];
    const proposed = await ask(`/api/models/${String(modelId)}?asOf=${commended?.proposedOn ?? ''}`);
    expect(proposed['commendations']).toHaveLength(1);
    const uses = (file['files'] as readonly { readonly use: string }[]).map(({ use }) => use);
    expect(new Set(uses)).toEqual(new Set(['DOSSIER', 'APPRAISAL']));
    expect(await typesOf(`model=${String(modelId)}`)).toEqual(
      expect.arrayContaining(['RegistrationDrafted', 'ModelAppraised', 'DecisionIssued', 'ModelCommended']),
    );
  });

  it('each paper shows where it belongs, and each thing has its timeline', async () => {
    const head = await api.ports.store.head();
    const ask = async (path: string) => done(await seen('auditor', path, head));
    const { dossier } = await ask(`/api/registrations/${ids['registration']}`);
    const { files } = dossier as { readonly files: readonly { readonly use: string; readonly kind: string }[] };
    expect(files.map(({ use, kind }) => `${use} ${kind}`)).toEqual([
      'DOSSIER RESULT_REPORT',
      'DOSSIER CONFIRMATION',
      'APPRAISAL MINUTES',
    ]);
    expect(files[0]).toMatchObject({ sha256: expect.stringMatching(/^[0-9a-f]{64}$/u), addedAt: expect.any(String) });
    const [commended] = (await ask('/api/commendations')).items;
    const commendation = await ask(`/api/commendations/${String(commended?.id)}`);
    expect(commendation).toMatchObject({
      files: [{ kind: 'SUBMISSION_LETTER' }, { kind: 'ACHIEVEMENT_REPORT' }, { kind: 'MINUTES' }],
      verification: { note: 'Đủ hồ sơ', personName: expect.any(String) },
      review: { favourable: true, opinion: 'Nhất trí', minutes: { kind: 'MINUTES' } },
    });
    const first = async (path: string) => (await ask(`${path}/timeline?limit=1`)).items[0]?.['type'];
    const { regulationId } = await ask(`/api/cycles/${ids['cycle']}`);
    expect([
      await first(`/api/decisions/${ids['decision']}`),
      await first(`/api/commendations/${String(commended?.id)}`),
      await first(`/api/units/${commune}`),
      await first(`/api/people/${ids['signer']}`),
      await first(`/api/cycles/${ids['cycle']}`),
      await first(`/api/regulations/${String(regulationId)}`),
    ]).toEqual([
      'DecisionDrafted',
      'CommendationProposed',
      'UnitEstablished',
      'PersonEntered',
      'CycleOpened',
      'RegulationDrafted',
    ]);
    for (const path of ['units', 'cycles', 'regulations', 'people', 'decisions', 'commendations'])
      expect((await seen('auditor', `/api/${path}/${randomUUID()}/timeline`, head)).status).toBe(404);
  });

  it('but only auditors are told what belongs to no thing that others see', async () => {
    for (const who of ['officer', 'head', 'signer', 'appraiser1'])
      expect([who, (await (await as(who)).get('/api/audit?kind=EXPORTS')).status]).toEqual([who, 403]);
    const head = await api.ports.store.head();
    const of = async (who: string, kind: string) => done(await seen(who, `/api/audit?kind=${kind}`, head)).items.length;
    for (const kind of ['GRANTS', 'ACCOUNTS']) {
      expect([kind, (await seen('body', `/api/audit?kind=${kind}`, head)).status]).toEqual([kind, 403]);
      expect([kind, (await of('auditor', kind)) > 0]).toEqual([kind, true]);
    }
    expect(await of('body', 'APPRAISALS')).toBe(await of('auditor', 'APPRAISALS'));
  });

  it('the trail, the book, the figures and the feed tell the same story', async () => {
    const path = `/api/registrations/${ids['registration']}`;
    const head = await api.ports.store.head();
    const trail = await seen('auditor', `${path}/timeline?limit=200`, head);
    const types = trail.body.items.map((entry) => entry['type']);
    expect(types[0]).toBe('RegistrationDrafted');
    expect(types).toContain('ModelRecognized');
    const figures = await seen('auditor', `/api/statistics/movement?cycle=${ids['cycle']}`, head);
    expect(figures.body['total']).toMatchObject({ registered: 1, recognized: 1, commended: 1 });
    const found = await seen('officer', '/api/registrations?q=duong%20hoa', head);
    expect(found.body.items.length).toBeGreaterThan(0);
    expect((await seen('other', path, head)).status).toBe(404);
    expect((await seen('other', `${path}/timeline`, head)).status).toBe(404);
    const csv = await seen('auditor', '/api/registrations?format=csv', head);
    expect(csv.body as unknown).toContain('Tổ tự quản Đường hoa');
    const told: unknown = (await seen('auditor', `${path}/timeline?format=csv`, head)).body;
    expect(told).toMatch(
      /\r\nGhi lúc,Ngày có hiệu lực,Người thực hiện,Vai trò,Đơn vị,Nội dung,Thay đổi,Văn bản,.*\r\n.*,Soạn đăng ký mô hình “Tổ tự quản/u,
    );
    const nowhere = await (await as('body')).post('/api/decisions/nope/cancel', { reason: {} });
    expect([nowhere.status, nowhere.body['code']]).toEqual([400, 'malformed']);
    const { events } = await api.ports.store.readAll({ after: 0, limit: 1000 });
    const exported = events.filter(({ type }) => type === 'ListExported').map(({ data }) => data);
    expect(exported.at(-1)).toMatchObject({ list: 'timeline', filter: JSON.stringify({ id: ids['registration'] }) });
    const feed = await (await as('auditor')).get('/api/feed?limit=1000');
    expect((feed.body['events'] as { position: number }[]).map(({ position }) => position)).toEqual(
      events.map(({ position }) => position),
    );
    expect((await (await as('auditor')).get(`/api/feed?after=${String(head + 5)}`)).status).toBe(409);
    const actions = await (await as('body')).get(`${path}/actions`);
    expect(actions.body['ReplicateModel']).toEqual({ allowed: true });
    expect(actions.body['ScoreModel']).toMatchObject({ allowed: false });
    expect((await (await as('officer')).get('/api/session')).body).toMatchObject({ personId: ids['officer'] });
    expect((await (await as('body')).get('/api/tasks')).status).toBe(200);
    expect((await (await as('body')).get('/api/units')).body.items).toHaveLength(3);
    expect((await (await as('body')).get('/health/ready')).status).toBe(200);
    expect((await (await as('body')).get('/api/openapi.json')).body).toMatchObject({ openapi: '3.1.0' });
  });

  it('a typical model may be taken up by every unit, also by one that does not see its registration', async () => {
    expect(
      (await seen('other', `/api/registrations/${ids['registration']}`, await api.ports.store.head())).status,
    ).toBe(404);
    const origin = { kind: 'REPLICATES', registrationId: ids['registration'] };
    const draft = {
      unitId: ids['otherUnit'],
      cycleId: ids['cycle'],
      form: { ...form, name: 'Đường hoa xã Khác' },
      origin,
    };
    done(await post('other', '/api/registrations', draft), 201);
  });
});
