import { addDays, type registration, type regulation } from '#domain';
import { reached, type SampleRegistration } from './past-cycle.ts';
import { headOf } from './province.ts';
import { inParallel, type SampleDesk } from './sample-desk.ts';

const OFFICER = 'standing-body';
const TEAM = ['appraiser-1', 'appraiser-2', 'appraiser-3'] as const;

/** From the request for recognition to the vote. */
export const playAppraisals = async (
  desk: SampleDesk,
  all: readonly SampleRegistration[],
  content: regulation.RegulationContent,
  day: (monthAndDay: string) => string,
): Promise<void> => {
  day('10-06');
  await requestRecognition(desk, reached(all, 'requested'), content);
  const asked = day('10-10');
  await inParallel(
    all.filter(({ fate }) => fate === 'supplement'),
    (item) =>
      desk.registration(OFFICER, `${item.key}:supplement`, {
        type: 'RequireSupplement',
        id: item.id,
        data: { missing: ['Danh sách hộ tham gia có xác nhận'], dueOn: addDays(asked, 10) },
      }),
  );
  const opened = day('10-20');
  const appraised = reached(all, 'appraising');
  await inParallel(appraised, (item) =>
    desk.registration(OFFICER, `${item.key}:open`, {
      type: 'OpenAppraisal',
      id: item.id,
      data: { team: TEAM.map((who) => desk.idOf('person', who)), dueOn: addDays(opened, 25) },
    }),
  );
  day('10-27');
  await score(desk, appraised, content);
  const visited = day('11-06');
  const concluded = reached(all, 'appraised');
  const minutesId = await desk.evidence(OFFICER, 'past:minutes', desk.idOf('unit', 'province'), 'MINUTES');
  await inParallel(concluded, (item) =>
    desk.registration(OFFICER, `${item.key}:conclude`, {
      type: 'ConcludeAppraisal',
      id: item.id,
      data: { fieldVisitOn: addDays(visited, -7), minutesId },
    }),
  );
  const heldOn = day('11-12');
  await inParallel(
    concluded.filter(({ fate }) => fate === 'recognized'),
    (item, index) =>
      desk.registration(OFFICER, `${item.key}:vote`, {
        type: 'RecordVote',
        id: item.id,
        data: { ...ballots(index), members: 5, present: 5, heldOn, minutesId },
      }),
  );
};

const ballots = (index: number): { yes: number; no: number; abstain: number } =>
  index % 4 === 0 ? { yes: 4, no: 0, abstain: 1 } : { yes: 5, no: 0, abstain: 0 };

const requestRecognition = async (
  desk: SampleDesk,
  items: readonly SampleRegistration[],
  content: regulation.RegulationContent,
): Promise<void> => {
  const dossiers = new Map<string, readonly string[]>();
  await inParallel([...new Set(items.map(({ unit }) => unit))], async (unit) => {
    const ids = content.dossier.requiredDocuments.map((kind) =>
      desk.evidence(headOf(unit), `past:${unit}:${kind}`, desk.idOf('unit', unit), kind),
    );
    dossiers.set(unit, await Promise.all(ids));
  });
  await inParallel(items, (item) =>
    desk.registration(headOf(item.unit), `${item.key}:request`, {
      type: 'RequestRecognition',
      id: item.id,
      data: {
        evidenceIds: dossiers.get(item.unit) ?? [],
        results: content.criteriaSets[item.form.subjectType].criteria.map(({ code }) => ({
          criterion: code,
          result: 'Đạt theo đăng ký.',
        })),
      },
    }),
  );
};

const score = (desk: SampleDesk, items: readonly SampleRegistration[], content: regulation.RegulationContent) =>
  inParallel(items, async (item, index) => {
    const { criteria } = content.criteriaSets[item.form.subjectType];
    // One member is still to score where the appraisal is going on.
    const members = item.fate === 'appraising' ? TEAM.slice(0, 2) : TEAM;
    for (const [position, who] of members.entries()) {
      const declare = { type: 'DeclareInterest', id: item.id, data: { conflict: false } } as const;
      await desk.registration(who, `${item.key}:declare:${who}`, declare);
      const percent = (item.fate === 'failed' ? 45 : 78) + ((index * 5 + position * 3) % 20);
      const scores = criteria.map(({ code, maxPoints }): registration.CriterionScore => ({
        criterion: code,
        points: Math.round((maxPoints * percent) / 100),
      }));
      await desk.registration(who, `${item.key}:score:${who}`, { type: 'ScoreModel', id: item.id, data: { scores } });
    }
  });
