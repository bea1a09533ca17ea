import { simpleParser } from 'mailparser';
import type { StoredEvent } from '#event-store';
import { sentIn, type MessageRow } from './check-log.ts';
import { readNotes, type HandInNote, type MailNote, type StepNote, type Strike } from './notes.ts';
import type { Told } from './oracle.ts';
import { UNIT_IN_TEXT, type ReminderFixture } from './fixture.ts';
import { QUIET_HOURS, WALK } from './walk.ts';

/** A copy of a mail as the server took it; times in ms. */
export interface Copy {
  readonly messageId: string;
  readonly to: string;
  /** Names of the units it tells of. */
  readonly units: ReadonlySet<string>;
  readonly begunAt: number;
  readonly takenAt: number;
}

export interface MailboxCheck {
  readonly fixture: ReminderFixture;
  readonly handIns: readonly HandInNote[];
  readonly log: readonly StoredEvent[];
  readonly told: readonly Told[];
  readonly messages: readonly MessageRow[];
  readonly mails: readonly Copy[];
  /** What the workers wrote down. */
  readonly mailNotes: readonly MailNote[];
  readonly strikes: readonly Strike[];
  readonly steps: readonly StepNote[];
}

/** A mail that was taken is noted within so many ms, if nobody is struck down. */
const NOTED_WITHIN_MS = 5000;
/** Between the look into the log and the moment at which the worker begins to hand over are no more than so many ms. */
const LOOKED_WITHIN_MS = 5000;

export async function readMailbox(file: string): Promise<readonly Copy[]> {
  interface Line {
    readonly to: readonly string[];
    readonly raw: string;
    readonly mailFromAt: string;
    readonly receivedAt: string;
  }
  const copies: Copy[] = [];
  for (const { to, raw, mailFromAt, receivedAt } of readNotes(file) as Line[]) {
    const { text = '', messageId = '' } = await simpleParser(raw, { skipHtmlToText: true });
    copies.push({
      messageId: /[0-9a-f-]{36}/.exec(messageId)?.[0] ?? messageId,
      to: to.join(),
      units: new Set(text.match(UNIT_IN_TEXT)),
      begunAt: Date.parse(mailFromAt),
      takenAt: Date.parse(receivedAt),
    });
  }
  return copies;
}

/** What people found in their mail, against the rules, the log and the outbox. */
export function findingsOfMailbox(check: MailboxCheck) {
  const byMessage = Map.groupBy(check.mails, ({ messageId }) => messageId);
  const repeated = [...byMessage.values()].flatMap((copies) =>
    copies.slice(1).map((next, index) => ({ copy: copies[index] as Copy, next })),
  );
  return {
    mails: byMessage.size,
    repeated: repeated.length,
    repeatedWithoutStrike: repeated
      .filter(({ copy, next }) => !isStruck(check.strikes, copy, next.begunAt))
      .map(({ copy }) => copy.messageId),
    ...againstTheRules(check, byMessage),
    ...againstTheLog(check, byMessage),
    ...againstHandIns(check, byMessage),
    atNight: check.mails.filter(({ begunAt }) => isNight(check.steps, begunAt)).map(({ messageId }) => messageId),
  };
}

type ByMessage = ReadonlyMap<string, readonly Copy[]>;

/** Somebody was struck down after the mail was taken and before it was noted. */
const isStruck = (strikes: readonly Strike[], { takenAt }: Copy, before = Infinity): boolean =>
  strikes.some(
    ({ kind, from, at }) =>
      (kind === 'worker' || kind === 'postgres') &&
      from <= takenAt + NOTED_WITHIN_MS &&
      takenAt <= at &&
      from <= before,
  );

/** As many mails about a unit to an address as the rules ask for; a mail store keeps one Message-ID once. */
function againstTheRules({ told }: MailboxCheck, byMessage: ByMessage) {
  const found = new Map<string, number>();
  for (const copies of byMessage.values()) {
    const about = new Set(copies.flatMap(({ to, units }) => [...units].map((unit) => `${unit} ${to}`)));
    for (const each of about) found.set(each, (found.get(each) ?? 0) + 1);
  }
  const asked = Map.groupBy(told, ({ unit, person }) => `${unit.name} ${person.email}`);
  return {
    mailLost: [...asked].flatMap(([about, all]) =>
      (found.get(about) ?? 0) < all.filter(({ open }) => !open).length ? [about] : [],
    ),
    mailTwice: [...found].filter(([about, times]) => times > (asked.get(about)?.length ?? 0)).map(([about]) => about),
  };
}

