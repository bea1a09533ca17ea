import { addDays, type registration, type regulation } from '#domain';
import { reached, type SampleRegistration } from './past-cycle.ts';
import { headOf } from './province.ts';
import { inParallel, type SampleCommands } from './sample-commands.ts';

const OFFICER = 'standing-body';
const TEAM = ['appraiser-1', 'appraiser-2', 'appraiser-3'] as const;

/** From the request for recognition to the vote. */
export const playAppraisals = async (
  commands: SampleCommands,
  all: readonly SampleRegistration[],
  content: regulation.RegulationContent,
  day: (monthAndDay: string) => string,
): Promise<void> => {
  day('10-06');
  await requestRecognition(commands, reached(all, 'requested'), content);
  const asked = day('10-10');
  await inParallel(
    all.filter(({ fate }) => fate === 'supplement'),
    (item) =>
      commands.act(OFFICER, item, 'supplement', 'RequireSupplement', {
        missing: ['Danh sách hộ tham gia có xác nhận'],
        dueOn: addDays(asked, 10),
      }),
  );
  const opened = day('10-20');
  const appraised = reached(all, 'appraising');
  await inParallel(appraised, (item) =>
    commands.act(OFFICER, item, 'open', 'OpenAppraisal', {
      team: TEAM.map((who) => commands.idOf('person', who)),
      dueOn: addDays(opened, 25),
    }),
  );
  day('10-27');
  await score(commands, appraised, content);
  const visited = day('11-06');
  const concluded = reached(all, 'appraised');
  const minutesId = await commands.evidence(OFFICER, 'past:minutes', commands.idOf('unit', 'province'), 'MINUTES');
  await inParallel(concluded, (item) =>
    commands.act(OFFICER, item, 'conclude', 'ConcludeAppraisal', { fieldVisitOn: addDays(visited, -7), minutesId }),
  );
  const heldOn = day('11-12');
  await inParallel(
    concluded.filter(({ fate }) => fate === 'recognized'),
    (item, index) =>
      commands.act(OFFICER, item, 'vote', 'RecordVote', {
        ...ballots(index),
        members: 5,
        present: 5,
        heldOn,
        minutesId,
      }),
  );
};

const ballots = (index: number): { yes: number; no: number; abstain: number } =>
  index % 4 === 0 ? { yes: 4, no: 0, abstain: 1 } : { yes: 5, no: 0, abstain: 0 };

const requestRecognition = async (
  commands: SampleCommands,
  items: readonly SampleRegistration[],
  content: regulation.RegulationContent,
): Promise<void> => {
  const dossiers = new Map<string, readonly string[]>();
  await inParallel([...new Set(items.map(({ unit }) => unit))], async (unit) => {
    const ids = content.dossier.requiredDocuments.map((kind) =>
      commands.evidence(headOf(unit), `past:${unit}:${kind}`, commands.idOf('unit', unit), kind),
    );
    dossiers.set(unit, await Promise.all(ids));
  });
  await inParallel(items, (item) =>
    commands.act(headOf(item.unit), item, 'request', 'RequestRecognition', {
      evidenceIds: dossiers.get(item.unit) ?? [],
      results: content.criteriaSets[item.form.subjectType].criteria.map(({ code }) => ({
        criterion: code,
        result: 'Đạt theo đăng ký.',
      })),
    }),
  );
};

const score = (commands: SampleCommands, items: readonly SampleRegistration[], content: regulation.RegulationContent) =>
  inParallel(items, async (item, index) => {
    const { criteria } = content.criteriaSets[item.form.subjectType];
    // One member is still to score where the appraisal is going on.
    const members = item.fate === 'appraising' ? TEAM.slice(0, 2) : TEAM;
    for (const [position, who] of members.entries()) {
      await commands.act(who, item, `declare:${who}`, 'DeclareInterest', { conflict: false });
      const percent = (item.fate === 'failed' ? 45 : 78) + ((index * 5 + position * 3) % 20);
      const scores = criteria.map(({ code, maxPoints }): registration.CriterionScore => ({
        criterion: code,
        points: Math.round((maxPoints * percent) / 100),
      }));
      await commands.act(who, item, `score:${who}`, 'ScoreModel', { scores });
    }
  });
