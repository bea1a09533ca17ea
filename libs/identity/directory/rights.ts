import { localDateOf, organization, ROLES, type Actor, type Company, type Instant, type Role } from '#domain';
import type { DirectoryState } from './directory.ts';

/** What somebody asks to do: under one of these roles, for this unit, now. */
export interface Asked {
  readonly personId: string;
  readonly roles: readonly Actor['role'][];
  readonly unitId: string;
  readonly at: Instant;
}

/** 'forbidden': may see it, not do it. 'not-yours': for this person it does not exist. */
export type Authorization = Actor | 'forbidden' | 'not-yours';

/** The appointments that give rights at the instant; to who acts under one of them, no other does. */
export const rightsAt = (
  { book, acting }: DirectoryState,
  personId: string,
  at: Instant,
): readonly organization.Appointment[] => {
  const running = organization.rightsAt(book, personId, at);
  return acting?.personId === personId
    ? running.filter(({ appointmentId }) => appointmentId === acting.appointmentId)
    : running;
};

/** What anybody may, whoever asks and under whichever appointment. */
export const underAll = ({ tree, book }: DirectoryState): DirectoryState => ({ tree, book });

/** True when an appointment under one of the roles runs, wherever it is. */
export const holdsAny = (
  state: DirectoryState,
  personId: string,
  roles: readonly Actor['role'][],
  at: Instant,
): boolean => rightsAt(state, personId, at).some(({ role }) => roles.includes(role));

/** As whom a person may act for a unit: under every appointment that runs and covers it, the nearest first. */
export const actorsOver = (state: DirectoryState, { personId, unitId, at }: Omit<Asked, 'roles'>): readonly Actor[] => {
  const path = organization.pathOn(state.tree, unitId, localDateOf(at));
  return rightsAt(state, personId, at)
    .filter((appointment) => path.includes(appointment.unitId))
    .sort((one, other) => path.indexOf(one.unitId) - path.indexOf(other.unitId))
    .map((appointment) => ({ personId, role: appointment.role, unitId: appointment.unitId }));
};

/** As whom a person may act for a unit, and as whom everybody may whose appointment runs and covers it, the nearest first. */
export const companyOver = (state: DirectoryState, asked: Omit<Asked, 'roles'>): Company => {
  const { unitId, at } = asked;
  const everybody = organization
    .pathOn(state.tree, unitId, localDateOf(at))
    .flatMap((post) =>
      ROLES.flatMap((role) =>
        organization.holdersAt(state.book, role, post, at).map((personId) => ({ personId, role, unitId: post })),
      ),
    );
  return { mine: actorsOver(state, asked), everybody };
};

/**
 * Whether a person may act for a unit: an appointment under one of the roles runs and covers the unit. The nearest one
 * counts. Everybody, auditors too, sees what their appointments cover.
 */
export const authorize = (state: DirectoryState, { roles, ...asked }: Asked): Authorization => {
  const covering = actorsOver(state, asked);
  const fitting = covering.find(({ role }) => roles.includes(role));
  if (fitting !== undefined) return fitting;
  return covering.length > 0 ? 'forbidden' : 'not-yours';
};

/** What a person may see in lists: everything, or what belongs to these units. */
export type VisibleScope = 'all' | { readonly unitIds: readonly string[] };

/** Whether an appointment shows every unit: one to the root. */
export const seesAllUnits = ({ tree }: DirectoryState, { unitId }: Pick<organization.Appointment, 'unitId'>): boolean =>
  unitId === tree.rootId;

/**
 * The units of the running appointments, or of those under some roles, and all below them, closed ones too: their past
 * stays visible.
 */
export const visibleScope = (
  state: DirectoryState,
  personId: string,
  at: Instant,
  under: (role: Role) => boolean = () => true,
): VisibleScope => {
  const running = rightsAt(state, personId, at).filter(({ role }) => under(role));
  if (running.some((appointment) => seesAllUnits(state, appointment))) return 'all';
  const date = localDateOf(at);
  const unitIds = new Set(running.flatMap(({ unitId }) => coveredBy(state.tree, unitId, date)));
  return { unitIds: [...unitIds] };
};

export const sees = (state: DirectoryState, personId: string, unitId: string, at: Instant): boolean =>
  authorize(state, { personId, roles: [], unitId, at }) === 'forbidden';

/** The roles of a person, or the one of an appointment of theirs, each with the units it covers. */
export const roleScopes = (
  state: DirectoryState,
  personId: string,
  at: Instant,
  appointmentId?: string,
): readonly { readonly role: Role; readonly scope: VisibleScope }[] =>
  rightsAt(state, personId, at)
    .filter((each) => appointmentId === undefined || each.appointmentId === appointmentId)
    .map(({ role, unitId }) => ({
      role,
      scope: unitId === state.tree.rootId ? 'all' : { unitIds: coveredBy(state.tree, unitId, localDateOf(at)) },
    }));

const remembered = new WeakMap<organization.UnitTree, Map<string, readonly string[]>>();

/** A unit and all below it. Remembered for as long as the tree is the same. */
export const coveredBy = (tree: organization.UnitTree, unitId: string, date: string): readonly string[] => {
  const known = remembered.get(tree) ?? new Map<string, readonly string[]>();
  remembered.set(tree, known);
  const key = `${unitId} ${date}`;
  const found = known.get(key) ?? unitsWithin(tree, unitId, date);
  known.set(key, found);
  return found;
};

/** The same for a day that somebody asks for: not remembered, as there is no end of days. */
export const unitsWithin = (tree: organization.UnitTree, unitId: string, date: string): readonly string[] =>
  organization
    .allUnits(tree)
    .map((unit) => unit.unitId)
    .filter((id) => organization.isWithin(tree, id, unitId, date));
