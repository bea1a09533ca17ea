import type { PROBLEM_STATUSES } from '../texts/generated/problem-statuses.gen.ts';
import type { Problem } from './generated/types.gen.ts';

/** What went wrong on the way: no answer, or one that is none of ours (a proxy's page). */
export class Unreachable extends Error {
  override readonly name = 'Unreachable';
}

/** Why something was not done: the api's own words, or that it did not answer. */
export type Failure = Problem | Unreachable;

export const isProblem = (thrown: unknown): thrown is Problem =>
  typeof thrown === 'object' && thrown !== null && 'traceId' in thrown && 'code' in thrown;

export const failureOf = (thrown: unknown): Failure => (isProblem(thrown) ? thrown : new Unreachable(String(thrown)));

/** Whether it is refused for a reason that this page answers in its own way. */
export const isRefusedAs = (failure: Failure, code: keyof typeof PROBLEM_STATUSES): boolean =>
  isProblem(failure) && failure.code === code;

/** Whether it is refused because the session is over, or was none; a wrong password ends no session. */
export const isSignedOut = (failure: Failure): boolean => isRefusedAs(failure, 'not-signed-in');

/** Whether it is refused because somebody else is signed in on this browser than whose name the page shows. */
export const isAnotherPersonHere = (failure: Failure): boolean => isRefusedAs(failure, 'another-person-signed-in');

/** Whether it is refused because the appointment that was acted under has ended. */
export const isActingRefused = (failure: Failure): boolean =>
  isProblem(failure) && failure.code.startsWith('acting-as-');
