import { deriveId } from '#engine';

/** Namespace of everything that came from a list: the same row has the same id wherever it is imported. */
const IMPORT = '6f1b7c1e-0a35-5e0c-9f43-3d1d1b9a7c52';

/** The command id of an imported row, from what identifies the row. */
export const importId = (key: string): string => deriveId(IMPORT, key);

/**
 * The command id of a change that a list makes: from the row, the revision it acts on and what it says. Sent again it is
 * the same command, and by it the log tells what came from a list and what from a person.
 */
export const changeId = (rowId: string, change: string, revision: number, content: unknown): string =>
  deriveId(rowId, JSON.stringify([change, revision, content]));
