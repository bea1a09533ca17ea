import type { LocalDate } from '../../kernel/index.ts';
import type { UnitLife } from './commands.ts';
import type { UnitEvent, UnitKind } from './events.ts';
import type { Dated } from '../periods.ts';
import { valueOn } from '../periods.ts';

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

/** Moves a unit by one event. Always succeeds; an event that does not fit its status changes nothing. */
export const evolve = (state: UnitState, event: UnitEvent): UnitState => {
  switch (event.type) {
    case 'UnitEstablished': {
      const { unitId, kind, from, name, parentId, adminUnitCode } = event.data;
      return {
        status: 'OPEN',
        unitId,
        kind,
        from,
        names: [{ from, value: name }],
        parents: parentId === undefined ? [] : [{ from, value: parentId }],
        ...(adminUnitCode === undefined ? {} : { adminUnitCode }),
      };
    }
    case 'UnitRenamed':
      return state.status === 'OPEN'
        ? { ...state, names: [...state.names, { from: event.data.from, value: event.data.name }] }
        : state;
    case 'UnitMoved':
      return state.status === 'OPEN'
        ? { ...state, parents: [...state.parents, { from: event.data.from, value: event.data.parentId }] }
        : state;
    case 'UnitClosed':
      return state.status === 'OPEN'
        ? { ...state, status: 'CLOSED', until: event.data.on, reason: event.data.reason }
        : state;
  }
};

/** The name on a day: old facts keep the old name. Before the first day, the first name. */
export const nameOn = (unit: EstablishedUnit, date: LocalDate): string => valueOn(unit.names, date) ?? '';

/** The unit above on a day; undefined for the root. Before the first day, the first one. */
export const parentOn = (unit: EstablishedUnit, date: LocalDate): string | undefined => valueOn(unit.parents, date);
