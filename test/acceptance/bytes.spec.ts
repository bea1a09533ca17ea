import { startApi, startPostgres, type TestApi, type TestPostgres } from '#support';

let postgres: TestPostgres;
let api: TestApi;
let cookie: string;
let origin: string;

beforeAll(async () => {
  postgres = await startPostgres();
  api = await startApi(postgres);
  const unitId = await api.unit('Tỉnh ủy Minh Họa', 'PROVINCE');
  await api.person('admin', { role: 'SYSTEM_ADMIN', unitId });
  ({ cookie } = await api.signIn('admin'));
  origin = await api.app.listen(0, '127.0.0.1').then(() => api.app.getUrl());
}, 120_000);

afterAll(async () => {
  await api?.stop();
  await postgres?.stop();
});

const enter = async (payload: string | Buffer, type = 'application/json') => {
  const headers = { cookie, 'x-kheo-client': 'test', 'content-type': type };
  const reply = await api.app.inject({ method: 'POST', url: '/api/people', headers, payload });
  return { status: reply.statusCode, ...reply.json<object>() };
};

describe('the bytes of a body', () => {
  it('are UTF-8 or refused, before anything is read from them', async () => {
    const before = await api.ports.store.head();
    const latin = Buffer.from('{"name":"H\u00f4m nay"}', 'latin1');
    expect(await enter(latin)).toMatchObject({ status: 400 });
    expect(await enter(Buffer.from('\ufeff{"name":"Hoa"}'))).toMatchObject({ status: 400 });
    for (const charset of ['iso-8859-1', '"windows-1258"', 'utf-16'])
      expect(await enter(latin, `application/json; charset=${charset}`)).toMatchObject({ status: 415 });
    expect(await api.ports.store.head()).toBe(before);
  });

  it('may say that they are UTF-8', async () => {
    for (const charset of ['utf-8', 'UTF-8', '"utf8"'])
      expect(await enter('{"name":"Hoa Mai"}', `application/json; charset=${charset}`)).toMatchObject({ status: 201 });
  });

  it.each([
    ['letters that were lost before they came', 'H\ufffdm nay', 'not-well-formed'],
    ['nothing that is seen', '\u200b\u2060', 'required'],
    ['a mark without its letter', '\u0301', 'required'],
  ])('hold no name of %s', async (_what, name, code) => {
    expect(await enter(JSON.stringify({ name }))).toMatchObject({ status: 400, errors: [{ pointer: '/name', code }] });
  });
});

describe('the bytes of an address', () => {
  const ask = async (url: string, language = 'vi') => {
    const headers = { cookie, 'accept-language': language };
    const reply = await fetch(`${origin}${url}`, { headers });
    return { status: reply.status, ...((await reply.json()) as object) };
  };

  it.each(['%FF', '%C0%AF', '%ED%A0%80', '%E1%BB', '%', '%2', '%zz'])(
    'are refused as %s in a query, naming where it stands',
    async (bytes) => {
      for (const language of ['vi', 'en'])
        expect(await ask(`/api/people?limit=5&q=Hoa${bytes}`, language)).toMatchObject({
          status: 400,
          code: 'malformed',
          errors: [{ pointer: 'q', code: 'not-well-formed' }],
        });
      expect(await ask(`/api/people?${bytes}=1`)).toMatchObject({ status: 400, errors: [{ code: 'not-well-formed' }] });
    },
  );

  it.each(['%FF', '%C0%AF', '%ED%A0%80', '%E1%BB', '%'])('are refused as %s in a path', async (bytes) => {
    for (const path of [`/api/people/${bytes}`, `/api/people/${bytes}/appoint`, `/${bytes}`])
      expect(await ask(path)).toMatchObject({ status: 400, code: 'malformed' });
    const { headers } = await api.app.inject({ url: `/${bytes}` });
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'x-frame-options': 'SAMEORIGIN' });
  });

  it.each(['/api/people?q=%FF', '/%61pi/people?q=%FF', '/api/%FF', '/health/live?q=%FF', '/assets/%FF'])(
    'are refused at %s to a browser too: no page of the console is there',
    async (url) => {
      const { statusCode, headers } = await api.app.inject({ url, headers: { cookie, accept: 'text/html' } });
      expect([statusCode, headers['content-type']]).toEqual([
        400,
        expect.stringMatching(/^application\/problem\+json/u),
      ]);
    },
  );

  it('are read where they are UTF-8, and where a plus is a space', async () => {
    for (const q of [encodeURIComponent('Đổi mới'), 'Hoa+Mai', '100%25', '%F0%9F%8C%BE'])
      expect(await ask(`/api/people?q=${q}`)).toMatchObject({ status: 200 });
  });
});
