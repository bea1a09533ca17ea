import type { Role } from '../kernel/index.ts';
import { exampleRegulation } from '../regulation/index.ts';
import type { Core, RegistrationState } from './state.ts';
import { sightOf, toldData } from './sight.ts';

const { appraisal: rules } = exampleRegulation(2026);

const at = (status: 'IN_PROGRESS' | 'UNDER_APPRAISAL' | 'APPRAISED', core: Partial<Core> = {}) =>
  ({ status, core: { appraisers: ['lan', 'minh'], impartial: ['lan'], ...core } }) as Exclude<
    RegistrationState,
    { status: 'NONE' }
  >;

const sight = (personId: string, roles: readonly Role[], state = at('UNDER_APPRAISAL'), settled = rules) =>
  sightOf(state, { personId, roles }, settled);

describe('what somebody is told of a registration', () => {
  it('an appraiser is told the name and the unit until they declared to have no conflict', () => {
    expect(sight('minh', ['APPRAISER'])).toBe('NAME');
    expect(sight('lan', ['APPRAISER'])).toBe('WHOLE');
    expect(sight('ai', ['APPRAISER'], at('IN_PROGRESS'))).toBe('NAME');
    expect(sight('minh', ['APPRAISER'], at('APPRAISED'))).toBe('NAME');
  });

  it('another role does not show a member of the team what they have not declared on', () => {
    expect(sight('minh', ['APPRAISER', 'COUNCIL_MEMBER'])).toBe('NAME');
    expect(sight('ai', ['APPRAISER', 'COUNCIL_MEMBER'])).toBe('RESULT');
  });

  it.each(['STANDING_BODY_OFFICER', 'AUDITOR'] as const)('%s is told all of it at any time', (role) => {
    expect(sight('minh', ['APPRAISER', role])).toBe('WHOLE');
    expect(sight('ai', [role], at('IN_PROGRESS'))).toBe('WHOLE');
  });

  it.each(['COUNCIL_MEMBER', 'DECISION_SIGNER', 'INSPECTOR', 'SYSTEM_ADMIN'] as const)(
    '%s is told the points once the appraisal is concluded',
    (role) => {
      expect(sight('ai', [role])).toBe('RESULT');
      expect(sight('ai', [role], at('APPRAISED'))).toBe('WHOLE');
    },
  );

  it.each(['UNIT_OFFICER', 'UNIT_HEAD'] as const)(
    '%s is told who gave which points only if the regulation says so',
    (role) => {
      expect(sight('ai', [role], at('APPRAISED'))).toBe('RESULT');
      expect(sight('ai', [role, 'INSPECTOR'], at('APPRAISED'))).toBe('RESULT');
      const open = { ...rules, unitSeesPoints: true };
      expect(sight('ai', [role], at('UNDER_APPRAISAL'), open)).toBe('RESULT');
      expect(sight('ai', [role], at('APPRAISED'), open)).toBe('WHOLE');
    },
  );

  it('what is withheld is not there', () => {
    const declared = { registrationId: 'r', personId: 'minh', conflict: true, detail: 'x', membersLeft: 2 };
    expect(toldData('RESULT', 'InterestDeclared', declared)).toEqual({ registrationId: 'r', personId: 'minh' });
    expect(toldData('WHOLE', 'InterestDeclared', declared)).toEqual(declared);
    expect(toldData('RESULT', 'ProgressRecorded', { note: 'x' })).toEqual({ note: 'x' });
  });
});
