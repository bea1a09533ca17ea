import { localDateOf, organization, type Instant } from '#domain';
import { authorize, holdsAny, type DirectoryState } from '#identity';

/**
 * Whether an administrator's appointments reach every unit in which a person has, or will have, rights. An account is
 * worth all of its person's rights: who reaches only some of them does not get to open or close it.
 */
export const reaches = (directory: DirectoryState, administratorId: string, personId: string, at: Instant): boolean =>
  unitsOf(directory, personId, at).every((unitId) => administers(directory, administratorId, unitId, at));

/** Whether somebody may look at a person: the person, auditors, and administrators at one of theirs. */
export const maySeePerson = (directory: DirectoryState, viewerId: string, personId: string, at: Instant): boolean =>
  viewerId === personId ||
  holdsAny(directory, viewerId, ['AUDITOR'], at) ||
  (holdsAny(directory, viewerId, ['SYSTEM_ADMIN'], at) && isOneOfTheirs(directory, viewerId, personId, at));

/** A person is one of the administrator's who is appointed to a unit within reach, or to none yet. */
const isOneOfTheirs = (directory: DirectoryState, administratorId: string, personId: string, at: Instant): boolean => {
  const units = unitsOf(directory, personId, at);
  return units.length === 0 || units.some((unitId) => administers(directory, administratorId, unitId, at));
};

const administers = (directory: DirectoryState, administratorId: string, unitId: string, at: Instant): boolean =>
  typeof authorize(directory, { personId: administratorId, roles: ['SYSTEM_ADMIN'], unitId, at }) === 'object';

const unitsOf = ({ book }: DirectoryState, personId: string, at: Instant): readonly string[] =>
  (organization.personOf(book, personId)?.appointments ?? [])
    .filter(
      ({ until, endsAt }) =>
        (until === undefined || until >= localDateOf(at)) && !(endsAt !== undefined && endsAt < at),
    )
    .map(({ unitId }) => unitId);
