import {
  addDays,
  everFolded,
  localDateOf,
  type Instant,
  type LocalDate,
  type Recorded,
  type Role,
} from '../../kernel/index.ts';
import type { PersonEvent } from './events.ts';
import { lastsAfter } from '../periods.ts';
import { daysOf, evolve as evolvePerson, initial as initialPerson, isRunningAt } from './state.ts';
import type { Account, Appointment, EnteredPerson } from './state.ts';
import { emptyMap, valueAt, valuesOf, withValue, type ShardedMap } from '../sharded-map.ts';
import { isWithin, pathOn, type UnitTree } from '../unit/tree.ts';

/** The people of all streams with their appointments: says who had which right at any instant. Immutable. */
export interface AppointmentBook {
  readonly people: ShardedMap<EnteredPerson>;
  /** The people who were ever appointed to a unit. */
  readonly byUnit: ShardedMap<readonly string[]>;
  /** Who has, or last had, the account of a name. */
  readonly byUsername: ShardedMap<string>;
}

export const emptyBook: AppointmentBook = { people: emptyMap(), byUnit: emptyMap(), byUsername: emptyMap() };

/** The book after one more event of any person. */
export const evolveBook = (book: AppointmentBook, event: Recorded<PersonEvent>): AppointmentBook => {
  const { personId } = event.data;
  const person = evolvePerson(valueAt(book.people, personId) ?? initialPerson, event);
  if (person.status === 'NONE') return book;
  const people = withValue(book.people, personId, person);
  if (event.type === 'AccountInvited' || event.type === 'AccountOpened')
    return { ...book, people, byUsername: withUsername(book, event.data.username, personId) };
  if (event.type !== 'PersonAppointed') return { ...book, people };
  const { unitId } = event.data;
  const known = valueAt(book.byUnit, unitId) ?? [];
  return {
    ...book,
    people,
    byUnit: known.includes(personId) ? book.byUnit : withValue(book.byUnit, unitId, [...known, personId]),
  };
};

/** A person with all appointments, past ones too; undefined when never entered. */
export const personOf = (book: AppointmentBook, personId: string): EnteredPerson | undefined =>
  valueAt(book.people, personId);

/** The ids of everybody who was ever entered, in no order anybody may rely on. */
export const idsOfPeople = (book: AppointmentBook): readonly string[] =>
  [...valuesOf(book.people)].map(({ personId }) => personId);

interface AccountHolder {
  readonly personId: string;
  readonly account: Account;
}

/** The person whose account has a name today, however it is spelled; undefined when nobody's has. */
export const holderOf = (book: AppointmentBook, username: string): AccountHolder | undefined => {
  for (const name of namesOf(username).toReversed()) {
    const { personId, account } = personOf(book, valueAt(book.byUsername, name) ?? '') ?? {};
    if (personId !== undefined && account !== undefined && namesOf(account.username).includes(name))
      return { personId, account };
  }
  return undefined;
};

const namesOf = (username: string): readonly string[] => everFolded((folding) => folding(username));

/** Of two accounts from before whose names are one by now, each is found by its own spelling. */
const withUsername = (book: AppointmentBook, username: string, personId: string): AppointmentBook['byUsername'] =>
  namesOf(username)
    .filter((name, index, { length }) => index === length - 1 || holderOf(book, name) === undefined)
    .reduce((byUsername, name) => withValue(byUsername, name, personId), book.byUsername);

/** Every account there is, in no order. */
export const accountsOf = (book: AppointmentBook): readonly AccountHolder[] =>
  [...valuesOf(book.people)].flatMap(({ personId, account }) => (account === undefined ? [] : { personId, account }));

/** Whether a unit lies outside those whose administrator vouched for a person's password, on a day. */
export const isBeyondVoucher = (
  book: AppointmentBook,
  tree: UnitTree,
  { personId, unitId, on }: { readonly personId: string; readonly unitId: string; readonly on: LocalDate },
): boolean => {
  const within = personOf(book, personId)?.account?.within;
  return within !== undefined && !within.some((scope) => isWithin(tree, unitId, scope, on));
};

/** The appointments that give a person rights at an instant; none one moment after the last of them ended. */
export const rightsAt = (book: AppointmentBook, personId: string, instant: Instant): readonly Appointment[] =>
  personOf(book, personId)?.appointments.filter((each) => isRunningAt(each, instant)) ?? [];

