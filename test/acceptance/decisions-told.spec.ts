import type { Session } from '#support';
import { untilQuiet } from '#support/until';
import { ISSUE, playUntil, SCORES } from './security/life.ts';
import { done, form, PAPER, quickRules, startWorld, type World } from './security/world.ts';

let world: World;
/** Of a commune whose own body is not competent; of its unit; and who signs for the province. */
let communeBody: Session;
let head: Session;
let signer: Session;
let signerId: string;
let other: Session;

beforeAll(async () => {
  world = await startWorld();
  communeBody = (await world.person('thuong-truc-xa', 'A', 'STANDING_BODY_OFFICER')).session;
  head = (await world.person('truong-xa', 'A', 'UNIT_HEAD')).session;
  const signs = await world.person('nguoi-ky', 'P', 'DECISION_SIGNER', 'APPRAISER');
  [signer, signerId] = [signs.session, signs.id];
  other = (await world.person('nguoi-ky-khac', 'P', 'DECISION_SIGNER')).session;
}, 120_000);

afterAll(() => world?.stop());

/** What the read models say once they have seen everything. */
const seen = async (session: Session, path: string) => {
  const head = await world.api.ports.store.head();
  return done(await session.get(path, { headers: { 'x-kheo-wait-for': String(head) } }));
};

const appraised = async (name: string, unitId = world.belongings.A.unitId): Promise<string> => {
  const id = await world.life.draft({ unitId, form: form(name) });
  await playUntil(world.life, id, 'conclude');
  return id;
};

const drafted = async (registrationId: string): Promise<string> =>
  done(await world.life.draftDecision(registrationId)).id;

describe('an item that stands in two lists', () => {
  it('is drafted on as often as one likes, and frozen in one list only: told before, and refused', async () => {
    const { keeper, second, life, belongings } = world;
    const id = await appraised('Mô hình hai quyết định');
    const [first, other] = [await drafted(id), await drafted(id)];
    const candidate = async () => {
      const { items } = await seen(second, `/api/decisions/candidates?act=RECOGNIZE&unit=${belongings.P.unitId}`);
      return items.find((each) => each.id === id);
    };
    expect(await candidate()).toMatchObject({ eligible: true, decisionStatus: 'DRAFT' });
    done(await life.freeze(first));
    expect(await life.freeze(other)).toMatchObject({
      status: 422,
      body: { code: 'item-not-eligible', errors: [{ pointer: '/items/0', code: 'item-in-other-decision' }] },
    });
    expect(await candidate()).toMatchObject({
      ...{ eligible: false, reason: 'item-in-other-decision' },
      ...{ decisionId: first, decisionTitle: 'Công nhận mô hình', decisionStatus: 'FROZEN' },
      sentence: { vi: 'Đã nằm trong danh sách đã chốt của quyết định khác: “Công nhận mô hình”.' },
    });
    expect((await seen(keeper, `/api/decisions/${other}/actions`))['FreezeDecision']).toMatchObject({
      ...{ allowed: false, reason: 'item-not-eligible', faults: [{ code: 'item-in-other-decision' }] },
    });
    done(await keeper.post(`/api/decisions/${first}/cancel`, { reason: 'Soạn lại' }));
    done(await life.freeze(other));
  });

  it('is in one list only when both are frozen at once: the other one is told which', async () => {
    const { life } = world;
    const id = await appraised('Mô hình chốt cùng lúc');
    const answers = await Promise.all([await drafted(id), await drafted(id)].map((decision) => life.freeze(decision)));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 422]);
    expect(answers.find(({ status }) => status === 422)?.body).toMatchObject({
      code: 'item-not-eligible',
      errors: [
        {
          code: 'item-in-other-decision',
          message: 'Mô hình chốt cùng lúc: Đã nằm trong danh sách đã chốt của quyết định khác: “Công nhận mô hình”.',
        },
      ],
    });
  });
});

interface Act {
  readonly command: string;
  readonly obstacle: { readonly vi: string } | null;
  readonly remark: { readonly code: string; readonly field: string | null } | null;
}

/** What somebody is asked to do with a thing; undefined where it is no task of theirs. */
const actsOn = async (session: Session, id: string): Promise<readonly Act[] | undefined> => {
  const { items } = await seen(session, '/api/tasks?limit=200');
  return items.find((each) => each.id === id)?.['acts'] as readonly Act[] | undefined;
};

