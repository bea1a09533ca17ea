import { competentBodies, isCompetent } from './authority.ts';
import type { Authority } from './events.ts';
import { exampleRegulation } from './example/regulation.ts';

const example = exampleRegulation(2026);

describe('competence', () => {
  const authorities: readonly Authority[] = [
    { act: 'RECOGNIZE', unitKind: 'COMMUNE', signedBy: 'PROVINCE' },
    { act: 'COMMEND', unitKind: 'COMMUNE', signedBy: 'COMMUNE', forms: ['PUBLIC_PRAISE'] },
    { act: 'COMMEND', unitKind: 'COMMUNE', signedBy: 'PROVINCE', forms: ['CERTIFICATE_OF_MERIT'] },
  ];
  const recognition = { act: 'RECOGNIZE', unitKind: 'COMMUNE', signedBy: 'PROVINCE' } as const;

  it('is what the regulation gives, by act, unit and signing body', () => {
    expect(isCompetent(authorities, recognition)).toBe(true);
    expect(isCompetent(authorities, { ...recognition, act: 'REVOKE_RECOGNITION' })).toBe(false);
    expect(isCompetent(authorities, { ...recognition, unitKind: 'PROVINCE' })).toBe(false);
    expect(isCompetent(authorities, { ...recognition, signedBy: 'COMMUNE' })).toBe(false);
    expect(isCompetent([], recognition)).toBe(false);
  });

  it('may be that of several bodies, or of none', () => {
    expect(competentBodies(example, 'RECOGNIZE', 'UNIT')).toEqual(['COMMUNE', 'PROVINCE']);
    expect(competentBodies({ ...example, authorities: [] }, 'RECOGNIZE', 'UNIT')).toEqual([]);
  });

  it('covers only the forms of award it lists', () => {
    const award = { act: 'COMMEND', unitKind: 'COMMUNE', signedBy: 'COMMUNE' } as const;
    expect(isCompetent(authorities, { ...award, form: 'PUBLIC_PRAISE' })).toBe(true);
    expect(isCompetent(authorities, { ...award, form: 'CERTIFICATE_OF_MERIT' })).toBe(false);
    expect(isCompetent(authorities, { ...award, signedBy: 'PROVINCE', form: 'CERTIFICATE_OF_MERIT' })).toBe(true);
  });
});
