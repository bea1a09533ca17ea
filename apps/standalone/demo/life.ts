import { addDays, regulation } from '#domain';
import type { Cast } from './cast.ts';
import type { Course, ListedModel } from './list.ts';

/** One imported row and the registration it became. */
export interface DemoModel extends ListedModel {
  readonly id: string;
}

/** The ids the demo goes by. */
export interface Stage {
  readonly province: string;
  readonly unit: string;
  readonly cycleId: string;
  readonly regulationId: string;
  readonly content: regulation.RegulationContent;
  readonly year: number;
  /** Person ids of the three appraisers. */
  readonly appraisers: readonly string[];
}

const BODY = 'standing-body';
const TEAM = ['appraiser-1', 'appraiser-2', 'appraiser-3'] as const;

/** Publishes the illustrative regulation and opens the year's cycle. */
export const openCycle = async (
  cast: Cast,
  stage: Pick<Stage, 'province' | 'year'>,
): Promise<Pick<Stage, 'content' | 'cycleId' | 'regulationId'>> => {
  const content = regulation.exampleRegulation(stage.year);
  const regulationId = await cast.act(BODY, '/api/regulations', { unitId: stage.province, content });
  const on = `${String(stage.year)}-01-12`;
  await cast.act('signer', `/api/regulations/${regulationId}/publish`, {
    ...{ number: '02-QĐ/TU', issuedOn: on, from: on },
    illustrative: true,
  });
  const cycleId = await cast.act(BODY, '/api/cycles', {
    unitId: stage.province,
    name: `Đợt thi đua "Dân vận khéo" năm ${String(stage.year)}`,
    year: stage.year,
    movement: 'Dân vận khéo',
    regulationId,
  });
  return { content, cycleId, regulationId };
};

/** From the submission to the request for recognition. */
export const playImplementation = async (cast: Cast, stage: Stage, models: readonly DemoModel[]): Promise<void> => {
  const day = (monthAndDay: string): string => `${String(stage.year)}-${monthAndDay}`;
  const each = async (courses: readonly Course[], act: (model: DemoModel) => Promise<unknown>): Promise<void> => {
    for (const model of models) if (courses.includes(model.course)) await act(model);
  };
  const path = ({ id }: DemoModel, command: string): string => `/api/registrations/${id}/${command}`;

  cast.goTo(day('02-16'));
  await each(ALL, (model) => cast.act('unit-head', path(model, 'submit')));
  cast.goTo(day('03-02'));
  const returned = { reason: 'Chưa rõ tiến độ thực hiện.', dueOn: day('03-16') };
  await each(['returned'], (model) => cast.act(BODY, path(model, 'return'), returned));
  await each(['declined'], (model) => cast.act(BODY, path(model, 'decline'), { reason: 'Ngoài phạm vi phong trào.' }));
  await each(ACCEPTED, (model) => cast.act(BODY, path(model, 'accept')));
  cast.goTo(day('03-09'));
  const plan = { plan: 'Theo kế hoạch đã đăng ký.', startedOn: day('03-09') };
  await each(ACCEPTED, (model) => cast.act('unit-head', path(model, 'start'), plan));
  cast.goTo(day('06-01'));
  const progress = {
    note: 'Đã có 96 hộ tham gia.',
    indicators: [{ name: 'Số hộ tham gia', value: 96, unit: 'hộ' }],
    evidenceIds: [await cast.addFile('unit-officer', stage.unit, 'PHOTO')],
  };
  await each(ACCEPTED, (model) => cast.act('unit-officer', path(model, 'record-progress'), progress));
  const inspection = { kind: 'INSPECTION', findings: 'Thực hiện đúng đăng ký.' };
  await each(['commended'], (model) => cast.act('inspector', path(model, 'record-inspection'), inspection));
  await each(['withdrawn'], (model) =>
    cast.act('unit-head', path(model, 'withdraw'), { reason: 'Nhập vào mô hình chung.' }),
  );
  cast.goTo(day('10-05'));
  const evidenceIds = [
    await cast.addFile('unit-head', stage.unit, 'RESULT_REPORT'),
    await cast.addFile('unit-head', stage.unit, 'CONFIRMATION'),
  ];
  await each(APPRAISED, (model) =>
    cast.act('unit-head', path(model, 'request-recognition'), { evidenceIds, results: resultsOf(stage, model) }),
  );
};

const APPRAISED: readonly Course[] = ['recognized', 'typical', 'commended', 'refused'];
const ACCEPTED: readonly Course[] = [...APPRAISED, 'withdrawn'];
const ALL: readonly Course[] = [...ACCEPTED, 'declined', 'returned'];

