import type { AppendResult, EventStore } from '#event-store';
import { newEvent, newStream } from '#event-store/contract';
import { openStore } from '../support/log.ts';

type Caller = Pick<EventStore, 'append' | 'readStream'>;

const CALLERS = 64;
const PROCESSES = 4;

/** 64 callers on as many connections as four processes would have; `as` gives them another view of their store. */
export async function openCallers(
  url: string,
  as: (store: EventStore) => Caller = (store) => store,
): Promise<{ callers: Caller[]; close(): Promise<void> }> {
  const stores = await Promise.all(Array.from({ length: PROCESSES }, () => openStore(url)));
  return {
    callers: Array.from({ length: CALLERS }, (_, n) => as(stores[n % PROCESSES]!)),
    close: async () => {
      await Promise.all(stores.map((store) => store.close()));
    },
  };
}

/** What must fail: whatever the caller believes, the event is stored behind what is there. */
export function withoutExpectations(store: EventStore): Caller {
  return {
    readStream: store.readStream.bind(store),
    async append(stream, _expected, events) {
      let answer: AppendResult = { kind: 'wrong-revision', actual: 'no-stream' };
      while (answer.kind === 'wrong-revision') answer = await store.append(stream, answer.actual, events);
      return answer;
    },
  };
}

/** All callers believe the same revision. Answers how many won in each round. */
export async function winnersPerRound(callers: readonly Caller[], rounds: number): Promise<number[]> {
  const stream = newStream();
  const winners: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const expected = round === 0 ? 'no-stream' : round - 1;
    const answers = await Promise.all(callers.map((store) => store.append(stream, expected, [newEvent({ round })])));
    winners.push(answers.filter((answer) => answer.kind === 'appended').length);
  }
  return winners;
}

/** Every caller goes on until it has won. Answers the revisions they got. */
export async function revisionsWithRetry(callers: readonly Caller[]): Promise<number[]> {
  const stream = newStream();
  const won = await Promise.all(callers.map((store) => winOnce(store, stream)));
  const stored = await callers[0]!.readStream(stream, { from: 0, limit: 1000 });
  if (stored.length !== won.length) throw new Error(`${won.length} callers won, ${stored.length} events are stored`);
  return won.sort((a, b) => a - b);
}

async function winOnce(store: Caller, stream: string): Promise<number> {
  const event = newEvent();
  let answer: AppendResult = { kind: 'wrong-revision', actual: 'no-stream' };
  while (answer.kind === 'wrong-revision') answer = await store.append(stream, answer.actual, [event]);
  if (answer.kind !== 'appended') throw new Error('a new id cannot be in use');
  return answer.revision;
}
