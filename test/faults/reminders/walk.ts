import type { regulation } from '#domain';

/** The last day on which the reports of the walk are on time: a Thursday, the week before Tết. */
export const DUE_ON = '2026-02-12';

/** Tết of 2026, with the Saturdays that are worked for it: one before the due date and one behind it. */
export const TET = ['2026-02-16', '2026-02-17', '2026-02-18', '2026-02-19', '2026-02-20'];
export const MAKE_UP_SATURDAYS = ['2026-02-07', '2026-02-28'];

/** Nothing is sent at night; a rung is reached in the morning, at midnight of UTC. */
export const QUIET_HOURS = { from: '21:00', until: '07:00' };

/** A rung with the day it is reached, counted by hand on a calendar of 2026 and not by the product. */
export interface CountedRung extends regulation.Rung {
  readonly day: string;
}

export const LADDER: readonly CountedRung[] = [
  { code: 'T-10', workingDays: -10, recipient: 'OFFICER', day: '2026-01-30' },
  { code: 'T-4', workingDays: -4, recipient: 'OFFICER', day: '2026-02-07' }, // a make-up Saturday
  { code: 'T-1', workingDays: -1, recipient: 'HEAD', day: '2026-02-11' },
  { code: 'T+1', workingDays: 1, recipient: 'OFFICER', day: '2026-02-13' },
  { code: 'T+2', workingDays: 2, recipient: 'HEAD', day: '2026-02-23' }, // behind Tết
  { code: 'T+5', workingDays: 5, recipient: 'RECEIVING_BODY', day: '2026-02-26' },
  { code: 'T+7', workingDays: 7, recipient: 'OFFICER', day: '2026-02-28' }, // a make-up Saturday
  { code: 'T+10', workingDays: 10, recipient: 'HEAD', day: '2026-03-04' },
  { code: 'T+15', workingDays: 15, recipient: 'RECEIVING_BODY', day: '2026-03-11' },
  { code: 'T+20', workingDays: 20, recipient: 'RECEIVING_HEAD', day: '2026-03-18' },
];

/** A time at which the clock stands for a while, and how many of a thousand reports are handed in then. */
export interface Step {
  readonly at: string;
  readonly handedIn: number;
}

/** From before the first rung over the due date; the clock leaps 40 days over Tết. */
export const WALK: readonly Step[] = [
  { at: '2026-01-29T05:00:00.000Z', handedIn: 60 },
  { at: '2026-01-30T00:00:00.000Z', handedIn: 200 }, // T-10: handed in within its very millisecond
  { at: '2026-02-06T23:59:59.999Z', handedIn: 60 }, // a millisecond before the next
  { at: '2026-02-07T00:00:00.000Z', handedIn: 160 }, // T-4
  { at: '2026-02-11T00:00:00.000Z', handedIn: 120 }, // T-1
  { at: '2026-02-13T00:00:00.000Z', handedIn: 100 }, // T+1; the due date has passed
  { at: '2026-03-25T00:00:00.000Z', handedIn: 80 }, // 40 days later: all the others
  { at: '2026-03-26T02:00:00.000Z', handedIn: 40 },
];

/** The step of the walk in which a rung is reached. */
export const stepOfRung = ({ day }: CountedRung): number => WALK.findIndex(({ at }) => `${day}T00:00:00.000Z` <= at);