const criteriaOf = ({ content }: Stage, { subject }: DemoModel): readonly regulation.Criterion[] =>
  content.criteriaSets[subject === 'Tập thể' ? 'COLLECTIVE' : 'INDIVIDUAL'].criteria;

const resultsOf = (stage: Stage, model: DemoModel) =>
  criteriaOf(stage, model).map(({ code }) => ({ criterion: code, result: 'Đạt theo đăng ký.' }));

/** Three appraisers declare, score and the result is computed; the council votes. */
export const playAppraisals = async (cast: Cast, stage: Stage, models: readonly DemoModel[]): Promise<void> => {
  const asked = models.filter(({ course }) => APPRAISED.includes(course));
  const path = ({ id }: DemoModel, command: string): string => `/api/registrations/${id}/${command}`;
  const opened = `${String(stage.year)}-10-19`;
  cast.goTo(opened);
  for (const model of asked) {
    await cast.act(BODY, path(model, 'open-appraisal'), { team: stage.appraisers, dueOn: addDays(opened, 30) });
    for (const [seat, who] of TEAM.entries()) {
      await cast.act(who, path(model, 'declare-interest'), { conflict: false });
      const percent = (model.course === 'refused' ? 40 : 84) + seat * 4;
      const scores = criteriaOf(stage, model).map(({ code, maxPoints }) => ({
        criterion: code,
        points: Math.round((maxPoints * percent) / 100),
      }));
      await cast.act(who, path(model, 'score'), { scores });
    }
  }
  cast.goTo(`${String(stage.year)}-11-09`);
  const minutesId = await cast.addFile(BODY, stage.province, 'MINUTES');
  for (const model of asked) {
    await cast.act(BODY, path(model, 'conclude-appraisal'), { fieldVisitOn: addDays(opened, 7), minutesId });
    if (model.course === 'refused') continue;
    const vote = {
      yes: 5,
      no: 0,
      abstain: 0,
      members: 5,
      present: 5,
      heldOn: `${String(stage.year)}-11-09`,
      minutesId,
    };
    await cast.act(BODY, path(model, 'record-vote'), vote);
  }
};

export interface DemoDecision {
  readonly act: regulation.Act;
  readonly title: string;
  readonly issuedOn: string;
  readonly items: readonly {
    readonly kind: 'registration' | 'commendation';
    readonly id: string;
    readonly reason?: string;
  }[];
}

/** Drafts, freezes and issues; answers when every item has been told. */
export const decide = async (cast: Cast, stage: Stage, what: DemoDecision): Promise<string> => {
  const { act, title, items, issuedOn } = what;
  const id = await cast.act(BODY, '/api/decisions', {
    unitId: stage.province,
    cycleId: stage.cycleId,
    act,
    title,
    items,
  });
  await cast.act(BODY, `/api/decisions/${id}/freeze`);
  await cast.act('signer', `/api/decisions/${id}/issue`, {
    symbol: 'QĐ/TU',
    docType: 'QUYET_DINH',
    issuedOn,
    capacity: 'T/M Ban Thường vụ',
  });
  for (let tries = 0; tries < 500; tries++) {
    const { status } = await cast.get<{ readonly status: string }>('signer', `/api/decisions/${id}`);
    if (status === 'COMPLETED') return id;
    await new Promise((wake) => setTimeout(wake, 20));
  }
  throw new Error(`The decision "${title}" was not carried out.`);
};

/** Proposes, verifies, reviews and submits the commendation of a recognized model; answers its id. */
export const propose = async (cast: Cast, stage: Stage, model: DemoModel): Promise<string> => {
  const evidenceIds: string[] = [];
  for (const kind of ['SUBMISSION_LETTER', 'ACHIEVEMENT_REPORT', 'MINUTES']) {
    evidenceIds.push(await cast.addFile('unit-head', stage.unit, kind));
  }
  const id = await cast.act('unit-head', '/api/commendations', {
    unitId: stage.unit,
    cycleId: stage.cycleId,
    recipient: { type: model.subject === 'Tập thể' ? 'COLLECTIVE' : 'INDIVIDUAL', name: model.name },
    achievement: { kind: 'RECOGNIZED_MODEL', registrationId: model.id },
    form: 'CERTIFICATE_OF_MERIT',
    scope: 'MOVEMENT',
    evidenceIds,
  });
  await cast.act(BODY, `/api/commendations/${id}/verify`, { note: 'Hồ sơ đầy đủ.' });
  const minutesId = await cast.addFile(BODY, stage.province, 'MINUTES');
  const review = { favourable: true, opinion: 'Hội đồng nhất trí.', minutesId };
  await cast.act(BODY, `/api/commendations/${id}/record-council-review`, review);
  await cast.act(BODY, `/api/commendations/${id}/submit`, { toUnitId: stage.province });
  return id;
};
