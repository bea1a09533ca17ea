import { localDateOf, organization } from '#domain';
import { companyOver } from '#identity';
import type { CorePorts } from '../ports.ts';

/** After this day nothing is recorded to end. */
const FOR_EVER = '9999-12-31';

/**
 * What a person may do with a unit today; undefined when there is none. What still belongs to it is told to who
 * administers it.
 */
export const unitActions = async (
  { directory, clock }: Pick<CorePorts, 'directory' | 'clock'>,
  personId: string,
  unitId: string,
): Promise<ReturnType<typeof organization.unit.availableActions> | undefined> => {
  const [known, at] = [await directory.current(), clock.now()];
  const { tree, book } = known;
  const state = organization.unitOf(tree, unitId);
  if (state === undefined) return undefined;
  const over = companyOver(known, { personId, unitId, at });
  const parentId = organization.parentOn(state, localDateOf(at));
  const administers = over.mine.some(({ role }) => role === 'SYSTEM_ADMIN');
  return organization.unit.availableActions(
    state,
    { over, overParent: parentId === undefined ? over : companyOver(known, { personId, unitId: parentId, at }) },
    {
      openChildren: administers ? organization.childrenAfter(tree, unitId, FOR_EVER) : [],
      openHolders: administers ? organization.holdersAfter(book, unitId, FOR_EVER) : [],
    },
  );
};
