import type { Instant } from '#domain';
import { authorize, rightsAt, type DirectoryState } from '#identity';
import { MOST_VIEWS, type SavedView, type ViewOwner } from '#preferences';
import { Refusal } from '../http/problem/problem.ts';
import type { FoundView, WhoAmI } from '../reading/person-answers.ts';
import type { Reader } from '../reading/reader.ts';
import type { ViewBody } from './preferences.dto.ts';

/** Who keeps the views that a unit shares: whoever prepares its papers, hands them in or checks them. */
export const KEEP_VIEWS = ['UNIT_OFFICER', 'UNIT_HEAD', 'STANDING_BODY_OFFICER'] as const;

/** One's own views, and those of the units to which one is appointed, each with whether one may change it. */
export const viewsFor = async (reader: Reader, me: string): Promise<readonly FoundView[]> => {
  const directory = await reader.directory();
  const units = new Set(rightsAt(directory, me, reader.now).map(({ unitId }) => unitId));
  const owners: ViewOwner[] = [{ personId: me }, ...[...units].map((unitId) => ({ unitId }))];
  const views = await reader.ports.preferences.views.of(owners);
  const keeps = (unitId: string): boolean => typeof keeperOf(directory, unitId, me, reader.now) !== 'string';
  return views.map((view) => ({ ...view, mayChange: view.unitId === null || keeps(view.unitId) }));
};

/** As whom somebody keeps the views of a unit, or why they do not. */
const keeperOf = (directory: DirectoryState, unitId: string, personId: string, at: Instant) =>
  authorize(directory, { personId, roles: KEEP_VIEWS, unitId, at });

/** The appointments of somebody, each with whether they save views for its unit. */
export const appointmentsOf = (directory: DirectoryState, me: string, at: Instant): WhoAmI['appointments'] =>
  rightsAt(directory, me, at).map((held) => ({
    ...held,
    keepsViews: typeof keeperOf(directory, held.unitId, me, at) !== 'string',
  }));

/** @throws Refusal where somebody may not keep the views of a unit: they would not find them among theirs */
export const assertKeeper = async (reader: Reader, unitId: string, me: string): Promise<void> => {
  const directory = await reader.directory();
  const actor = keeperOf(directory, unitId, me, reader.now);
  if (actor === 'not-yours') throw new Refusal('not-found');
  const isAppointed = rightsAt(directory, me, reader.now).some((held) => held.unitId === unitId);
  if (actor === 'forbidden' || !isAppointed) throw new Refusal('forbidden');
};

interface Kept {
  readonly owner: ViewOwner;
  readonly id: string;
  /** Versions of which one must be there; `ANY` where any must. */
  readonly ifMatch: readonly number[] | 'ANY' | undefined;
}

/** @throws Refusal where it cannot be kept as it is */
export const saveView = async (
  { ports, now }: Reader,
  view: Kept & { readonly content: ViewBody },
  me: string,
): Promise<SavedView> => {
  const saved = await ports.preferences.views.save(view, { personId: me, at: now });
  if (saved === 'stale') throw new Refusal('stale-revision');
  if (saved === 'name-taken') throw new Refusal('view-name-taken');
  if (saved === 'too-many') throw new Refusal('too-many-views', { params: { count: MOST_VIEWS } });
  return saved;
};

/** @throws Refusal where somebody changed it meanwhile */
export const removeView = async ({ ports }: Reader, view: Kept): Promise<void> => {
  if ((await ports.preferences.views.remove(view)) === 'stale') throw new Refusal('stale-revision');
};
