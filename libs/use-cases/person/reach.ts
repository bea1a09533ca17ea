import { localDateOf, organization, type Instant, type Role } from '#domain';
import { authorize, holdsAny, type DirectoryState } from '#identity';

/**
 * Whether an administrator's appointments reach every unit in which a person has, or will have, rights. An account is
 * worth all of its person's rights: who reaches only some of them does not get to open or close it.
 */
export const reaches = (directory: DirectoryState, administratorId: string, personId: string, at: Instant): boolean =>
  unitsOf(directory, personId, at).every((unitId) => administers(directory, administratorId, unitId, at));

/**
 * Whether somebody may look at a person: the person, and administrators and auditors at who is appointed within their
 * reach. Who is appointed nowhere yet is seen by every administrator, and by auditors of the whole.
 */
export const maySeePerson = (directory: DirectoryState, viewerId: string, personId: string, at: Instant): boolean => {
  if (viewerId === personId) return true;
  const units = unitsOf(directory, personId, at);
  return units.length === 0
    ? holdsAny(directory, viewerId, ['SYSTEM_ADMIN'], at) || overAll(directory, viewerId, at)
    : units.some((unitId) => holdsOver(directory, viewerId, ['SYSTEM_ADMIN', 'AUDITOR'], unitId, at));
};

/** Everybody at whom somebody may look: see {@link maySeePerson}. */
export const peopleSeenBy = (directory: DirectoryState, viewerId: string, at: Instant): readonly string[] =>
  holdsAny(directory, viewerId, ['SYSTEM_ADMIN', 'AUDITOR'], at)
    ? organization.idsOfPeople(directory.book).filter((personId) => maySeePerson(directory, viewerId, personId, at))
    : [viewerId];

const overAll = (directory: DirectoryState, viewerId: string, at: Instant): boolean =>
  directory.tree.rootId !== undefined && holdsOver(directory, viewerId, ['AUDITOR'], directory.tree.rootId, at);

const administers = (directory: DirectoryState, administratorId: string, unitId: string, at: Instant): boolean =>
  holdsOver(directory, administratorId, ['SYSTEM_ADMIN'], unitId, at);

const holdsOver = (
  directory: DirectoryState,
  personId: string,
  roles: readonly Role[],
  unitId: string,
  at: Instant,
): boolean => typeof authorize(directory, { personId, roles, unitId, at }) === 'object';

/** The units in which a person has, or will have, rights. */
export const unitsOf = ({ book }: DirectoryState, personId: string, at: Instant): readonly string[] =>
  (organization.personOf(book, personId)?.appointments ?? [])
    .filter(
      ({ until, endsAt }) =>
        (until === undefined || until >= localDateOf(at)) && !(endsAt !== undefined && endsAt < at),
    )
    .map(({ unitId }) => unitId);
