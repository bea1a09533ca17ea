import { localDateOf, reading } from '#domain';
import type { Answer, Ask, Caller } from '../ask.ts';
import type { CorePorts } from '../ports.ts';
import { atRoot } from '../run-workflow.ts';
import type { UseCase } from '../use-case.ts';
import { workflowUseCase } from '../workflow-use-case.ts';

type Read<Type extends reading.ReadingCommand['type']> = Ask<
  Type,
  Extract<reading.ReadingCommand, { readonly type: Type }>['data']
>;

type ReadingAsk = (Read<'ExportList'> | Read<'ReadFeed'>) & {
  readonly caller: Extract<Caller, { readonly kind: 'person' }>;
};

const { decider, rights } = reading;

const written: UseCase<ReadingAsk, Answer, CorePorts> = workflowUseCase(
  { category: 'reading', decider, rights },
  { place: ({ type }, where) => (type === 'ExportList' ? 'self' : atRoot(where)) },
);

/** What a person takes out of the system is written down before they get it, in a stream for each of them and each day. */
export const readingUseCase: UseCase<ReadingAsk, Answer, CorePorts> = {
  run(ports, ask) {
    const day = localDateOf(ports.clock.now()).replaceAll('-', '');
    return written.run(ports, { ...ask, id: `${ask.caller.personId}-${day}` });
  },
};
