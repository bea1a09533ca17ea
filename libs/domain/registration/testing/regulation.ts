import type { DocumentKind, EvidenceRef } from '../../kernel/index.ts';
import type { CriteriaSet, RegulationContent } from '../../regulation/events.ts';
import type { RegulationVersion, TeamMemberFacts } from '../facts.ts';
import { MORNING } from '../../kernel/testing/spec.ts';
import { BODY } from './people.ts';

export const criteriaSet: CriteriaSet = {
  method: 'POINTS',
  criteria: [
    { code: 'C1', name: 'Hiệu quả', maxPoints: 60, mandatory: true },
    { code: 'C2', name: 'Nhân rộng', maxPoints: 40, mandatory: false },
  ],
  bands: [
    { code: 'KHA', name: 'Khá', from: 50, to: 79 },
    { code: 'TOT', name: 'Tốt', from: 80, to: 100 },
  ],
  passMark: 50,
};

export const contentWithoutVote: RegulationContent = {
  title: 'Quy định minh họa',
  illustrative: true,
  fields: [{ code: 'KT', name: 'Kinh tế' }],
  programmeTags: [{ code: 'NTM', name: 'Nông thôn mới' }],
  criteriaSets: { COLLECTIVE: criteriaSet, INDIVIDUAL: criteriaSet },
  registration: {
    deadline: '2026-03-31',
    lateWithReason: true,
    maxReturns: 1,
    requiredItems: ['situation'],
    minPerUnit: 1,
  },
  dossier: {
    requiredDocuments: ['RESULT_REPORT'],
    deadline: '2026-10-31',
    minImplementationDays: 90,
    supplementDays: 10,
  },
  appraisal: {
    minMembers: 2,
    noneFromRegisteringUnit: true,
    fieldVisit: true,
    aggregate: 'MEAN',
    deadline: '2026-11-30',
  },
  authorities: [],
  reporting: { periods: [] },
  calendar: { holidays: [], makeUpDays: [] },
  numbering: { resets: 'YEAR' },
};

export const content: RegulationContent = {
  ...contentWithoutVote,
  vote: { method: 'SECRET', denominator: 'ALL_MEMBERS', minPercent: 80, quorumPercent: 60, writtenBallots: false },
};

/** The cycle's regulation, with the parts a spec changes. */
export const regulation = (change: Partial<RegulationContent> = {}): RegulationVersion => ({
  regulationId: 'regulation-1',
  content: { ...content, ...change },
});

export const anotherRegulation: RegulationVersion = { regulationId: 'regulation-2', content };

const file = (evidenceId: string, kind: DocumentKind): EvidenceRef => ({
  evidenceId,
  kind,
  fileName: `${evidenceId}.pdf`,
  sha256: 'a'.repeat(64),
  addedBy: 'officer',
  addedAt: MORNING,
});

export const report = file('report', 'RESULT_REPORT');
export const minutes = file('minutes', 'MINUTES');
export const photo = file('photo', 'PHOTO');

/** A person the organization knows as an eligible appraiser of the standing body. */
export const member = (personId: string, change: Partial<TeamMemberFacts> = {}): TeamMemberFacts => ({
  personId,
  unitId: BODY,
  eligible: true,
  unitIds: [BODY],
  ...change,
});
