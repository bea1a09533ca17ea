import { localDateOf, regulation } from '#domain';
import { startApi, type Session, type TestDatabase } from '#support';

/** All that a program needs to draft and revise registrations over HTTP. */
export interface HttpFixture {
  /** Of a unit's officer; the session is in the database and outlives every api. */
  readonly cookie: string;
  readonly unitId: string;
  readonly cycleId: string;
  /** Position of the last event before the test. */
  readonly from: number;
}

/** A province, a commune with an officer, a regulation in force and an open cycle. The api that made them is gone. */
export async function createHttpFixture(database: TestDatabase): Promise<HttpFixture> {
  const now = new Date().toISOString();
  const today = localDateOf(now);
  const api = await startApi(database, { at: now });
  try {
    const province = await api.unit('Tỉnh ủy Minh Họa', 'PROVINCE');
    const unitId = await api.unit('Đảng ủy xã Đổi Mới', 'COMMUNE', province);
    await api.person('officer', { role: 'UNIT_OFFICER', unitId });
    await api.person('body', { role: 'STANDING_BODY_OFFICER', unitId: province });
    await api.person('signer', { role: 'DECISION_SIGNER', unitId: province });
    const [body, signer, officer] = await Promise.all(['body', 'signer', 'officer'].map((name) => api.signIn(name)));
    const year = Number(today.slice(0, 4));
    const { vote: _vote, ...content } = regulation.exampleRegulation(year);
    const regulationId = await done(body!, '/api/regulations', { unitId: province, content });
    await done(signer!, `/api/regulations/${regulationId}/publish`, {
      number: '12-QĐ/TU',
      issuedOn: today,
      from: today,
      illustrative: true,
    });
    const cycle = { unitId: province, name: `Năm ${year}`, year, movement: 'Dân vận khéo', regulationId };
    const cycleId = await done(body!, '/api/cycles', cycle);
    return { cookie: officer!.cookie, unitId, cycleId, from: await api.ports.store.head() };
  } finally {
    await api.stop();
  }
}

async function done(session: Session, path: string, body: unknown): Promise<string> {
  const { status, body: answer } = await session.post(path, body);
  if (status >= 300) throw new Error(`${path} answered ${status}: ${JSON.stringify(answer)}`);
  return answer.id;
}
