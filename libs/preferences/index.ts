import { kyselyOver, type Pool } from '#postgres';
import { createSettingsBook, type SettingsBook } from './settings.ts';
import { createViewBook, type ViewBook } from './views.ts';

export { preferencesMigrations } from './migrations.ts';
export type { PersonalSettings } from './settings.ts';
export { MOST_VIEWS, type SavedView, type ViewOwner } from './views.ts';

/** How people, and units, like to see things. */
export interface Preferences {
  readonly settings: SettingsBook;
  readonly views: ViewBook;
}

export const createPreferences = (pool: Pool): Preferences => {
  const db = kyselyOver(pool);
  return { settings: createSettingsBook(db), views: createViewBook(db) };
};
