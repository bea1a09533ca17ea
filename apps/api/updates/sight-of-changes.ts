import type { Role } from '#domain';
import { rightsAt, seesAllUnits, visibleScope, type DirectoryState } from '#identity';
import { CHANGED_KINDS, type Change, type ChangedKind } from '#read-models';

/** Of which changes somebody is told: never of more than the lists show them. */
export interface SightOfChanges {
  /** The kinds of what changed among what they see, each once. */
  of(changes: readonly Change[]): readonly ChangedKind[];
  /** Every kind of which they may see something. */
  readonly kinds: readonly ChangedKind[];
  /** The same as long as they hold the same appointments. */
  readonly rights: string;
}

/** What concerns the whole system, and who is shown it with an appointment to the root. */
const AT_ROOT: Readonly<Partial<Record<ChangedKind, readonly Role[]>>> = {
  webhooks: ['SYSTEM_ADMIN'],
  'api-keys': ['SYSTEM_ADMIN'],
  incidents: ['SYSTEM_ADMIN', 'AUDITOR'],
};

const SHOWN_PEOPLE: readonly Role[] = ['SYSTEM_ADMIN', 'AUDITOR'];
const SPEAK_FOR_UNITS: readonly Role[] = ['UNIT_OFFICER', 'UNIT_HEAD'];

/** What a person is told of, by the directory of a moment. */
export const sightOfChanges = (directory: DirectoryState, personId: string, now: string): SightOfChanges => {
  const held = rightsAt(directory, personId, now);
  const covered = (under: (role: Role) => boolean): ((unitId: string) => boolean) => {
    const scope = visibleScope(directory, personId, now, under);
    if (scope === 'all') return () => true;
    const units = new Set(scope.unitIds);
    return (unitId) => units.has(unitId);
  };
  const sees = covered(() => true);
  const isReminded = covered((role) => role !== 'APPRAISER');
  const speaksFor = covered((role) => SPEAK_FOR_UNITS.includes(role));
  const isToldOf = (kind: ChangedKind): boolean => {
    if (kind === 'people') return held.some(({ role }) => SHOWN_PEOPLE.includes(role));
    const roles = AT_ROOT[kind];
    return roles === undefined || held.some((each) => roles.includes(each.role) && seesAllUnits(directory, each));
  };
  const kinds = CHANGED_KINDS.filter(isToldOf);
  const isShown = ({ kind, unitId, named, personId: whose }: Change): boolean => {
    if (whose !== undefined) return whose === personId;
    if (unitId === null) return true;
    if (named === true) return speaksFor(unitId);
    return kind === 'reminders' ? isReminded(unitId) : sees(unitId);
  };
  return {
    of: (changes) => kinds.filter((kind) => changes.some((change) => change.kind === kind && isShown(change))),
    kinds,
    rights: held.map(({ appointmentId }) => appointmentId).join(),
  };
};