/** The log says of each mail what is in it, and nothing else. */
function againstTheLog({ fixture, log, strikes }: MailboxCheck, byMessage: ByMessage) {
  const names = new Map(fixture.units.map(({ reportId, name }) => [reportId, name]));
  const emails = new Map(
    [
      ...fixture.units.flatMap(({ officer, head }) => [officer, head]),
      ...fixture.receivingBody,
      fixture.receivingHead,
    ].map(({ personId, email }) => [personId, email]),
  );
  const inLog = new Set(
    sentIn(log)
      .filter(({ channel }) => channel === 'EMAIL')
      .map(({ messageId, subjectId, personId }) => `${messageId} ${emails.get(personId)} ${names.get(subjectId)}`),
  );
  const inMail = new Map<string, Copy>();
  for (const copies of byMessage.values())
    for (const copy of copies) for (const unit of copy.units) inMail.set(`${copy.messageId} ${copy.to} ${unit}`, copy);
  const unproven = [...inMail].filter(([each]) => !inLog.has(each));
  return {
    claimed: [...inLog].filter((each) => !inMail.has(each)),
    unproven: unproven.filter(([, copy]) => !isStruck(strikes, copy)).map(([each]) => each),
    /** Done with after whoever had handed them over was struck down. */
    unprovenAfterStrike: unproven.length - unproven.filter(([, copy]) => !isStruck(strikes, copy)).length,
  };
}

/** Nothing is handed over of a report that the worker saw handed in, or that was handed in long before. */
function againstHandIns({ fixture, handIns, messages, mailNotes }: MailboxCheck, byMessage: ByMessage) {
  const rows = new Map(messages.map((row) => [row.id, row]));
  const units = new Map(fixture.units.map(({ reportId, name }) => [reportId, name]));
  const done = new Map(
    handIns.flatMap((each) => (each.kind === 'done' ? [[units.get(each.reportId) ?? '', each] as const] : [])),
  );
  const handings = Map.groupBy(
    mailNotes.flatMap((each) => (each.kind === 'handing' ? [each] : [])),
    ({ messageId }) => messageId,
  );
  /** The mail server may take its time: what counts is when the worker turned to it. */
  const handedAt = ({ messageId, begunAt }: Copy): number =>
    Math.max(...(handings.get(messageId) ?? []).map(({ at }) => at).filter((at) => at <= begunAt));
  const told = [...byMessage.values()].flatMap((copies) =>
    copies.flatMap((copy, index) =>
      [...copy.units].map((unit) => ({ copy, unit, done: done.get(unit), last: index === copies.length - 1 })),
    ),
  );
  const seenDone = ({ copy, done: handedIn, last }: (typeof told)[number]): boolean => {
    const row = rows.get(copy.messageId);
    return last && row?.status === 'sent' && handedIn !== undefined && handedIn.position <= (row.checkedPosition ?? 0);
  };
  const named = ({ copy, unit }: (typeof told)[number]): string => `${copy.messageId} ${unit}`;
  return {
    afterDone: told.filter(seenDone).map(named),
    tooLate: told
      .filter(({ copy, done: handedIn }) => handedIn !== undefined && handedAt(copy) > handedIn.at + LOOKED_WITHIN_MS)
      .map(named),
  };
}

/** While the clock stood in the quiet hours. */
function isNight(steps: readonly StepNote[], at: number): boolean {
  const step = steps.findLast((each) => each.at <= at)?.step ?? 0;
  const time = new Date(Date.parse(WALK[step]?.at ?? '') + 7 * 3_600_000).toISOString().slice(11, 16);
  return QUIET_HOURS.from <= time || time < QUIET_HOURS.until;
}
