import { dryRun, type DryRunRegistration } from './dry-run.ts';
import type { RegulationContent } from '../regulation/events.ts';
import { exampleRegulation } from '../regulation/example/regulation.ts';

const current = exampleRegulation(2026);
const scores = [
  {
    personId: 'appraiser-1',
    scores: current.criteriaSets.COLLECTIVE.criteria.map(({ code, maxPoints }) => ({
      criterion: code,
      points: maxPoints - 5,
    })),
  },
];
const model = (of: Partial<DryRunRegistration> = {}): DryRunRegistration => ({
  registrationId: 'reg-1',
  unitKind: 'COMMUNE',
  status: 'IN_PROGRESS',
  form: {
    name: 'Thắp sáng đường quê',
    subjectType: 'COLLECTIVE',
    field: 'KINH_TE',
    programmeTags: ['NONG_THON_MOI'],
    situation: 'a',
    objectives: 'b',
    content: 'c',
    schedule: 'd',
  },
  startedOn: '2026-04-01',
  documents: ['RESULT_REPORT', 'CONFIRMATION'],
  teamSize: 3,
  scores: [],
  ...of,
});
const changes = (next: Partial<RegulationContent>, registration: DryRunRegistration) =>
  dryRun(current, { ...current, ...next }, [registration]).map(({ kind, what, before, after }) => [
    kind,
    what,
    before,
    after,
  ]);

describe('a dry run of a regulation', () => {
  it('finds nothing when nothing changes', () => {
    for (const status of ['DRAFT', 'IN_PROGRESS', 'UNDER_APPRAISAL', 'APPRAISED'] as const) {
      expect(changes({}, model({ status, scores }))).toEqual([]);
    }
  });

  it('lists a model that would fail under a higher pass mark', () => {
    const { COLLECTIVE } = current.criteriaSets;
    const criteriaSets = { ...current.criteriaSets, COLLECTIVE: { ...COLLECTIVE, passMark: 76 } };
    const appraised = model({ status: 'APPRAISED', scores });
    expect(changes({ criteriaSets }, appraised)).toEqual([['OUTCOME', 'appraisal', 'passed · DAT', 'failed · DAT']]);
    expect(changes({ criteriaSets }, model({ ...appraised, scores: [] }))).toEqual([]);
  });

  it('lists a vote that would fail, and one that is no longer or newly needed', () => {
    const vote = { yes: 7, no: 3, abstain: 0, members: 10, present: 10 };
    const appraised = model({ status: 'APPRAISED', scores, vote });
    const stricter = { vote: { ...current.vote!, minPercent: 71 } };
    expect(changes(stricter, appraised)).toEqual([['OUTCOME', 'vote', 'passed', 'failed']]);
    const { vote: _vote, ...without } = current;
    const ask = (registration: DryRunRegistration) => dryRun(without, current, [registration])[0];
    expect(ask(appraised)).toMatchObject({ what: 'vote', before: 'not-needed', after: 'passed' });
    const { vote: _held, ...notHeld } = appraised;
    expect(ask(notHeld)).toMatchObject({ what: 'vote', before: 'not-needed', after: 'outstanding' });
  });

  it('lists what a form or a dossier would lack', () => {
    const registration = { ...current.registration, requiredItems: ['situation', 'outputs', 'forces'] as const };
    expect(changes({ registration }, model({ status: 'SUBMITTED' }))).toEqual([
      ['STEP', 'missing-items', '', 'forces, outputs'],
    ]);
    const dossier = { ...current.dossier, requiredDocuments: ['PHOTO'] as const };
    expect(changes({ dossier }, model())).toEqual([['STEP', 'missing-documents', '', 'PHOTO']]);
  });

  it('lists a field or a tag that would no longer exist', () => {
    expect(changes({ fields: current.fields.slice(1), programmeTags: [] }, model())).toEqual([
      ['STEP', 'unknown-codes', '', 'KINH_TE, NONG_THON_MOI'],
    ]);
  });

  it('lists a team that would be too small and another signing body', () => {
    const appraisal = { ...current.appraisal, minMembers: 5 };
    expect(changes({ appraisal }, model({ status: 'UNDER_APPRAISAL' }))).toEqual([
      ['STEP', 'members-lacking', '0', '2'],
    ]);
    const authorities = current.authorities.map((each) => ({ ...each, signedBy: 'NATIONAL' as const }));
    expect(changes({ authorities }, model())).toEqual([['STEP', 'signing-body', 'PROVINCE', 'NATIONAL']]);
  });

  it('lists the deadlines that still lie ahead of the registration', () => {
    const later: Partial<RegulationContent> = {
      registration: { ...current.registration, deadline: '2026-04-15' },
      dossier: { ...current.dossier, deadline: '2026-11-10', minImplementationDays: 60 },
      appraisal: { ...current.appraisal, deadline: '2026-12-15' },
    };
    expect(changes(later, model())).toEqual([
      ['DEADLINE', 'dossier', '2026-10-31', '2026-11-10'],
      ['DEADLINE', 'earliest-request', '2026-05-01', '2026-05-31'],
      ['DEADLINE', 'appraisal', '2026-11-30', '2026-12-15'],
    ]);
    expect(changes(later, model({ status: 'RETURNED' })).map(([, what]) => what)).toEqual([
      'registration',
      'dossier',
      'appraisal',
    ]);
    const { startedOn: _startedOn, ...notStarted } = model();
    expect(changes(later, notStarted).map(([, what]) => what)).toEqual(['dossier', 'appraisal']);
  });

  it('asks nothing of registrations that are decided', () => {
    for (const status of ['RECOGNIZED', 'NOT_RECOGNIZED', 'WITHDRAWN', 'DECLINED', 'REVOKED'] as const) {
      const other = exampleRegulation(2030);
      expect(dryRun(current, { ...other, fields: [] }, [model({ status, scores })])).toEqual([]);
    }
  });
});
