import type { Actor } from '../kernel/index.ts';
import type { RegulationContent } from '../regulation/events.ts';
import type { RegistrationEvent } from './events.ts';
import type { RegistrationState } from './state.ts';

/**
 * How much somebody is told who sees the registration's unit. `NAME`: its name and unit, and what it waits for; no
 * dossier, evidence or history. `RESULT`: everything but who gave which points and who declared a conflict. `WHOLE`.
 */
export type Sight = 'NAME' | 'RESULT' | 'WHOLE';

/** Roles that are told the whole of every registration: they answer for the appraisal, or look into it. */
export const WHOLE_ROLES: readonly Actor['role'][] = ['STANDING_BODY_OFFICER', 'AUDITOR'];

/** The roles of the unit whose registration it is. */
const OWN_ROLES: readonly Actor['role'][] = ['UNIT_OFFICER', 'UNIT_HEAD'];

/** Once the appraisal is concluded, and not reopened. */
const CONCLUDED: readonly RegistrationState['status'][] = ['APPRAISED', 'RECOGNIZED', 'NOT_RECOGNIZED', 'REVOKED'];

/** Of a registration, what decides who is told how much of it. */
interface Sighted {
  readonly status: RegistrationState['status'];
  readonly core: Pick<Exclude<RegistrationState, { readonly status: 'NONE' }>['core'], 'appraisers' | 'impartial'>;
}

interface Onlooker {
  readonly personId: string;
  /** Of the appointments that run and cover the unit. */
  readonly roles: readonly Actor['role'][];
}

/**
 * What a person is told of a registration. An appraiser judges before knowing: until they declared to have no conflict,
 * they are told the name and the unit. Points and conflicts are for the team, the standing body and auditors until the
 * appraisal is concluded, and for the registering unit only where the regulation says so.
 */
export const sightOf = (
  { status, core }: Sighted,
  { personId, roles }: Onlooker,
  rules: RegulationContent['appraisal'] | undefined,
): Sight => {
  if (roles.some((role) => WHOLE_ROLES.includes(role))) return 'WHOLE';
  if (roles.includes('APPRAISER')) {
    if (core.impartial.includes(personId)) return 'WHOLE';
    if (core.appraisers.includes(personId) || roles.every((role) => role === 'APPRAISER')) return 'NAME';
  }
  const ofTheUnit = roles.some((role) => OWN_ROLES.includes(role));
  return CONCLUDED.includes(status) && (!ofTheUnit || rules?.unitSeesPoints === true) ? 'WHOLE' : 'RESULT';
};

/** What `RESULT` leaves out, by event. */
const WITHHELD = {
  InterestDeclared: ['conflict', 'detail', 'membersLeft', 'tooFewLeft'],
  ModelScored: ['scores'],
  ModelAppraised: ['scores'],
} as const;

/** An event's data as somebody may be told it: what is withheld is not there. */
export type ToldData<Type extends RegistrationEvent['type']> = Type extends keyof typeof WITHHELD
  ? Partial<Pick<DataIn<Type>, WithheldIn<Type>>> & Omit<DataIn<Type>, WithheldIn<Type>>
  : DataIn<Type>;

type DataIn<Type extends RegistrationEvent['type']> = Extract<RegistrationEvent, { readonly type: Type }>['data'];
type WithheldIn<Type extends keyof typeof WITHHELD> = (typeof WITHHELD)[Type][number] & keyof DataIn<Type>;

/** The data of an event of a registration without what a sight withholds. */
export const toldData = <Data extends object>(sight: Sight, type: string, data: Data): Data => {
  const withheld = (WITHHELD as Readonly<Record<string, readonly string[]>>)[type];
  if (sight === 'WHOLE' || withheld === undefined) return data;
  return Object.fromEntries(Object.entries(data).filter(([name]) => !withheld.includes(name))) as Data;
};
