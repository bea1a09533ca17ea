import { reject, reminding } from '#domain';
import { deriveId } from '#engine';
import type { Answer, Answered, Ask } from '../ask.ts';
import type { CorePorts } from '../ports.ts';
import { atRoot, refusedAtRoot, runWorkflow, type Workflow } from '../run-workflow.ts';
import type { UseCase } from '../use-case.ts';
import type { ReminderMessages } from './reminder-messages.port.ts';

/** An administrator has a message tried again that was given up; `id` is the message's. */
type RetryAsk = Ask<'RetryReminder', { readonly reason: string }> & { readonly id: string };

type Ports = CorePorts & { readonly reminders: ReminderMessages };

const workflow: Workflow<
  reminding.ReminderState,
  reminding.ReminderEvent,
  reminding.ReminderCommand,
  reminding.ReminderRejection
> = {
  category: 'reminder',
  decider: reminding.decider,
  rights: reminding.rights,
};

/**
 * Enters the retry into the log of each duty, then queues the message. Broken off between the two it is finished by the
 * next who asks, as the message then still says that it was given up. `If-Match` speaks of
 * the message's first duty.
 */
export const reminderUseCase: UseCase<RetryAsk, Answer, Ports> = {
  async run(ports, ask) {
    const refused = await refusedAtRoot(ports, workflow, ask);
    if (refused !== undefined) return refused;
    const commandId = ask.idempotencyKey ?? ports.newId();
    const duties = await ports.reminders.dutiesOf(ask.id);
    if (duties === undefined) return reject('not-found');
    const done: Answer[] = [];
    for (const [index, duty] of duties.entries()) {
      const answer = await retry(ports, index === 0 ? ask : withoutIfMatch(ask), duty, commandId);
      if (answer.kind === 'done') done.push(answer);
      else if (answer.reason !== 'reminder-not-failed') return answer;
    }
    if (ask.dryRun !== true) await ports.reminders.queueAgain(ask.id, commandId);
    const [first] = done;
    if (first === undefined) return reject('reminder-not-failed');
    return { ...first, id: ask.id, position: done.at(-1)?.position ?? first.position };
  },
};

const withoutIfMatch = ({ ifMatch: _, ...ask }: RetryAsk): RetryAsk => ask;

const retry = (ports: Ports, ask: RetryAsk, duty: reminding.Duty, by: string): Promise<Answered> => {
  const said = { messageId: ask.id, reason: ask.data.reason };
  return runWorkflow(ports, workflow, ask, {
    ...{ id: duty.dutyId, commandId: deriveId(by, `retry:${duty.dutyId}`), said },
    ...{ data: { ...duty, ...said }, place: atRoot },
    facts: () => ({}),
  });
};
