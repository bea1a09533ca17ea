import type { RecognizedModel } from './consumer.ts';
import type { Happening } from './histories/movement-history.ts';
import type { Session } from './api.ts';

type Line = Readonly<Record<'id' | 'name' | 'unitId' | 'documentNumber' | 'decidedOn', string>>;

const STATUSES = { recognized: 'RECOGNIZED', revoked: 'REVOKED' } as const;

/** The recognized models as the register of the API tells them once it has seen `position`, by registration. */
export async function recognizedIn(
  session: Session,
  position: number,
): Promise<readonly Omit<RecognizedModel, 'position'>[]> {
  const options = { headers: { 'x-kheo-wait-for': String(position) } };
  const all = async (path: string): Promise<readonly unknown[]> => {
    const items: unknown[] = [];
    for (let after: string | null = ''; after !== null;) {
      const page = await session.get(`${path}&limit=200${after === '' ? '' : `&after=${after}`}`, options);
      if (page.status !== 200) throw new Error(`${path}: ${JSON.stringify(page.body)}`);
      items.push(...page.body.items);
      after = page.body['next'] as string | null;
    }
    return items;
  };
  const units = (await session.get('/api/units', options)).body.items;
  const names = new Map(units.map(({ id, name }) => [String(id), String(name)]));
  const rows: Omit<RecognizedModel, 'position'>[] = [];
  for (const status of ['recognized', 'revoked'] as const) {
    for (const line of (await all(`/api/registrations?status=${STATUSES[status]}`)) as readonly Line[]) {
      rows.push({
        registration_id: line.id,
        model_name: line.name,
        unit_id: line.unitId,
        unit_name: names.get(line.unitId) ?? line.unitId,
        decision_number: line.documentNumber,
        decided_on: line.decidedOn,
        status,
      });
    }
  }
  return rows.sort((a, b) => (a.registration_id < b.registration_id ? -1 : 1));
}

/** A life without the streams of its decisions: those are written by the process that applies decisions, too. */
export const withoutDecisions = (life: readonly Happening[]): Happening[] =>
  life.filter(({ stream }) => !stream.startsWith('decision-'));
