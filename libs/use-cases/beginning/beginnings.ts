import {
  apiKey,
  availabilities,
  commendation,
  decision,
  organization,
  registration,
  regulation,
  reject,
  webhook,
  type Actor,
  type Availability,
  type Company,
  type Rejected,
} from '#domain';
import { companyOver, holdsAny, rightsAt, type DirectoryState } from '#identity';
import type { CorePorts, Ports } from '../ports.ts';
import { placeChoices } from '../registration/choices.ts';

/** What makes something new, of which there is nothing yet to ask about. */
const BEGINNING = {
  DraftRegistration: registration.rights.DraftRegistration,
  DraftDecision: decision.rights.DraftDecision,
  ProposeCommendation: commendation.rights.ProposeCommendation,
  DraftRegulation: regulation.rights.DraftRegulation,
  OpenCycle: regulation.cycle.rights.OpenCycle,
  EstablishUnit: organization.unit.rights.EstablishUnit,
  EnterPerson: organization.person.rights.EnterPerson,
} as const;

const BEGINNING_AT_ROOT = {
  RegisterWebhook: webhook.rights.RegisterWebhook,
  CreateApiKey: apiKey.rights.CreateApiKey,
} as const;

/** What is done to many at once: each of them is judged when its turn comes. */
const TO_MANY = {
  AcceptRegistration: registration.rights.AcceptRegistration,
  ReturnRegistration: registration.rights.ReturnRegistration,
  OpenAppraisal: registration.rights.OpenAppraisal,
} as const;

/** Readings for some roles only. */
export const READINGS = {
  ReadPeople: ['SYSTEM_ADMIN', 'AUDITOR'],
} as const satisfies Readonly<Record<string, readonly Actor['role'][]>>;

/** What is overdue in the units below is followed by whom the ladder of reminders reaches above those (domain.md 3.7). */
const FOLLOWING = {
  FollowOverdue: ['STANDING_BODY_OFFICER', 'UNIT_HEAD'],
} as const satisfies Readonly<Record<string, readonly Actor['role'][]>>;

const RIGHTS = { ...BEGINNING, ...BEGINNING_AT_ROOT, ...TO_MANY, ...READINGS, ...FOLLOWING };

export type Beginning = keyof typeof RIGHTS;

type Refused = Rejected<'cycle-not-open' | 'unit-not-active'>;

/** What a person may begin, do to many, read and follow under the appointments that run, wherever it is; if not, why and who may. */
export const beginnings = async (
  ports: CorePorts & Pick<Ports, 'rules'>,
  personId: string,
): Promise<Readonly<Record<Beginning, Availability<'role-not-allowed' | Refused['reason']>>>> => {
  const [directory, at] = [await ports.directory.current(), ports.clock.now()];
  const anywhere = companyAnywhere(directory, personId, at);
  const { rootId } = directory.tree;
  const nobody: Company = { mine: [], everybody: [] };
  const atRoot = rootId === undefined ? nobody : companyOver(directory, { personId, unitId: rootId, at });
  const noPlace = holdsAny(directory, personId, BEGINNING.DraftRegistration, at)
    ? await placeRefusal(ports, personId)
    : undefined;
  return availabilities<Beginning, Refused['reason']>(
    RIGHTS,
    (type) => (type in BEGINNING_AT_ROOT ? atRoot : anywhere),
    { status: () => undefined, standing: (type) => (type === 'DraftRegistration' ? noPlace : undefined) },
  );
};

/** As whom a person may act anywhere, and as whom all may who are appointed where the person is, or above. */
const companyAnywhere = (directory: DirectoryState, personId: string, at: string): Company => {
  const held = rightsAt(directory, personId, at);
  const units = [...new Set(held.map(({ unitId }) => unitId))];
  return {
    mine: held.map(({ role, unitId }) => ({ personId, role, unitId })),
    everybody: units.flatMap((unitId) => companyOver(directory, { personId, unitId, at }).everybody),
  };
};

/** Why somebody can register for none of their units, in no cycle; nothing when they can for one. */
const placeRefusal = async (
  ports: CorePorts & Pick<Ports, 'rules'>,
  personId: string,
): Promise<Refused | undefined> => {
  const places = await placeChoices(ports, personId, {});
  if (places.some(({ refused }) => refused === undefined)) return undefined;
  // No cycle of theirs is open: there is none that could be named.
  return (places[0]?.refused as Refused | undefined) ?? reject('cycle-not-open');
};
