import { startApi, startPostgres, type TestApi, type TestPostgres } from '#support';

let postgres: TestPostgres;
let api: TestApi;
let cookie: string;

beforeAll(async () => {
  postgres = await startPostgres();
  api = await startApi(postgres);
  const unitId = await api.unit('Tỉnh ủy Minh Họa', 'PROVINCE');
  await api.person('admin', { role: 'SYSTEM_ADMIN', unitId });
  ({ cookie } = await api.signIn('admin'));
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
