import { sql, type Kysely } from 'kysely';
import type { Instant } from '#domain';

/** The columns somebody wants to see of a list, in their order. */
interface ChosenColumns {
  readonly list: string;
  readonly columns: readonly string[];
}

/** How one person wants the application. */
export interface PersonalSettings {
  /** 0 until something is chosen; grows by one with each change. */
  readonly version: number;
  /** Null until it is chosen: the browser's is taken. */
  readonly language: 'vi' | 'en' | null;
  readonly columns: readonly ChosenColumns[];
}

/** A change that is made only where the version is one of these; anyhow when absent. */
interface IfVersion {
  readonly ifMatch?: readonly number[] | undefined;
}

/** The same, or only where it is there, of whatever version. */
export interface IfThere {
  readonly ifMatch?: readonly number[] | 'ANY' | undefined;
}

export interface SettingsBook {
  find(personId: string): Promise<PersonalSettings>;
  /** Replaces them whole. `stale` when they are not of a version that is asked for. */
  replace(
    personId: string,
    wanted: Omit<PersonalSettings, 'version'>,
    at: Instant,
    condition: IfVersion,
  ): Promise<PersonalSettings | 'stale'>;
}

const NONE: PersonalSettings = { version: 0, language: null, columns: [] };

export const createSettingsBook = (db: Kysely<unknown>): SettingsBook => ({
  async find(personId) {
    const { rows } = await sql<PersonalSettings>`
      select version, language, columns from kheo_preferences.settings where person_id = ${personId}`.execute(db);
    return rows[0] ?? NONE;
  },

  async replace(personId, { language, columns }, at, { ifMatch = null }) {
    const { rows } = await sql<PersonalSettings>`
      insert into kheo_preferences.settings as s (person_id, version, language, columns, changed_at)
      select ${personId}::uuid, 1, ${language}, ${JSON.stringify(columns)}::jsonb, ${at}::timestamptz
      where ${ifMatch}::integer[] is null or 0 = any(${ifMatch}::integer[])
        or exists (select from kheo_preferences.settings where person_id = ${personId})
      on conflict (person_id) do update
        set version = s.version + 1, language = excluded.language, columns = excluded.columns,
            changed_at = excluded.changed_at
        where ${ifMatch}::integer[] is null or s.version = any(${ifMatch}::integer[])
      returning version, language, columns`.execute(db);
    return rows[0] ?? 'stale';
  },
});
