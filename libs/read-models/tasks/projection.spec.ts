import type { Ending } from '#support';
import { id, lifeOf, sampleLife } from '#support';
import { rowsAfter } from '../testing/history.ts';
import { taskState } from './projection.ts';

const appraiser = id('person', 2);
const history = (ending: Ending) =>
  lifeOf(1, { ...sampleLife(1), ending }).filter(({ stream }) => stream.startsWith('registration'));
const after = (type: string) => {
  const all = history('appraised');
  return rowsAfter(taskState, all.slice(0, all.findIndex(({ event }) => event.type === type) + 1))[0];
};

describe('what waits for whom', () => {
  it('gives a draft to its unit, and an accepted model to the head who starts it', () => {
    expect(after('RegistrationDrafted')?.roles).toEqual(['UNIT_HEAD', 'UNIT_OFFICER']);
    expect(after('ModelRegistered')?.acts).toEqual([{ command: 'start', role: 'UNIT_HEAD' }]);
  });

  it('asks each appraiser by name, first for their interests, then for their scores', () => {
    expect(after('AppraisalOpened')).toMatchObject({
      roles: [],
      persons: [appraiser],
      acts: [{ command: 'declare-interest' }],
      dueOn: '2026-11-30',
    });
    expect(after('InterestDeclared')).toMatchObject({ persons: [appraiser], acts: [{ command: 'score' }] });
  });

  it('asks the standing body to conclude once everybody has scored', () => {
    expect(after('ModelScored')?.acts).toEqual([{ command: 'conclude-appraisal', role: 'STANDING_BODY_OFFICER' }]);
  });

  it.each(['declined', 'withdrawn', 'refused', 'recognized', 'revoked'] as const)(
    'asks nobody once it is %s',
    (ending) => {
      expect(rowsAfter(taskState, history(ending))).toMatchObject([{ acts: [], roles: [], persons: [] }]);
    },
  );
});
