import type { Instant, regulation, reminding } from '#domain';
import type { DirectoryState } from '#identity';
import type { OpenDuty } from '#read-models';
import { nextRung } from '../ladder/next-rung.ts';
import type { PlannedMessage } from '../ladder/plan-rungs.ts';
import { dutyOf } from '../outbox/recorder.ts';
import type { NewNote, NewRung } from '../outbox/rungs.ts';
import { contactOf, reachable, type ContactBook } from '../recipients/contacts.ts';
import { receiverOf, recipientsOf } from '../recipients/recipients.ts';

/** What rungs are placed with; the same for every duty of a group. */
export interface Placing {
  readonly ladder: readonly regulation.Rung[];
  /** The regulation lets people switch e-mail off. */
  readonly settingsAllowed: boolean;
  /** Without a mail server only the inbox reaches anybody. */
  readonly channels: readonly reminding.Channel[];
  readonly directory: DirectoryState;
  readonly contacts: ContactBook;
  readonly now: Instant;
}

export interface Placed {
  readonly rungs: readonly NewRung[];
  readonly notes: readonly NewNote[];
}

/** A rung on its way to people. */
export type Climbing = Pick<PlannedMessage, 'recipient' | 'rungs'> & { readonly movedUp: boolean };

/**
 * Finds the people of each rung that is due. Where nobody can be reached the next rung takes its place at once, with a
 * note, unless it was handled before.
 * @param due At most one for each recipient, from near to far.
 * @param handled Codes of the rungs that were handled before.
 */
export const placeRungs = (
  duty: OpenDuty,
  due: readonly Climbing[],
  handled: ReadonlySet<string>,
  placing: Placing,
): Placed => {
  const climbing = [...due];
  const taken = new Set([...handled, ...due.flatMap(({ rungs }) => rungs)]);
  const rungs: NewRung[] = [];
  const notes: NewNote[] = [];
  for (const climb of climbing) {
    const code = climb.rungs.at(-1) ?? '';
    const told = rowsOf(duty, climb, placing);
    rungs.push(...told);
    if (ESCALATING.includes(climb.recipient)) notes.push({ ...noteOf(duty, climb), note: 'escalated' });
    if (told.some(({ state }) => state === 'planned')) continue;
    const next = nextRung(placing.ladder, code);
    const movedTo = next === undefined || handled.has(next.code) ? null : next.code;
    notes.push({ ...noteOf(duty, climb), note: 'unreachable', rungs: climb.rungs, movedTo });
    if (next === undefined || taken.has(next.code)) continue;
    taken.add(next.code);
    climbing.push({ recipient: next.recipient, rungs: [next.code], movedUp: true });
  }
  return { rungs, notes };
};

const ESCALATING: readonly regulation.RungRecipient[] = ['RECEIVING_BODY', 'RECEIVING_HEAD'];

/** The rows of a rung: one for each person and channel, or one that says that nobody was there. */
const rowsOf = (duty: OpenDuty, climb: Climbing, placing: Placing): readonly NewRung[] => {
  const code = climb.rungs.at(-1) ?? '';
  const common = { ...dutyOf(duty), regulationId: duty.regulationId, recipient: climb.recipient };
  const nobody = { personId: '', channel: '', movedUp: climb.movedUp } as const;
  const reached = reachedBy(duty, climb.recipient, placing).map((target) => ({
    ...({ ...common, ...target, rung: code, rungs: climb.rungs, state: 'planned', intoRung: null } as const),
    movedUp: climb.movedUp,
  }));
  const collapsed = climb.rungs.slice(0, -1).map((rung) => ({
    ...({ ...common, ...nobody, rung, rungs: [rung], state: 'collapsed', intoRung: code } as const),
  }));
  if (reached.length > 0) return [...collapsed, ...reached];
  const none = { ...common, ...nobody, rung: code, rungs: climb.rungs, state: 'unreachable', intoRung: null } as const;
  return [...collapsed, none];
};

const reachedBy = (duty: OpenDuty, recipient: regulation.RungRecipient, placing: Placing) =>
  recipientsOf(placing.directory, duty, recipient, placing.now).flatMap((personId) => {
    const contact = contactOf(placing.contacts, personId);
    const channels = contact === undefined ? [] : reachable(contact, placing.settingsAllowed);
    return channels.filter((channel) => placing.channels.includes(channel)).map((channel) => ({ personId, channel }));
  });

/** That the due date passed, with who the duty is owed to on that day. */
export const overdueNote = (duty: OpenDuty, { directory, now }: Placing): NewNote => ({
  ...dutyOf(duty),
  note: 'overdue',
  rung: '',
  receiverId: receiverOf(directory.tree, duty, now),
});

const noteOf = (duty: OpenDuty, { rungs, recipient }: Climbing) => ({
  ...dutyOf(duty),
  rung: rungs.at(-1) ?? '',
  recipient,
});
