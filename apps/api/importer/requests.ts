import { UnusableFile } from '#papers';
import type { Told } from './messages.ts';

/** What was asked of the importer and is not answered. */
export const createRequests = () => {
  const waiting = new Map<number, (failure: Told['failure']) => void>();
  let last = 0;
  return {
    make: (ask: (request: number) => void): Promise<Told['failure']> => {
      last += 1;
      const request = last;
      return new Promise<Told['failure']>((answer) => {
        waiting.set(request, answer);
        ask(request);
      }).finally(() => waiting.delete(request));
    },
    answer: ({ request, failure }: Told) => waiting.get(request)?.(failure),
    answerGone: () => {
      for (const answer of waiting.values()) answer('gone');
    },
    areOver: () => waiting.size === 0,
  };
};

/** What is thrown for a list that could not be written. */
export const errorOf = (failure: NonNullable<Told['failure']>): Error =>
  typeof failure === 'string'
    ? new Error('the importer could not write the list')
    : new UnusableFile(failure.vi, failure.en);
