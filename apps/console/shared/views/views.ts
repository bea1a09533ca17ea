import { preferencesRemove, preferencesSave, unitViewsRemove, unitViewsSave } from '../api/generated/sdk.gen.ts';
import type { SavedViews, ViewBody } from '../api/generated/types.gen.ts';
import { newId } from '../api/new-id.ts';

/** How a list is shown, kept under a name: by one person, or by a unit for all who are appointed to it. */
export type SavedView = SavedViews['items'][number];

/** Keeps a new view, for its unit or for the person. @throws Problem what the api refuses, as a name that is taken */
export const saveView = async (unitId: string | null, { list, name, query, columns }: ViewBody): Promise<void> => {
  const id = newId();
  const body = { list, name, query, columns };
  if (unitId === null) await preferencesSave({ path: { id }, body, throwOnError: true });
  else await unitViewsSave({ path: { id: unitId, viewId: id }, body, throwOnError: true });
};

/** Removes a view as it was seen; one that is gone stays so. @throws Problem when somebody changed it meanwhile */
export const removeView = async ({ id, unitId, version }: SavedView): Promise<void> => {
  const headers = { 'If-Match': `"${version}"` };
  if (unitId === null) await preferencesRemove({ path: { id }, headers, throwOnError: true });
  else await unitViewsRemove({ path: { id: unitId, viewId: id }, headers, throwOnError: true });
};
