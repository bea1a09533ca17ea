import { localDateOf, organization } from '#domain';
import type { DirectoryState } from '#identity';

/** The unit exists and is active on the day of the instant. */
export const isActive = ({ tree }: DirectoryState, unitId: string, at: string): boolean =>
  organization.unitOn(tree, unitId, localDateOf(at))?.active ?? false;
