import { standings, type Travelled } from './steps.ts';

const FRESH: Travelled = { status: 'DRAFT', typical: false, registeredOn: null, startedOn: null, replications: 0 };

const at = (travelled: Partial<Travelled>) =>
  standings({ ...FRESH, ...travelled }).filter(([, standing]) => standing === 'here' || standing === 'stopped');

describe('where a model stands on the path of six steps', () => {
  it.each([
    ['DRAFT', 'reality'],
    ['REGISTERED', 'aim'],
    ['IN_PROGRESS', 'way'],
    ['UNDER_APPRAISAL', 'consent'],
    ['RECOGNIZED', 'praise'],
  ] as const)('%s is at %s', (status, step) => {
    expect(at({ status })).toEqual([[step, 'here']]);
  });

  it('is at the last step once it is typical, or another unit took it over', () => {
    expect(at({ status: 'RECOGNIZED', typical: true })).toEqual([['spread', 'here']]);
    expect(at({ status: 'RECOGNIZED', replications: 1 })).toEqual([['spread', 'here']]);
  });

  it('stops where it had come to', () => {
    expect(at({ status: 'NOT_RECOGNIZED' })).toEqual([['consent', 'stopped']]);
    expect(at({ status: 'WITHDRAWN' })).toEqual([['reality', 'stopped']]);
    expect(at({ status: 'WITHDRAWN', registeredOn: '2026-03-02' })).toEqual([['aim', 'stopped']]);
    expect(at({ status: 'DISCONTINUED', registeredOn: '2026-03-02', startedOn: '2026-03-10' })).toEqual([
      ['way', 'stopped'],
    ]);
  });

  it('has done what lies before it, and the rest ahead', () => {
    expect(standings({ ...FRESH, status: 'IN_PROGRESS' }).map(([, standing]) => standing)).toEqual([
      ...['done', 'done', 'here', 'ahead', 'ahead', 'ahead'],
    ]);
  });
});
