import type { Commendation } from '../../shared/api/generated/types.gen.ts';

type CommendationStatus = Commendation['status'];

export interface Step {
  readonly status: CommendationStatus;
  readonly place: 'done' | 'now' | 'next';
}

const WAY: readonly CommendationStatus[] = ['PROPOSED', 'VERIFIED', 'COUNCIL_REVIEWED', 'SUBMITTED', 'AWARDED'];

/** The steps of a commendation: those it passed, where it stands, and those still to come, if any. */
export const stepsOf = (status: CommendationStatus): readonly Step[] => {
  if (status === 'CANCELLED') return [...passed(WAY), { status, place: 'now' }];
  if (status === 'NOT_AWARDED') return [...passed(WAY.slice(0, -1)), { status, place: 'now' }];
  if (status === 'WITHDRAWN') return [...passed(WAY.slice(0, 1)), { status, place: 'now' }];
  if (status === 'RETURNED') {
    return [...passed(WAY.slice(0, 1)), { status, place: 'now' }, ...toCome(WAY.slice(1))];
  }
  const at = WAY.indexOf(status);
  return [...passed(WAY.slice(0, at)), { status, place: 'now' }, ...toCome(WAY.slice(at + 1))];
};

const passed = (statuses: readonly CommendationStatus[]): readonly Step[] =>
  statuses.map((status) => ({ status, place: 'done' }));

const toCome = (statuses: readonly CommendationStatus[]): readonly Step[] =>
  statuses.map((status) => ({ status, place: 'next' }));
