import { ROLES, type Role } from '#domain';
import type { Session } from '#support';
import { ISSUE, RESULTS, SCORES } from './life.ts';
import { done, form, PAPER, startWorld, type Belongings, type World } from './world.ts';

interface Somebody {
  readonly session: Session;
  readonly id: string;
  readonly posts: readonly string[];
}

interface WaitsFor {
  readonly command: string;
  readonly mine: boolean;
  readonly who: readonly { readonly role: string; readonly unitId: string; readonly unitName: string }[];
}

const COLLECTIONS = {
  registration: 'registrations',
  decision: 'decisions',
  commendation: 'commendations',
  report: 'reports',
} as const;

let world: World;
const people = new Map<string, Somebody>();

beforeAll(async () => {
  world = await startWorld();
  const { belongings, keeper, keeperId, second, secondId } = world;
  const P = belongings.P.unitId;
  people.set('keeper', { session: keeper, id: keeperId, posts: ROLES.map((role) => `${role} ${P}`) });
  people.set('second', { session: second, id: secondId, posts: ROLES.map((role) => `${role} ${P}`) });
  const add = async (name: string, unit: keyof World['belongings'], ...roles: readonly Role[]): Promise<void> => {
    const added = await world.person(`viec-${String(people.size)}`, unit, ...roles);
    people.set(name, { ...added, posts: roles.map((role) => `${role} ${belongings[unit].unitId}`) });
  };
  for (const role of ['UNIT_OFFICER', 'UNIT_HEAD', 'STANDING_BODY_OFFICER', 'COUNCIL_MEMBER', 'INSPECTOR'] as const)
    await add(`${role} in A`, 'A', role);
  for (const role of ['STANDING_BODY_OFFICER', 'DECISION_SIGNER', 'AUDITOR', 'APPRAISER'] as const)
    await add(`${role} in P`, 'P', role);
  await add('head below', 'A1', 'UNIT_HEAD');
  await add('officer beside', 'B', 'UNIT_OFFICER');
  for (const name of ['impartial', 'conflicted', 'third']) await add(name, 'P', 'APPRAISER');
}, 180_000);

afterAll(() => world?.stop());

const somebody = (name: string): Somebody => {
  const found = people.get(name);
  if (found === undefined) throw new Error(`nobody is ${name}`);
  return found;
};

const seen = async ({ session }: Somebody, path: string) => {
  const head = await world.api.ports.store.head();
  return session.get(path, { headers: { 'x-kheo-wait-for': String(head) } });
};

/** `<id> <command>` of everything that is among somebody's tasks. */
const tasksOf = async (one: Somebody): Promise<ReadonlySet<string>> => {
  const { items } = done(await seen(one, '/api/tasks?limit=200'));
  const tasks = items as unknown as readonly {
    readonly id: string;
    readonly kind: string;
    readonly acts: readonly { readonly command: string }[];
  }[];
  return new Set(
    tasks
      .filter(({ kind }) => kind in COLLECTIONS)
      .flatMap(({ id, acts }) => acts.map(({ command }) => `${id} ${command}`)),
  );
};

/** What each thing that somebody sees is told to wait for, by the id of the thing. */
const toldTo = async (one: Somebody, paths: readonly string[]) => {
  const told = new Map<string, readonly WaitsFor[] | null>();
  for (const path of paths) {
    const { status, body } = await seen(one, path);
    if (status === 200) told.set(body.id, body['waitsFor'] as readonly WaitsFor[] | null);
  }
  return told;
};

