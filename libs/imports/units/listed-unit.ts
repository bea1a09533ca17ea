import { organization } from '#domain';
import type { EventLog, RecordedIn } from '#event-store';
import { changeId, importId } from '../rows/import-id.ts';
import { importedUnitId } from '../rows/known-units.ts';
import { afterEvent, type ListedThing } from '../rows/three-ways.ts';

const PAGE = 200;

export interface ListedUnit {
  readonly unitId: string;
  /** The command under which the row establishes it. */
  readonly rowId: string;
  readonly unit: organization.EstablishedUnit | undefined;
  /** Undefined while it is not established. */
  readonly thing: ListedThing | undefined;
}

/** The commands by which a list changed a unit. */
export const renameId = (rowId: string, actedOn: number, data: { readonly name: string; readonly from: string }) =>
  changeId(rowId, 'rename', actedOn, [data.name, data.from]);
export const moveId = (rowId: string, actedOn: number, data: { readonly parentId: string; readonly from: string }) =>
  changeId(rowId, 'move', actedOn, [data.parentId, data.from]);

/** The unit that a row with this code made before, or would make. */
export const findUnit = async (store: Pick<EventLog, 'readStream'>, code: string): Promise<ListedUnit> => {
  const rowId = importId(`unit|${code}`);
  const unitId = importedUnitId(code);
  let state: organization.UnitState = organization.unit.initial;
  let thing: ListedThing | undefined;
  for (let from = 0; ; from += PAGE) {
    const events = await store.readStream(`unit-${unitId}`, { from, limit: PAGE });
    for (const event of events as readonly RecordedIn<'unit'>[]) {
      state = organization.unit.evolve(state, event);
      if (state.status === 'NONE') continue;
      const now = { name: state.names.at(-1)?.value ?? '', parent: state.parents.at(-1)?.value ?? '' };
      thing = afterEvent(thing, now, { ...event, recordedAt: event.meta.recordedAt }, isFromList(rowId, event));
    }
    if (events.length < PAGE) return { unitId, rowId, unit: state.status === 'NONE' ? undefined : state, thing };
  }
};

const isFromList = (rowId: string, event: RecordedIn<'unit'>): boolean => {
  const { commandId } = event.meta;
  if (commandId === rowId) return true;
  if (event.type === 'UnitRenamed') return commandId === renameId(rowId, event.revision - 1, event.data);
  return event.type === 'UnitMoved' && commandId === moveId(rowId, event.revision - 1, event.data);
};
