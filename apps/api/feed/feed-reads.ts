import { localDateOf } from '#domain';
import { readingUseCase } from '#use-cases';
import type { Ports } from '../commands/ports.ts';
import { portsOfAsker } from '../commands/asker.ts';
import { callerOf } from '../http/access/asking.ts';
import type { KnownRequest } from '../http/access/principal.ts';
import { toRefusal } from '../http/answer/answer.interceptor.ts';

/**
 * Has it written down that a person reads the feed, before they are told anything: once a day, and this process asks the
 * log once a day. What a program reads is its own.
 */
export const createFeedReads = (ports: Ports): ((request: KnownRequest) => Promise<void>) => {
  let today = '';
  let written = new Set<string>();
  return async (request) => {
    if (request.principal?.kind !== 'person' || request.method === 'HEAD') return;
    const day = localDateOf(ports.clock.now());
    if (day !== today) [today, written] = [day, new Set()];
    const { personId } = request.principal;
    const ofDay = written;
    if (ofDay.has(personId)) return;
    const answer = await readingUseCase.run(portsOfAsker(ports), {
      caller: callerOf(request),
      type: 'ReadFeed',
      data: {},
    });
    if (answer.kind === 'rejected') throw toRefusal(answer);
    ofDay.add(personId);
  };
};