/** Nobody is told to be waited for whose task it is not, and everybody finds on the page of a thing what their tasks tell. */
const agrees = async (paths: readonly string[]): Promise<void> => {
  const owed = new Map<string, ReadonlySet<string>>();
  for (const [name, one] of people) owed.set(name, await tasksOf(one));
  const asked = (key: string): readonly string[] => [...owed].flatMap(([name, keys]) => (keys.has(key) ? [name] : []));
  for (const [name, one] of people) {
    const told = await toldTo(one, paths);
    const mine = [...told].flatMap(([id, acts]) =>
      (acts ?? []).filter((act) => act.mine).map(({ command }) => `${id} ${command}`),
    );
    const own = [...(owed.get(name) ?? [])].filter((key) => told.has(key.split(' ')[0] ?? ''));
    expect({ name, mine: mine.toSorted() }).toEqual({ name, mine: own.toSorted() });
    for (const [id, acts] of told) {
      for (const { command, who } of acts ?? []) {
        const posts = who.map(({ role, unitId }) => `${role} ${unitId}`);
        const those = asked(`${id} ${command}`).map((each) => somebody(each).posts);
        const where = `${name}: ${command}`;
        expect({ where, untrue: posts.filter((post) => !those.some((held) => held.includes(post))) }).toEqual({
          ...{ where, untrue: [] },
        });
        expect({ where, untold: those.filter((held) => !held.some((post) => posts.includes(post))) }).toEqual({
          ...{ where, untold: [] },
        });
      }
    }
  }
};

const pathsOf = ({ registration, draft, decision, commendation, report }: Belongings): readonly string[] => [
  `/api/registrations/${registration}`,
  `/api/registrations/${draft}`,
  `/api/decisions/${decision}`,
  `/api/commendations/${commendation}`,
  `/api/reports/${report}`,
];

it('each thing names those whose task it is, and nobody else', async () => {
  const paths = Object.values(world.belongings).flatMap(pathsOf);
  await agrees(paths);
  const { A } = world.belongings;
  const told = await toldTo(somebody('AUDITOR in P'), pathsOf(A));
  expect(told.get(A.commendation)).toMatchObject([{ command: 'verify', mine: false, dueOn: null, obstacle: null }]);
  expect(told.get(A.draft)?.flatMap(({ who }) => who.map(({ unitName }) => unitName))).toContain('Đảng ủy xã Đổi Mới');
}, 180_000);

it('so it stays through the life of a model, and who is kept from the appraisal is told nothing of it', async () => {
  const { belongings, life, keeper, second } = world;
  const id = await life.draft({ unitId: belongings.A.unitId, form: form('Mô hình có người chờ') });
  const path = `/api/registrations/${id}`;
  const team = ['impartial', 'conflicted', 'third'].map(somebody);
  const by =
    (one: Session, command: string, body: object = {}) =>
    async () =>
      done(await one.post(`${path}/${command}`, body));
  const [impartial, conflicted, third] = team.map(({ session }) => session) as [Session, Session, Session];
  const steps = [
    ...[() => life.submit(id), () => life.accept(id), () => life.start(id)],
    by(keeper, 'request-recognition', { evidenceIds: [], results: RESULTS }),
    by(keeper, 'open-appraisal', { team: team.map((one) => one.id), dueOn: '2026-11-01' }),
    by(conflicted, 'declare-interest', { conflict: true, detail: 'Họ hàng' }),
    by(impartial, 'declare-interest', { conflict: false }),
    by(third, 'declare-interest', { conflict: false }),
    by(impartial, 'score', { scores: SCORES }),
    by(third, 'score', { scores: SCORES }),
  ];
  await agrees([path]);
  for (const step of steps) {
    await step();
    await agrees([path]);
  }
  const told = async (name: string) => (await toldTo(somebody(name), [path])).get(id);
  expect(await told('UNIT_HEAD in A')).toBeNull();
  expect(await told('conflicted')).toBeNull();
  expect((await told('STANDING_BODY_OFFICER in P'))?.map(({ command }) => command)).toEqual(['conclude-appraisal']);
  expect((await toldTo(somebody('AUDITOR in P'), [`${path}?asOf=2026-02-02`])).get(id)).toBeNull();

  await by(somebody('STANDING_BODY_OFFICER in P').session, 'conclude-appraisal')();
  await agrees([path]);
  expect((await told('UNIT_HEAD in A'))?.map(({ command }) => command)).toEqual(['draft-decision']);
  const wrong = { field: 'name', newValue: 'Mô hình được đính chính', reason: 'Viết nhầm', document: PAPER };
  await by(keeper, 'request-correction', wrong)();
  await agrees([path]);
  const decision = `/api/decisions/${done(await life.draftDecision(id)).id}`;
  await agrees([path, decision]);
  done(await keeper.post(`${decision}/freeze`));
  await agrees([path, decision]);
  done(await second.post(`${decision}/issue`, ISSUE));
  await agrees([path, decision]);
}, 300_000);
