import type { KyselyPlugin, QueryId } from 'kysely';
import type { ReadModelsDb } from '../database.ts';

/** How PostgreSQL would read the page that a question asks for, which is then answered empty. */
export const planOf = async (db: ReadModelsDb, ask: (db: ReadModelsDb) => Promise<unknown>): Promise<string> => {
  const lines: unknown[] = [];
  const pages = new WeakSet<QueryId>();
  const explaining: KyselyPlugin = {
    transformQuery: ({ node, queryId }) => {
      if (node.kind !== 'SelectQueryNode' || node.limit === undefined) return node;
      pages.add(queryId);
      return { ...node, explain: { kind: 'ExplainNode' } };
    },
    transformResult: ({ result, queryId }) => {
      if (!pages.has(queryId)) return Promise.resolve(result);
      lines.push(...result.rows.map((row) => Object.values(row)[0]));
      return Promise.resolve({ ...result, rows: [] });
    },
  };
  await ask(db.withPlugin(explaining));
  return lines.join('\n');
};
