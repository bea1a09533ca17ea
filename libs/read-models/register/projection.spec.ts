import type { Ending } from '#support/histories';
import { id, lifeOf, sampleLife } from '#support/histories';
import { happening, rowsAfter } from '../testing/history.ts';
import { registrationState } from './projection.ts';

const life = (ending: Ending) => lifeOf(1, { ...sampleLife(1), ending });
const line = (ending: Ending) => rowsAfter(registrationState, life(ending))[0];
const registrationId = id('registration', 1);

describe('the register', () => {
  it.each([
    ['drafted', 'DRAFT'],
    ['declined', 'DECLINED'],
    ['withdrawn', 'WITHDRAWN'],
    ['inspected', 'IN_PROGRESS'],
    ['appraised', 'APPRAISED'],
    ['refused', 'NOT_RECOGNIZED'],
    ['recognized', 'RECOGNIZED'],
    ['revoked', 'REVOKED'],
  ] as const)('shows a registration that was %s as %s', (ending, status) => {
    expect(line(ending)?.status).toBe(status);
  });

  it('says until when a returned registration must come back, and how often it was returned', () => {
    expect(line('returned')).toMatchObject({ status: 'RETURNED', dueOn: '2026-03-20', returns: 1 });
  });

  it('shows the revised name, and finds it without diacritics', () => {
    expect(line('returned')).toMatchObject({
      name: `${sampleLife(1).name} (sửa)`,
    });
  });

  it('names the decision a model was recognized by, and pins the rules it was accepted under', () => {
    expect(line('recognized')).toMatchObject({
      documentNumber: '1-QĐ/TU',
      decidedOn: '2026-11-15',
      regulationId: id('regulation', 1),
    });
  });

  it('counts the wait from the day of the act, not from the day it was recorded', () => {
    const submitted = happening(
      `registration-${registrationId}`,
      { type: 'RegistrationSubmitted', data: { registrationId } },
      { effectiveOn: '2026-02-10' },
    );
    const [row] = rowsAfter(registrationState, [...life('drafted'), submitted]);
    expect(row).toMatchObject({
      statusSince: '2026-02-10',
      submittedOn: '2026-02-10',
      recordedAt: '2026-12-01T01:00:00.000Z',
    });
  });
});
