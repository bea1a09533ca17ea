import { organization } from '#domain';
import { createLiveView } from '#engine';
import { isIn, type EventLog, type RecordedEvent } from '#event-store';

/** Units with their places and people with their appointments, on every day and at every instant. Immutable. */
export interface DirectoryState {
  readonly tree: organization.UnitTree;
  readonly book: organization.AppointmentBook;
  /** Whose rights are those of one appointment alone; everybody's are those of all theirs where it is absent. */
  readonly acting?: ActingAs;
}

/** Somebody who acts under one of their appointments. */
export interface ActingAs {
  readonly personId: string;
  readonly appointmentId: string;
}

/** As fresh as the log at each call: rights are decided on it. */
export interface Directory {
  current(): Promise<DirectoryState>;
}

/** The same directory, in which of what somebody holds one appointment alone gives rights. */
export const actingAs = (directory: Directory, acting: ActingAs): Directory => ({
  current: async () => ({ ...(await directory.current()), acting }),
});

const EMPTY_DIRECTORY: DirectoryState = { tree: organization.emptyTree, book: organization.emptyBook };

export const createDirectory = (store: Pick<EventLog, 'readAll'>): Directory =>
  createLiveView<DirectoryState>({
    store,
    categories: ['unit', 'person'],
    initial: EMPTY_DIRECTORY,
    evolve: evolveDirectory,
  });

const evolveDirectory = (state: DirectoryState, event: RecordedEvent): DirectoryState => {
  if (isIn(event, 'unit')) return { ...state, tree: organization.evolveTree(state.tree, event) };
  return isIn(event, 'person') ? { ...state, book: organization.evolveBook(state.book, event) } : state;
};
