import { randomUUID } from 'node:crypto';
import fastify from 'fastify';
import { Pool } from 'pg';

/**
 * What a user would write by hand: one route, the stream read by a pooled `SELECT`, its next event written by a pooled
 * `INSERT` into a table with the log's indexes. No session, no validation, no permissions, no rule.
 */
const [url, connections, port] = process.argv.slice(2);
const pool = new Pool({ connectionString: url, max: Number(connections) });
const server = fastify({ logger: false });

const actor = { personId: randomUUID(), role: 'UNIT_OFFICER', unitId: randomUUID() };
const AT = '2026-03-02T01:30:00.000Z';

interface Progress {
  readonly note: string;
  readonly indicators: readonly object[];
}

server.get('/health/live', () => ({ status: 'ok' }));

server.post<{ Params: { id: string }; Body: Progress }>(
  '/api/registrations/:id/record-progress',
  async ({ params: { id }, body: { note, indicators } }) => {
    const stream = `registration-${id}`;
    const { rows } = await pool.query<{ revision: number }>({
      name: 'bare-select',
      text: 'SELECT * FROM bare.events WHERE stream = $1 ORDER BY revision',
      values: [stream],
    });
    const revision = (rows.at(-1)?.revision ?? -1) + 1;
    const commandId = randomUUID();
    const data = { registrationId: id, note, indicators, evidence: [] };
    const meta = { actor, recordedAt: AT, effectiveOn: '2026-03-02', commandId, correlationId: commandId };
    const { rows: written } = await pool.query<{ position: string }>({
      name: 'bare-insert',
      text: `INSERT INTO bare.events (stream, category, revision, id, type, version, data, meta, recorded_at)
        VALUES ($1, 'registration', $2, $3, 'ProgressRecorded', 1, $4, $5, $6) RETURNING position`,
      values: [
        stream,
        revision,
        randomUUID(),
        JSON.stringify(data),
        JSON.stringify({ ...meta, commandHash: 'a3f5c9e1b7d2486f'.repeat(4) }),
        AT,
      ],
    });
    return { id, revision, position: Number(written[0]?.position), commandId, events: ['ProgressRecorded'] };
  },
);

process.once('SIGTERM', () => void server.close().then(() => pool.end()));
await server.listen({ port: Number(port), host: '127.0.0.1' });
