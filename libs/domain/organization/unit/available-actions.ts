import { availabilities, isAllowed, reject } from '../../kernel/index.ts';
import type { Availability as Available, Company, Rejected } from '../../kernel/index.ts';
import type { UnitCommand, UnitRejection } from './commands.ts';
import { rights } from './rights.ts';
import { transitions, type EstablishedUnit } from './state.ts';

/** The commands a person can give to a unit: establishing is of one below it. */
export type ActionType = UnitCommand['type'];

export type Availability = Available<UnitRejection>;

/** What is so today around a unit. */
export interface Today {
  /** Units under it whose end, or whose move elsewhere, is not recorded. See `childrenAfter`. */
  readonly openChildren: readonly string[];
  /** People whose appointments to it have no end. See `holdersAfter`. */
  readonly openHolders: readonly string[];
}

/**
 * What a person may do with a unit, and for what they may not, why and who may. A unit is moved by who administers the one
 * above it. A command may still be refused for its data.
 */
export const availableActions = (
  state: EstablishedUnit,
  companies: { readonly over: Company; readonly overParent: Company },
  today: Today,
): Readonly<Record<ActionType, Availability>> =>
  availabilities<ActionType, UnitRejection>(
    rights,
    (type) => (type === 'MoveUnit' ? companies.overParent : companies.over),
    { status: (type) => unfit(type, state), standing: (type) => standing(type, state, today) },
  );

const unfit = (type: ActionType, { status, until }: EstablishedUnit): Rejected<UnitRejection> | undefined =>
  type === 'EstablishUnit'
    ? status === 'CLOSED'
      ? closed(until)
      : undefined
    : isAllowed(transitions, type, status)
      ? undefined
      : closed(until);

const closed = (until: string | undefined): Rejected<UnitRejection> =>
  reject('unit-closed', { params: until === undefined ? {} : { until } });

const standing = (
  type: ActionType,
  { parents }: EstablishedUnit,
  { openChildren, openHolders }: Today,
): Rejected<UnitRejection> | undefined => {
  if (type !== 'MoveUnit' && type !== 'CloseUnit') return undefined;
  if (parents.length === 0) return reject('root-stays');
  if (type === 'MoveUnit') return undefined;
  if (openChildren.length > 0) return reject('has-open-children', { params: { units: openChildren } });
  return openHolders.length > 0 ? reject('has-running-appointments', { params: { people: openHolders } }) : undefined;
};
