import { regulation } from '#domain';
import {
  logUnderTest,
  startApi,
  startPostgres,
  type Reply,
  type Session,
  type TestApi,
  type TestPostgres,
} from '#support';
import { until } from '#support/until';

/** An office that imports lists: a province, a commune with an officer, a regulation in force and an open cycle. */
export interface ImportingOffice {
  readonly province: string;
  readonly commune: string;
  readonly cycleId: string;
}

export const openOffice = async (api: TestApi): Promise<ImportingOffice> => {
  const province = await api.unit('Tỉnh Minh Họa', 'PROVINCE');
  const commune = await api.unit('Xã Đổi Mới', 'COMMUNE', province);
  await api.person('admin', { role: 'SYSTEM_ADMIN', unitId: province });
  await api.person('officer', { role: 'UNIT_OFFICER', unitId: commune });
  await api.person('body', { role: 'STANDING_BODY_OFFICER', unitId: province });
  await api.person('signer', { role: 'DECISION_SIGNER', unitId: province });
  const body = await api.signIn('body');
  const content = regulation.exampleRegulation(2026);
  const drafted = await body.post('/api/regulations', { unitId: province, content });
  const papers = { number: '12-QĐ/TU', issuedOn: '2026-02-02', from: '2026-02-02', illustrative: true };
  await (await api.signIn('signer')).post(`/api/regulations/${drafted.body.id}/publish`, papers);
  const cycle = {
    unitId: province,
    name: 'Năm 2026',
    year: 2026,
    movement: 'Dân vận khéo',
    regulationId: drafted.body.id,
  };
  return { province, commune, cycleId: (await body.post('/api/cycles', cycle)).body.id };
};

interface Sent {
  readonly fields: Readonly<Record<string, string>>;
  readonly text?: string;
  /** Bytes instead of a text. */
  readonly content?: Buffer;
  readonly name?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Sends a list as a browser does. */
export const sendForm = async (
  api: TestApi,
  { cookie }: Session,
  { fields, text = '', content, name = 'danh-sach.csv', headers = {} }: Sent,
): Promise<Reply> => {
  const parts = new FormData();
  for (const [key, value] of Object.entries(fields)) parts.set(key, value);
  parts.set('file', new Blob([content === undefined ? text : new Uint8Array(content)]), name);
  const encoded = new Response(parts);
  const type = encoded.headers.get('content-type') ?? '';
  const reply = await api.app.inject({
    method: 'POST',
    url: '/api/imports',
    headers: { cookie, 'x-kheo-client': 'test', 'content-type': type, ...headers },
    payload: Buffer.from(await encoded.arrayBuffer()),
  });
  return { status: reply.statusCode, headers: reply.headers, body: reply.json() };
};

export type Standing = Reply['body'] & {
  readonly status: string;
  readonly done: number;
  readonly total: number;
  readonly counts: Readonly<Record<string, number>>;
  readonly notices: readonly string[];
};

/** The import once what is asked for is so. */
export const untilStands = (
  session: Session,
  id: string,
  so: (standing: Standing) => boolean = ({ status }) => !['QUEUED', 'RUNNING'].includes(status),
): Promise<Standing> =>
  until(async () => {
    const { body } = await session.get(`/api/imports/${id}`);
    return so(body as Standing) ? (body as Standing) : undefined;
  });

/** What became of each row, by its line. */
export const rowsOf = async (session: Session, id: string): Promise<ReadonlyMap<number, string>> => {
  const rows = new Map<number, string>();
  for (let after = ''; ;) {
    const { body } = await session.get(`/api/imports/${id}/rows?limit=200${after}`);
    for (const { line, text } of body.items) rows.set(Number(line), String(text));
    if (typeof body['next'] !== 'string') return rows;
    after = `&after=${encodeURIComponent(body['next'])}`;
  }
};

/** The headings of lists, and their rows. */
export const UNITS = 'Mã đơn vị,Tên đơn vị,Loại,Đơn vị cấp trên,Mã hành chính,Hiệu lực từ';
export const MODELS = 'Mã dòng,Tên mô hình,Loại,Lĩnh vực,Đơn vị';
export const csv = (header: string, ...rows: readonly string[]): string => [header, ...rows, ''].join('\n');
export const models = (...rows: readonly string[]): string => csv(MODELS, ...rows);
export const many = (count: number, code: string): string =>
  models(...Array.from({ length: count }, (_, index) => `${code}${index},Mô hình ${code} ${index},Tập thể,Kinh tế,`));

/** So many rows take long enough to be caught at it; on EventStoreDB fewer do. */
export const MANY = logUnderTest === 'postgres' ? 6000 : 2400;

interface Outcome {
  readonly standing: Standing;
  /** Of the rows, in their order. */
  readonly rows: readonly string[];
}

/** The office with who imports there: its officer the models of the commune, its administrator units. */
export interface Importing {
  readonly postgres: TestPostgres;
  readonly api: TestApi;
  readonly office: ImportingOffice;
  readonly officer: Session;
  readonly admin: Session;
  /** Imports a list to its end; models of the commune unless told. */
  importAs(session: Session, text: string, fields?: Readonly<Record<string, string>>): Promise<Outcome>;
  /** Where the log stands. */
  head(): Promise<number>;
  /** What was recorded of registrations and units behind that. */
  since(position: number): Promise<readonly { readonly type: string }[]>;
  stop(): Promise<void>;
}

export const startImporting = async (): Promise<Importing> => {
  const postgres = await startPostgres();
  const api = await startApi(postgres);
  const office = await openOffice(api);
  const ofCommune = { kind: 'registrations', cycleId: office.cycleId, unitId: office.commune };
  return {
    ...{ postgres, api, office },
    officer: await api.signIn('officer'),
    admin: await api.signIn('admin'),
    async importAs(session, text, fields = {}) {
      const of = fields['kind'] === 'units' ? fields : { ...ofCommune, ...fields };
      const { status, body } = await sendForm(api, session, { fields: of, text });
      expect([status, body.code]).toEqual([201, undefined]);
      const standing = await untilStands(session, body.id);
      return { standing, rows: [...(await rowsOf(session, body.id)).values()] };
    },
    head: () => api.ports.store.head(),
    async since(position) {
      const categories = ['registration', 'unit'] as const;
      return (await api.ports.store.readAll({ after: position, limit: 50_000, categories })).events;
    },
    async stop() {
      await api.stop();
      await postgres.stop();
    },
  };
};
