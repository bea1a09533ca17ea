import { REFUSALS, type ProblemEntry } from '#problems';
import type { Rejection } from '#use-cases';
import { HTTP_PROBLEMS, type HttpRejection } from './http-problems.ts';

/** Every reason with which a request can be refused. */
export type ProblemCode = Rejection | HttpRejection;

export const PROBLEMS: Readonly<Record<ProblemCode, ProblemEntry>> = { ...REFUSALS, ...HTTP_PROBLEMS };
