import { registration, regulation } from '#domain';
import { dryRunSentence } from './dry-run-words.ts';

const current = regulation.exampleRegulation(2026);
const { vote: _vote, ...unvoted } = current;
const next: regulation.RegulationContent = {
  ...unvoted,
  fields: [{ code: 'MOI', name: 'Mới' }],
  registration: { ...current.registration, deadline: '2026-01-05', requiredItems: ['durability'] },
  dossier: {
    ...current.dossier,
    deadline: '2026-01-06',
    requiredDocuments: ['PHOTO', 'MINUTES'],
    minImplementationDays: 400,
  },
  appraisal: { ...current.appraisal, deadline: '2026-01-07', minMembers: 9 },
  authorities: current.authorities.map((each) => ({ ...each, signedBy: 'NATIONAL' as const })),
};
const form = {
  ...{ name: 'Thắp sáng đường quê', subjectType: 'COLLECTIVE' as const, field: 'KINH_TE', programmeTags: [] },
  ...{ situation: 'a', objectives: 'b', content: 'c', schedule: 'd' },
};
const changesIn = (status: registration.DryRunRegistration['status']) =>
  registration.dryRun(current, next, [
    ...[{ registrationId: 'reg-1', unitKind: 'COMMUNE' as const, status, form, startedOn: '2026-04-01' }].map(
      (each) => ({
        ...each,
        ...{ documents: [], teamSize: 3, scores: [] },
      }),
    ),
  ]);

describe('what a dry run says', () => {
  it('is a sentence in either language, without a code but those of the office', () => {
    const all = (['DRAFT', 'IN_PROGRESS', 'UNDER_APPRAISAL', 'APPRAISED'] as const).flatMap(changesIn);
    expect(new Set(all.map(({ kind, what }) => `${kind} ${what}`)).size).toBeGreaterThan(8);
    for (const change of all) {
      expect(dryRunSentence(change, 'vi')).toMatch(/^[\p{Lu}][^A-Z_]*: (?!.*\b(?!KINH_TE)[A-Z]{2,}).* → .*$/u);
      expect(dryRunSentence(change, 'en')).not.toMatch(/[a-z]-[a-z]|(?!KINH_TE)\b[A-Z]{2,}_/u);
    }
  });

  it('names papers, levels and days as people do', () => {
    const told = changesIn('IN_PROGRESS').map((change) => dryRunSentence(change, 'vi'));
    expect(told).toContain('Tài liệu còn thiếu của hồ sơ: văn bản xác nhận, báo cáo kết quả → biên bản, ảnh');
    expect(told).toContain('Hạn nộp hồ sơ: 31/10/2026 → 06/01/2026');
  });
});
