import { ROLES, type reporting } from '#domain';
import type { Session } from '#support';
import { lifeIn, playUntil, type Life, type STEPS } from '../security/life.ts';
import { obligeReport } from '../security/reminded.ts';
import { done, form, startWorld, type Belongings, type World } from '../security/world.ts';
import { untilQuiet } from '#support/until';

/** One registration, or whatever the name says, in the status the name says. */
export type Things = Readonly<
  Record<
    | 'draft'
    | 'withoutSituation'
    | 'submitted'
    | 'nameInUse'
    | 'registered'
    | 'inProgress'
    | 'requested'
    | 'supplementRequired'
    | 'underAppraisal'
    | 'appraised'
    | 'recognized'
    | 'draftDecision'
    | 'frozenDecision'
    | 'issuedDecision'
    | 'proposal'
    | 'verifiedProposal'
    | 'withdrawnProposal'
    | 'cycle'
    | 'closedCycle'
    | 'draftRegulation'
    | 'regulationInForce'
    | 'unit'
    | 'closedUnit'
    | 'inspector'
    | 'personWithoutAccount'
    | 'openReport'
    | 'submittedReport'
    | 'consolidatedReport'
    | 'sentMessage'
    | 'endedImport'
    | 'nothing',
    string
  >
>;

/** Who asks. All but `nobody` are signed in and hold every role in the province. */
export type Asker = 'author' | 'reader' | 'appraiser' | 'signer' | 'nobody';

export interface Stage {
  readonly world: World;
  readonly home: Belongings;
  readonly things: Things;
  readonly cookies: Readonly<Record<Asker, string>>;
  readonly reader: Session;
}

export const NOTHING = '00000000-0000-4000-8000-000000000000';

/** Plays everything that a case of the table is about; nothing is played afterwards. */
export const setStage = async (): Promise<Stage> => {
  const world = await startWorld();
  const { keeper, second, belongings } = world;
  const appraiser = await world.person('scores', 'P', 'APPRAISER');
  const signer = await world.person('signs', 'P', ...ROLES);
  const cast = { officer: keeper, head: keeper, body: second, appraiser: appraiser.session, appraiserId: appraiser.id };
  const life = lifeIn(
    { ...cast, freezer: second, signer: signer.session },
    world.cycleId,
    belongings.A.unitId,
    belongings.P.unitId,
  );
  const things = {
    ...(await registrations(life, second)),
    ...(await decisions(world, life)),
    ...(await commendations(world)),
    ...(await organization(world)),
    cycle: belongings.A.cycle,
    closedCycle: belongings.B.cycle,
    draftRegulation: belongings.A.regulation,
    regulationInForce: world.regulationId,
    ...(await reports(world)),
    sentMessage: world.reminders.inbox,
    endedImport: world.importId,
    nothing: NOTHING,
  };
  done(await keeper.post(`/api/cycles/${belongings.B.cycle}/close`, { reason: 'Hết đợt' }));
  const cookies = {
    author: keeper.cookie,
    reader: second.cookie,
    appraiser: appraiser.session.cookie,
    signer: signer.session.cookie,
    nobody: '',
  };
  return { world, home: belongings.A, things, cookies, reader: second };
};

const registrations = async (life: Life, body: Session) => {
  const draft = (name: string): Promise<string> => life.draft({ form: form(name) });
  const played = async (last: (typeof STEPS)[number]): Promise<string> => {
    const id = await draft(`Mô hình đến bước ${last}`);
    await playUntil(life, id, last);
    return id;
  };
  const { situation: _left, ...incomplete } = form('Thiếu hiện trạng');
  const nameInUse = await draft('Mô hình đến bước accept');
  const registered = await played('accept');
  done(await life.submit(nameInUse));
  const supplementRequired = await draft('Mô hình phải bổ sung');
  await playUntil(life, supplementRequired, 'request');
  const missing = { missing: ['Báo cáo'], dueOn: '2026-02-10' };
  done(await body.post(`/api/registrations/${supplementRequired}/require-supplement`, missing));
  return {
    draft: await draft('Mô hình mới soạn'),
    withoutSituation: await life.draft({ form: incomplete }),
    submitted: await played('submit'),
    nameInUse,
    registered,
    inProgress: await played('start'),
    requested: await played('request'),
    supplementRequired,
    underAppraisal: await played('openAppraisal'),
    appraised: await played('conclude'),
  };
};

const decisions = async ({ second, belongings, api }: World, life: Life) => {
  const decide = async (name: string): Promise<{ readonly model: string; readonly decision: string }> => {
    const model = await life.draft({ form: form(name) });
    await playUntil(life, model, 'conclude');
    const decision = done(await life.draftDecision(model)).id;
    done(await life.freeze(decision));
    return { model, decision };
  };
  const issued = await decide('Mô hình được công nhận');
  done(await life.issue(issued.decision));
  for (let round = 0; round < 100; round += 1) {
    const { status } = await second.post(`/api/registrations/${issued.model}/mark-typical`, { reason: 'Điển hình' });
    if (status === 200) break;
    await new Promise((wake) => setTimeout(wake, 100));
  }
  await untilQuiet(api.ports.store);
  return {
    recognized: issued.model,
    issuedDecision: issued.decision,
    frozenDecision: (await decide('Mô hình đã chốt')).decision,
    draftDecision: belongings.A.decision,
  };
};

/** Reports of the first half of last year: due long ago. */
const reports = async ({ api, keeper, regulationId, belongings: { A, A1, P } }: World) => {
  const oblige = (unitId: string, receiverId: string, kind: reporting.ReportKind): Promise<string> =>
    obligeReport(api, { unitId, receiverId, kind, regulationId });
  const submittedReport = await oblige(A.unitId, P.unitId, 'OWN');
  const filled = { figures: { BUOI_TUYEN_TRUYEN: 1 }, narrative: '', evidenceIds: [] };
  done(await keeper.post(`/api/reports/${submittedReport}/submit`, filled));
  return {
    submittedReport,
    openReport: await oblige(A1.unitId, A.unitId, 'OWN'),
    consolidatedReport: await oblige(A.unitId, P.unitId, 'CONSOLIDATED'),
  };
};

const commendations = async ({ keeper, second, belongings: { A, B, B1 } }: World) => {
  done(await second.post(`/api/commendations/${B.commendation}/verify`, { note: 'Đủ hồ sơ' }));
  done(await keeper.post(`/api/commendations/${B1.commendation}/withdraw`, { reason: 'Đề nghị nhầm' }));
  return { proposal: A.commendation, verifiedProposal: B.commendation, withdrawnProposal: B1.commendation };
};

const organization = async ({ keeper, belongings: { A } }: World) => {
  const unit = { name: 'Chi bộ đã giải thể', kind: 'UNIT', parentId: A.unitId, from: '2025-07-01' };
  const closedUnit = done(await keeper.post('/api/units', unit)).id;
  done(await keeper.post(`/api/units/${closedUnit}/close`, { on: '2026-02-01', reason: 'Hợp nhất' }));
  const personWithoutAccount = done(await keeper.post('/api/people', { name: 'Người chưa có tài khoản' })).id;
  return { unit: A.unitId, closedUnit, inspector: A.person, personWithoutAccount };
};
