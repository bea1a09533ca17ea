import { everFolded, organization, registration } from '#domain';
import { deriveId } from '#engine';
import type { EventLog, RecordedIn } from '#event-store';
import { changeId, importId } from '../rows/import-id.ts';
import { afterEvent, type ListedThing } from '../rows/three-ways.ts';
import { valuesOf, type RegistrationRow } from './read-row.ts';

/** Events read at once. */
const PAGE = 200;

export interface ListedRegistration {
  readonly registrationId: string;
  /** The command under which the row makes its draft. */
  readonly rowId: string;
  /** Undefined while there is no draft of it. */
  readonly thing: ListedThing | undefined;
}

/** The command of a revision that a list made of a form. */
export const revisionId = (rowId: string, actedOn: number, form: registration.RegistrationForm): string =>
  changeId(rowId, 'revise', actedOn, valuesOf(form));

/**
 * The registration that a row made before, or would make. Until imports ran in the server a row's id held its unit as
 * the list wrote it: by its name then, its code, or not at all.
 */
export const findRegistration = async (
  store: Pick<EventLog, 'readStream'>,
  tree: organization.UnitTree,
  { cycleId, cell }: { readonly cycleId: string; readonly cell: string },
  row: RegistrationRow,
): Promise<ListedRegistration> => {
  const found = await readRegistration(store, rowIdOf(cycleId, '', row));
  if (found.thing !== undefined) return found;
  const unit = organization.unitOf(tree, row.unitId);
  const spellings = [cell, unit?.adminUnitCode ?? '', ...(unit?.names.map(({ value }) => value) ?? [])];
  const ids = new Set(
    spellings.flatMap((spelling) => everFolded((folding) => rowIdOf(cycleId, folding(spelling), row))),
  );
  ids.delete(found.rowId);
  const before = await Promise.all([...ids].map((id) => readRegistration(store, id)));
  return before.find(({ thing }) => thing !== undefined) ?? found;
};

type Identity = Pick<RegistrationRow, 'unitId' | 'known'>;

/** The registration that a row makes. */
export const registrationIdOf = (cycleId: string, row: Identity): string => madeBy(rowIdOf(cycleId, '', row));

const rowIdOf = (cycleId: string, unit: string, { unitId, known }: Identity): string =>
  importId(`registration|${cycleId}|${unit}|${known.text}|${unitId}`);

const madeBy = (rowId: string): string => deriveId(rowId, 'registration');

const readRegistration = async (store: Pick<EventLog, 'readStream'>, rowId: string): Promise<ListedRegistration> => {
  const registrationId = madeBy(rowId);
  let state = registration.initial;
  let thing: ListedThing | undefined;
  for (let from = 0; ; from += PAGE) {
    const events = await store.readStream(`registration-${registrationId}`, { from, limit: PAGE });
    for (const event of events as readonly RecordedIn<'registration'>[]) {
      state = registration.evolve(state, event);
      if (state.status === 'NONE') continue;
      const { commandId, recordedAt } = event.meta;
      const fromList =
        commandId === rowId ||
        (event.type === 'RegistrationRevised' && commandId === revisionId(rowId, event.revision - 1, event.data.form));
      thing = afterEvent(thing, valuesOf(state.core.form), { ...event, recordedAt }, fromList);
    }
    if (events.length < PAGE) return { registrationId, rowId, thing };
  }
};
