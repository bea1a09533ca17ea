import type { Category } from '#domain';
import { sql, type AliasedExpression, type Expression } from 'kysely';

/** The name of the stream of a thing, for a question about what belongs to somebody. */
export const streamOf = (category: Category, id: Expression<string>): AliasedExpression<string, 'stream'> =>
  sql<string>`${sql.lit(`${category}-`)} || ${id}`.as('stream');
