import { sql, type Expression, type SqlBool } from 'kysely';
import type { ReadModelsDb } from '../database.ts';
import { within } from '../paging/conditions.ts';
import type { Scope } from '../paging/page.ts';
export type { AppraiserRow } from './table.ts';

/** An appraiser who asks for a list, and what they see of it under their other roles. */
export interface Appraiser {
  readonly personId: string;
  /** Under any role but that of an appraiser. */
  readonly otherwise: Scope;
  /** Under a role that is told the whole of every registration. */
  readonly whole: Scope;
}

/**
 * True for registrations of which the appraiser is told the name and the unit only: `registration.sightOf`, of a list.
 */
export const nameOnly = (
  db: ReadModelsDb,
  { personId, otherwise, whole }: Appraiser,
  { id, unitId }: { readonly id: Expression<string>; readonly unitId: Expression<string> },
): Expression<SqlBool> => {
  const standing = standingOf(db, personId, id);
  const covered = (scope: Scope): Expression<SqlBool> => within(unitId, scope) ?? sql<boolean>`true`;
  return sql<boolean>`(coalesce(${standing}, '') <> 'IMPARTIAL' and not ${covered(whole)}
    and (not ${covered(otherwise)} or ${standing} is not null))`;
};

/** How a person of its team stands in a registration now. */
export const standingOf = (db: ReadModelsDb, personId: string, id: Expression<string>) =>
  db
    .selectFrom('appraisers')
    .select('standing')
    .where(({ ref }) => sql<boolean>`${ref('registrationId')} = ${id}`)
    .where('personId', '=', personId)
    .orderBy('position', 'desc')
    .limit(1);

/** The registrations that rest on a file. */
export const registrationsCiting = async (db: ReadModelsDb, evidenceId: string): Promise<readonly string[]> => {
  const rows = await db
    .selectFrom('evidenceUses')
    .select('registrationId')
    .distinct()
    .where('evidenceId', '=', evidenceId)
    .execute();
  return rows.map(({ registrationId }) => registrationId);
};