describe('a task says what its action says', () => {
  it('a draft that lacks what the regulation requires cannot be handed in, and says so', async () => {
    const { situation: _situation, ...lacking } = form('Mô hình thiếu hiện trạng');
    const id = await world.life.draft({ unitId: world.belongings.A.unitId, form: lacking });
    const obstacle = { vi: expect.stringContaining('còn thiếu mục bắt buộc') as string };
    expect(await actsOn(head, id)).toMatchObject([{ command: 'submit', obstacle }]);
    const actions = (await seen(head, `/api/registrations/${id}/actions`)) as unknown as Record<string, object>;
    expect(actions['SubmitRegistration']).toMatchObject({ allowed: false, sentence: obstacle });
  });

  it('a decision is to be drafted by a body that drafts for a competent one, and by no other', async () => {
    const id = await appraised('Mô hình chờ quyết định');
    expect(await actsOn(world.second, id)).toMatchObject([{ command: 'draft-decision', obstacle: null }]);
    expect(await actsOn(communeBody, id)).toBeUndefined();
  });

  it('a list that cannot be frozen says so, and one that nobody else could sign', async () => {
    const { keeper, second, belongings } = world;
    expect(await actsOn(second, belongings.A.decision)).toMatchObject([
      { command: 'freeze', obstacle: { vi: expect.stringContaining('chưa đủ điều kiện') as string } },
    ]);
    const decision = await drafted(await appraised('Mô hình chờ chốt'));
    expect(await actsOn(keeper, decision)).toMatchObject([{ command: 'freeze', obstacle: null, remark: null }]);
  });

  it('who took part in an item is told why they cannot sign', async () => {
    const { life, belongings, second } = world;
    const id = await life.draft({ unitId: belongings.A.unitId, form: form('Mô hình do người ký chấm') });
    await playUntil(life, id, 'request');
    const at = (command: string): string => `/api/registrations/${id}/${command}`;
    done(await second.post(at('open-appraisal'), { team: [signerId], dueOn: '2026-11-01' }));
    done(await signer.post(at('declare-interest'), { conflict: false }));
    done(await signer.post(at('score'), { scores: SCORES }));
    done(await life.conclude(id));
    const decision = await drafted(id);
    done(await life.freeze(decision));
    expect(await actsOn(signer, decision)).toMatchObject([
      { command: 'issue', obstacle: { vi: expect.stringContaining('thẩm định') as string } },
    ]);
    expect(await actsOn(other, decision)).toMatchObject([{ command: 'issue', obstacle: null }]);
    expect(await actsOn(world.keeper, decision)).toBeUndefined();
  });

  it('a list that nobody can sign says so before it is frozen, and is then to be cancelled', async () => {
    const items = [{ kind: 'registration', id: await appraised('Mô hình do xã quyết định') }];
    const draft = { unitId: world.belongings.A.unitId, act: 'RECOGNIZE', title: 'Xã công nhận', items };
    const decision = done(await communeBody.post('/api/decisions', draft)).id;
    const remark = { code: 'not-competent', field: null, sentence: { vi: expect.any(String) as string } };
    expect(await actsOn(communeBody, decision)).toMatchObject([{ command: 'freeze', obstacle: null, remark }]);
    done(await communeBody.post(`/api/decisions/${decision}/freeze`));
    expect(await actsOn(communeBody, decision)).toMatchObject([{ command: 'cancel', obstacle: null, remark }]);
    done(await communeBody.post(`/api/decisions/${decision}/cancel`, { reason: 'Không có thẩm quyền' }));
    expect(await actsOn(communeBody, decision)).toBeUndefined();
  });

  it('a regulation whose text is wrong says that it cannot be put in force', async () => {
    const { keeper, belongings } = world;
    const content = { ...quickRules(), fields: [] };
    const { id } = done(await keeper.post('/api/regulations', { unitId: belongings.P.unitId, content }));
    expect(await actsOn(signer, id)).toMatchObject([
      { command: 'publish', obstacle: { vi: expect.stringContaining('chỗ sai') as string } },
    ]);
  });
});

describe('a decision of another body that names one’s own', () => {
  it('says why nothing may be done with it, and keeps its number books to itself', async () => {
    const { life } = world;
    const id = await appraised('Mô hình được công nhận');
    const decision = await drafted(id);
    const path = `/api/decisions/${decision}`;
    done(await life.freeze(decision));
    expect((await head.get(`${path}/actions`)).status).toBe(404);
    done(await other.post(`${path}/issue`, ISSUE));
    await untilQuiet(world.api.ports.store);
    const actions = Object.values(await seen(head, `${path}/actions`)) as { allowed?: boolean; reason?: string }[];
    expect(actions.map(({ allowed }) => allowed)).not.toContain(true);
    expect((await head.get(`${path}/next-numbers`)).status).toBe(403);
    expect((await seen(head, path)).items).toHaveLength(1);
    const stranger = (await world.person('truong-xa-ben', 'B', 'UNIT_HEAD')).session;
    for (const part of ['', '/actions', '/next-numbers'])
      expect((await stranger.get(`${path}${part}`)).status).toBe(404);
  });
});

