import type { Role } from '#domain';
import { samplePeople, sampleUnits, type SamplePerson } from '../sample/province.ts';
import type { SampleCommands } from '../sample/sample-commands.ts';

/** What the demo calls people and units. */
export interface Names {
  unit(id: string): string;
  person(id: string | null): string;
}

export const namesOf = (commands: SampleCommands): Names => {
  const units = new Map(sampleUnits.map(({ key, name }) => [commands.idOf('unit', key), name]));
  const people = new Map(samplePeople.map(({ key, name }) => [commands.idOf('person', key), name]));
  return {
    unit: (id) => units.get(id) ?? id,
    person: (id) => (id === null ? 'không có ai' : (people.get(id) ?? id)),
  };
};

const byEmail = new Map(samplePeople.map((person) => [person.email, person]));
const byKey = new Map(samplePeople.map((person) => [person.key, person]));
const unitNames = new Map(sampleUnits.map(({ key, name }) => [key, name]));

/** The address of a person of the sample. */
export const addressOf = (key: string): string => byKey.get(key)?.email ?? key;

const ROLES: Readonly<Partial<Record<Role, string>>> = {
  UNIT_OFFICER: 'cán bộ phụ trách',
  UNIT_HEAD: 'thủ trưởng đơn vị',
  STANDING_BODY_OFFICER: 'cán bộ cơ quan tham mưu',
};

/** More than this are counted by their role instead of named. */
const NAMED = 6;

/** Who got mails: by name, or counted by role where they are many. */
export const describeRecipients = (addresses: readonly string[]): string => {
  if (addresses.length === 0) return 'không có ai';
  const people = addresses.flatMap((address) => byEmail.get(address) ?? []);
  if (people.length <= NAMED) return people.map(named).join('; ');
  const counted = Map.groupBy(people, roleOf);
  return [...counted].map(([role, those]) => `${String(those.length)} ${role}`).join(', ');
};

const named = ({ name, appointments }: SamplePerson): string =>
  `${name} (${unitNames.get(appointments[0]?.unit ?? '') ?? ''})`;

const roleOf = ({ appointments }: SamplePerson): string => {
  const role = appointments[0]?.role;
  return (role === undefined ? undefined : ROLES[role]) ?? 'người khác';
};