/** The units in which a person was appointed on some day from `since` on, up to the day of the instant; whatever the role. */
export const unitsSince = (
  book: AppointmentBook,
  personId: string,
  { since, at }: { readonly since: LocalDate; readonly at: Instant },
): readonly string[] => {
  const held = personOf(book, personId)?.appointments ?? [];
  const lately = held.filter((each) => {
    const days = daysOf(each);
    return days.from <= localDateOf(at) && lastsAfter(days, addDays(since, -1));
  });
  return [...new Set(lately.map(({ unitId }) => unitId))];
};

/** Who holds a role in a unit at an instant, or held it on some day from `since` on. */
export const holdersSince = (
  book: AppointmentBook,
  role: Role,
  unitId: string,
  { since, at }: { readonly since: LocalDate; readonly at: Instant },
): readonly string[] =>
  (valueAt(book.byUnit, unitId) ?? []).filter((personId) =>
    personOf(book, personId)?.appointments.some((each) => {
      const days = daysOf(each);
      return (
        each.unitId === unitId &&
        each.role === role &&
        days.from <= localDateOf(at) &&
        lastsAfter(days, addDays(since, -1))
      );
    }),
  );

/** Whose appointments to a unit still run on some day after `date`: the fact that closing a unit asks for. */
export const holdersAfter = (book: AppointmentBook, unitId: string, date: LocalDate): readonly string[] =>
  (valueAt(book.byUnit, unitId) ?? []).filter((personId) =>
    personOf(book, personId)?.appointments.some((each) => each.unitId === unitId && lastsAfter(daysOf(each), date)),
  );

/** Whether two people may be one: the same, or one could come in as the other, or somebody as both. See `inHandsOf`. */
export const inOneHand = (book: AppointmentBook, one: string, other: string): boolean => {
  const hands = (personId: string) => [personId, personOf(book, personId)?.inHandsOf];
  return hands(one).some((hand) => hand !== undefined && hands(other).includes(hand));
};

/**
 * Whether an administrator acts by the will of a person: the person could come in as them, or all who gave them the right
 * are the person, or act by the person's will. So nobody is given power by puppets they made, however many.
 */
export const cameThrough = (
  book: AppointmentBook,
  administratorId: string,
  personId: string,
  instant: Instant,
  seen: ReadonlySet<string> = new Set(),
): boolean =>
  personOf(book, administratorId)?.inHandsOf === personId ||
  rightsAt(book, administratorId, instant)
    .filter(({ role, grantedBy }) => role === 'SYSTEM_ADMIN' && grantedBy.length > 0)
    .some(({ grantedBy }) =>
      grantedBy.every(
        (granter) =>
          granter === personId ||
          (!seen.has(granter) && cameThrough(book, granter, personId, instant, new Set([...seen, granter]))),
      ),
    );

/**
 * Whether another administrator of a unit might confirm what one of them does to a person: one who can sign in, or whose
 * account one of these (`besides`) shut, for nobody is the only one by locking the others out.
 */
export const anotherAdministrator = (
  book: AppointmentBook,
  tree: UnitTree,
  { unitId, besides, at }: { readonly unitId: string; readonly besides: readonly string[]; readonly at: Instant },
): boolean =>
  holdersOf(book, tree, 'SYSTEM_ADMIN', unitId, at).some((personId) => {
    const { account, shutBy } = personOf(book, personId) ?? {};
    const counts = account?.status === 'OPEN' || (shutBy !== undefined && besides.includes(shutBy));
    return counts && !besides.includes(personId);
  });

/** The people who hold a role for a unit at an instant: appointed to the unit itself or to one above it. */
export const holdersOf = (
  book: AppointmentBook,
  tree: UnitTree,
  role: Role,
  unitId: string,
  instant: Instant,
): readonly string[] => [
  ...new Set(pathOn(tree, unitId, localDateOf(instant)).flatMap((scope) => holdersAt(book, role, scope, instant))),
];

/** The people who hold a role in this very unit at an instant. */
export const holdersAt = (book: AppointmentBook, role: Role, unitId: string, instant: Instant): readonly string[] =>
  (valueAt(book.byUnit, unitId) ?? []).filter((personId) =>
    rightsAt(book, personId, instant).some((each) => each.unitId === unitId && each.role === role),
  );
