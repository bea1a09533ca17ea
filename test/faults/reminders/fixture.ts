import { regulation, reporting, type Actor, type DomainEvent, type Role } from '#domain';
import { deriveId, eventId } from '#engine';
import type { EventLog } from '#event-store';
import { DUE_ON, LADDER, MAKE_UP_SATURDAYS, QUIET_HOURS, TET } from './walk.ts';

/** Somebody to be reminded. */
export interface FixturePerson {
  readonly personId: string;
  readonly email: string;
  /** Has an account, and so an inbox beside the mail. */
  readonly inbox: boolean;
}

/** A unit that owes a report. */
export interface FixtureUnit {
  readonly unitId: string;
  readonly reportId: string;
  /** As mails call it. */
  readonly name: string;
  readonly officer: FixturePerson;
  readonly head: FixturePerson;
}

/** A province with its communes, each of which owes it one report. */
export interface ReminderFixture {
  readonly provinceId: string;
  readonly units: readonly FixtureUnit[];
  readonly receivingBody: readonly FixturePerson[];
  readonly receivingHead: FixturePerson;
}

const ROOT = '7d9a1f0e-52c3-4b7e-9d55-0c2f4a6b8e10';
const PERIOD = { kind: 'ANNUAL', year: 2026 } as const;
const AT = '2026-01-05T02:00:00.000Z';
const FROM = '2025-07-01';
const DOCUMENT = { number: '15-QĐ/TU', issuedOn: FROM };
const ACTOR: Actor = { personId: 'person-clerk', role: 'STANDING_BODY_OFFICER', unitId: 'unit-province' };

/** The unit's number in its name: how a mail is known to tell of it. */
export const UNIT_IN_TEXT = /Xã Đổi Mới (\d{4})/g;

/** The same fixture each time, for so many units. */
export const fixtureOf = (units: number): ReminderFixture => ({
  provinceId: deriveId(ROOT, 'province'),
  units: Array.from({ length: units }, (_, index) => unit(index + 1)),
  receivingBody: [1, 2].map((nth) => person('body', nth)),
  receivingHead: person('chief', 1),
});

const unit = (number: number): FixtureUnit => {
  const unitId = deriveId(ROOT, `unit ${number}`);
  return {
    unitId,
    reportId: deriveId(unitId, reporting.reportName('OWN', PERIOD)),
    name: `Xã Đổi Mới ${String(number).padStart(4, '0')}`,
    officer: person('officer', number),
    head: person('head', number),
  };
};

const person = (role: string, number: number): FixturePerson => ({
  personId: deriveId(ROOT, `${role} ${number}`),
  email: `${role}-${number}@example.test`,
  inbox: number % 10 === 0,
});

/** Enters units, people and a regulation with its ladder into the log. What is owed under it is left to the product. */
export async function furnish(store: EventLog, fixture: ReminderFixture): Promise<void> {
  const { provinceId, units, receivingBody, receivingHead } = fixture;
  await write(store, `unit-${provinceId}`, [established(provinceId, 'PROVINCE', 'Tỉnh minh họa')]);
  await inChunks(units, ({ unitId, name }) =>
    write(store, `unit-${unitId}`, [established(unitId, 'COMMUNE', name, provinceId)]),
  );
  const people = [
    ...units.flatMap(({ unitId, officer, head }) => [
      enter(officer, 'UNIT_OFFICER', unitId),
      enter(head, 'UNIT_HEAD', unitId),
    ]),
    ...receivingBody.map((each) => enter(each, 'STANDING_BODY_OFFICER', provinceId)),
    enter(receivingHead, 'UNIT_HEAD', provinceId),
  ];
  await inChunks(people, ({ personId, events }) => write(store, `person-${personId}`, events));
  const regulationId = deriveId(ROOT, 'regulation');
  await write(store, `regulation-${regulationId}`, [
    { type: 'RegulationDrafted', data: { regulationId, unitId: provinceId, content } },
    {
      type: 'RegulationPublished',
      data: { regulationId, number: '12-QĐ/TU', issuedOn: '2025-12-01', from: '2026-01-01', warnings: [] },
    },
  ]);
}

const content: regulation.RegulationContent = {
  ...regulation.exampleRegulation(2026),
  reporting: {
    periods: [{ kind: PERIOD.kind, from: '2025-07-01', cutoff: '2026-01-15', dueOn: DUE_ON }],
    obliged: ['COMMUNE'],
    figures: [],
  },
  calendar: { holidays: TET, makeUpDays: MAKE_UP_SATURDAYS },
  reminders: {
    ladder: LADDER.map(({ code, workingDays, recipient }) => ({ code, workingDays, recipient })),
    quietHours: QUIET_HOURS,
    personalSettings: false,
  },
};

const established = (unitId: string, kind: string, name: string, parentId?: string): DomainEvent => ({
  type: 'UnitEstablished',
  data: { unitId, kind, name, from: FROM, ...(parentId === undefined ? {} : { parentId }) },
});

const enter = ({ personId, email, inbox }: FixturePerson, role: Role, unitId: string) => {
  const appointed = { personId, appointmentId: deriveId(personId, role), unitId, role, from: FROM, document: DOCUMENT };
  const account = { personId, accountId: deriveId(personId, 'account'), username: email };
  const events: DomainEvent[] = [
    { type: 'PersonEntered', data: { personId, name: email, email } },
    { type: 'PersonAppointed', data: appointed },
    ...(inbox ? [{ type: 'AccountOpened', data: account }] : []),
  ];
  return { personId, events };
};

async function write(store: EventLog<DomainEvent>, stream: string, events: readonly DomainEvent[]): Promise<void> {
  const commandId = deriveId(ROOT, stream);
  const meta = {
    ...{ actor: ACTOR, recordedAt: AT, effectiveOn: FROM, commandId, correlationId: commandId },
    commandHash: '0'.repeat(64),
  };
  const stored = events.map(({ type, data }, index) => ({
    id: eventId(commandId, index),
    type,
    data,
    meta,
  }));
  const answer = await store.append(stream, 'no-stream', stored);
  if (answer.kind !== 'appended') throw new Error(`${stream} could not be prepared: ${answer.kind}`);
}

async function inChunks<T>(all: readonly T[], work: (one: T) => Promise<void>): Promise<void> {
  for (let from = 0; from < all.length; from += 64) await Promise.all(all.slice(from, from + 64).map(work));
}
