import type { regulation } from '#domain';
import { document, ids, type Samples } from './common.ts';

const { regulation: regulationId, unit: unitId, cycle: cycleId, other } = ids;

const criteriaSet: regulation.CriteriaSet = {
  method: 'POINTS',
  criteria: [{ code: 'KQ', name: 'Kết quả', maxPoints: 100, mandatory: true }],
  bands: [{ code: 'TOT', name: 'Tốt', from: 80, to: 100 }],
  passMark: 50,
};

const content: regulation.RegulationContent = {
  title: 'Quy chế công nhận mô hình Dân vận khéo',
  illustrative: true,
  fields: [{ code: 'KT', name: 'Kinh tế' }],
  programmeTags: [{ code: 'NTM', name: 'Nông thôn mới' }],
  criteriaSets: { COLLECTIVE: criteriaSet, INDIVIDUAL: criteriaSet },
  registration: {
    deadline: '2026-03-31',
    lateWithReason: true,
    maxReturns: 2,
    requiredItems: ['objectives', 'content'],
    minPerUnit: 1,
  },
  dossier: {
    requiredDocuments: ['ACHIEVEMENT_REPORT'],
    deadline: '2026-10-31',
    minImplementationDays: 90,
    supplementDays: 10,
  },
  appraisal: {
    minMembers: 3,
    noneFromRegisteringUnit: true,
    fieldVisit: true,
    aggregate: 'MEAN',
    deadline: '2026-11-30',
  },
  vote: {
    method: 'SECRET',
    denominator: 'ALL_MEMBERS',
    minPercent: 80,
    quorumPercent: 67,
    writtenBallots: false,
  },
  authorities: [{ act: 'COMMEND', unitKind: 'COMMUNE', signedBy: 'PROVINCE', forms: ['CERTIFICATE_OF_MERIT'] }],
  reporting: { periods: [{ kind: 'ANNUAL', cutoff: '2026-11-30', dueOn: '2026-12-15' }] },
  calendar: { holidays: ['2026-09-02'], makeUpDays: ['2026-08-22'] },
  numbering: { resets: 'YEAR' },
};

export const regulationSamples: Samples<(regulation.RegulationEvent | regulation.CycleEvent)['type']> = {
  RegulationDrafted: { regulationId, unitId, content },
  RegulationRevised: { regulationId, content },
  RegulationPublished: {
    regulationId,
    number: '05-QĐ/TU',
    issuedOn: '2026-01-10',
    from: '2026-01-15',
    warnings: [{ code: 'no-eligible-person', step: 'APPRAISAL', units: 1, examples: [unitId] }],
  },
  CalendarAmended: {
    regulationId,
    addedHolidays: [{ date: '2027-02-05', name: 'Tết Nguyên đán' }],
    removedHolidays: ['2027-02-12'],
    addedMakeUpDays: ['2027-02-20'],
    removedMakeUpDays: [],
    document,
  },
  RegulationSuperseded: { regulationId, byRegulationId: other, from: '2027-01-01' },
  CycleOpened: {
    cycleId,
    unitId,
    name: 'Dân vận khéo 2026',
    year: 2026,
    untilYear: 2030,
    movement: 'Dân vận khéo',
    regulationId,
    registrationDeadline: '2026-03-31',
    dossierDeadline: '2026-10-31',
    appraisalDeadline: '2026-11-30',
  },
  DeadlineExtended: {
    cycleId,
    step: 'REGISTRATION',
    originalDueOn: '2026-03-31',
    dueOn: '2026-04-10',
    reason: 'Bão lũ',
    document,
  },
  CycleClosed: { cycleId, reason: 'Đã tổng kết' },
};

export { criteriaSet };
