import { evolveBy, type LocalDate, type Transitions } from '../../kernel/index.ts';
import type { UnitCommand, UnitLife } from './commands.ts';
import type { UnitEvent, UnitKind } from './events.ts';
import { valueOn, type Dated } from '../periods.ts';

interface Unit extends UnitLife {
  readonly kind: UnitKind;
  readonly adminUnitCode?: string;
  /** Every name it ever had, oldest first. */
  readonly names: readonly Dated<string>[];
  /** Every unit it was ever under, oldest first; empty for the root. */
  readonly parents: readonly Dated<string>[];
}

/** A unit that was established, whether or not its closing is recorded. */
export type EstablishedUnit =
  | (Unit & { readonly status: 'OPEN' })
  | (Unit & { readonly status: 'CLOSED'; readonly until: LocalDate; readonly reason: string });

export type UnitState = { readonly status: 'NONE' } | EstablishedUnit;

export const initial: UnitState = { status: 'NONE' };

export const transitions = {
  EstablishUnit: { from: ['NONE'], events: { UnitEstablished: 'OPEN' } },
  RenameUnit: { from: ['OPEN'], events: { UnitRenamed: 'same' } },
  MoveUnit: { from: ['OPEN'], events: { UnitMoved: 'same' } },
  CloseUnit: { from: ['OPEN'], events: { UnitClosed: 'CLOSED' } },
} as const satisfies Transitions<UnitCommand, UnitEvent, UnitState>;

export const evolve = evolveBy<UnitState, UnitEvent, typeof transitions>(transitions, {
  UnitEstablished: (_, { data: { unitId, kind, from, name, parentId, adminUnitCode } }) => ({
    ...{ unitId, kind, from },
    names: [{ from, value: name }],
    parents: parentId === undefined ? [] : [{ from, value: parentId }],
    ...(adminUnitCode === undefined ? {} : { adminUnitCode }),
  }),
  UnitRenamed: (state, { data: { from, name } }) => ({ ...state, names: [...state.names, { from, value: name }] }),
  UnitMoved: (state, { data: { from, parentId } }) => ({
    ...state,
    parents: [...state.parents, { from, value: parentId }],
  }),
  UnitClosed: (state, { data: { on, reason } }) => ({ ...state, until: on, reason }),
});

/** The name on a day: old facts keep the old name. Before the first day, the first name. */
export const nameOn = (unit: EstablishedUnit, date: LocalDate): string => valueOn(unit.names, date) ?? '';

/** The unit above on a day; undefined for the root. Before the first day, the first one. */
export const parentOn = (unit: EstablishedUnit, date: LocalDate): string | undefined => valueOn(unit.parents, date);
