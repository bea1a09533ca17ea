import { organization } from '#domain';
import { createLiveView } from '#engine';
import type { EventStore, StoredEvent } from '#event-store';

/** Units with their places and people with their appointments, on every day and at every instant. Immutable. */
export interface DirectoryState {
  readonly tree: organization.UnitTree;
  readonly book: organization.AppointmentBook;
}

/** As fresh as the log at each call: rights are decided on it. */
export interface Directory {
  current(): Promise<DirectoryState>;
}

export const EMPTY_DIRECTORY: DirectoryState = { tree: organization.emptyTree, book: organization.emptyBook };

export const createDirectory = (store: Pick<EventStore, 'readAll'>): Directory =>
  createLiveView<DirectoryState>({
    store,
    categories: ['unit', 'person'],
    initial: EMPTY_DIRECTORY,
    evolve: evolveDirectory,
  });

export const evolveDirectory = (state: DirectoryState, stored: StoredEvent): DirectoryState =>
  stored.stream.startsWith('unit-')
    ? { ...state, tree: organization.evolveTree(state.tree, stored as unknown as organization.UnitEvent) }
    : { ...state, book: organization.evolveBook(state.book, stored as unknown as organization.PersonEvent) };