it('a decision names its items as they were frozen, and the name that was corrected since beside it', async () => {
  const { keeper, second } = world;
  const id = await appraised('Mô hình viết nhầm tên');
  const path = `/api/decisions/${await drafted(id)}`;
  const names = async () => {
    const items = (await seen(keeper, path)).items as unknown as readonly { name: string; nameNow: string | null }[];
    return items.map(({ name, nameNow }) => [name, nameNow]);
  };
  expect(await names()).toEqual([['Mô hình viết nhầm tên', null]]);
  done(await keeper.post(`${path}/freeze`));
  done(await other.post(`${path}/issue`, ISSUE));
  await untilQuiet(world.api.ports.store);
  const asked = { field: 'name', newValue: 'Mô hình đúng tên', reason: 'Viết nhầm', document: PAPER };
  const { commandId: correctionId } = done(await second.post(`/api/registrations/${id}/request-correction`, asked));
  done(await keeper.post(`/api/registrations/${id}/approve-correction`, { correctionId }));
  expect(await names()).toEqual([['Mô hình viết nhầm tên', 'Mô hình đúng tên']]);
});

it('who signs is told before which items drop out; the trail of the decision names what it reached and what it did not', async () => {
  const { keeper, second, belongings } = world;
  const [kept, changed] = [await appraised('Mô hình giữ nguyên'), await appraised('Mô hình sửa sau khi chốt')];
  const items = [kept, changed].map((id) => ({ kind: 'registration', id }));
  const draft = { unitId: belongings.P.unitId, act: 'RECOGNIZE', title: 'Công nhận hai mô hình', items };
  const { id } = done(await second.post('/api/decisions', draft));
  const path = `/api/decisions/${id}`;
  done(await keeper.post(`${path}/freeze`));
  const dry = async () => done(await other.post(`${path}/issue`, ISSUE, { headers: { 'x-kheo-dry-run': 'true' } }));
  expect((await seen(other, `${path}/actions`))['IssueDecision']).toEqual({ allowed: true });
  expect(await dry()).toMatchObject({ dropping: [] });
  const asked = { field: 'name', newValue: 'Mô hình tên mới', reason: 'Viết nhầm', document: PAPER };
  done(await second.post(`/api/registrations/${changed}/request-correction`, asked));
  const remark = {
    ...{ code: 'items-drop-out', field: null },
    sentence: {
      vi: expect.stringMatching(/ra khỏi danh sách: Mô hình sửa sau khi chốt \(Đảng ủy xã Đổi Mới\)\.$/u) as string,
    },
  };
  expect((await seen(other, `${path}/actions`))['IssueDecision']).toMatchObject({ allowed: true, remark });
  expect(await actsOn(other, id)).toMatchObject([{ command: 'issue', obstacle: null, remark }]);
  expect(await dry()).toMatchObject({ dropping: ['Mô hình sửa sau khi chốt (Đảng ủy xã Đổi Mới)'] });
  expect(done(await other.post(`${path}/issue`, ISSUE))).not.toHaveProperty('dropping');
  await untilQuiet(world.api.ports.store);
  const trail = (await seen(keeper, `${path}/timeline`)).items as unknown as { sentence: { vi: string } }[];
  expect(trail.map(({ sentence }) => sentence.vi)).toEqual(
    expect.arrayContaining([
      'Thi hành quyết định với “Mô hình giữ nguyên”',
      'Đưa “Mô hình sửa sau khi chốt” ra khỏi quyết định: đã thay đổi sau khi chốt danh sách',
    ]),
  );
});

describe('after the deadline', () => {
  it('a draft takes a reason, which is said with its field; in a closed cycle it can only be withdrawn', async () => {
    const { api, keeper, belongings } = world;
    const cycleId = belongings.P.cycle;
    const body = { unitId: belongings.A.unitId, cycleId, form: form('Mô hình nộp muộn') };
    const id = done(await keeper.post('/api/registrations', body)).id;
    api.clock.set('2026-04-02T02:00:00.000Z');
    const late = {
      code: 'late-reason-required',
      field: 'lateReason',
      sentence: { vi: expect.stringContaining('31/03/2026') as string },
    };
    const renewed = await api.signIn('truong-xa');
    expect((await seen(renewed, `/api/registrations/${id}/actions`))['SubmitRegistration']).toMatchObject({
      ...{ allowed: true, remark: late },
    });
    expect(await actsOn(renewed, id)).toMatchObject([{ command: 'submit', obstacle: null, remark: late }]);
    const officer = await api.signIn('keeper');
    const { items } = await seen(officer, `/api/registrations/places?cycle=${cycleId}`);
    expect(items.find(({ unitId }) => unitId === belongings.A.unitId)).toMatchObject({ eligible: true, remark: late });
    done(await officer.post(`/api/cycles/${cycleId}/close`, { reason: 'Hết đợt' }));
    expect(await actsOn(renewed, id)).toMatchObject([{ command: 'withdraw' }]);
    expect((await actsOn(officer, id))?.map(({ command }) => command)).toEqual(['withdraw']);
  });
});
