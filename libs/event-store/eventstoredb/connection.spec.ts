import { parseConnection } from './connection.ts';

describe('the address of an EventStoreDB', () => {
  it.each([
    ['esdb://a:2113,b:2113?tls=true', 'esdb://a:2113,b:2113?tls=true'],
    ['esdb+discover://cluster.example.vn?tls=true', 'esdb+discover://cluster.example.vn?tls=true'],
    ['kurrentdb://a:2113?tls=false', 'esdb://a:2113?tls=false'],
    ['kurrentdb+discover://cluster.example.vn', 'esdb+discover://cluster.example.vn'],
  ])('%s is read as the client knows it', (url, connectionString) => {
    expect(parseConnection(url)).toMatchObject({ connectionString });
  });

  it('gives the name and password in it with each append', () => {
    const { credentials } = parseConnection('esdb://kh%C3%A9o:b%40i%3Am%E1%BA%ADt@a:2113?tls=true');
    expect(credentials).toEqual({ username: 'khéo', password: 'b@i:mật' });
  });

  it('gives credentials that nobody reads on a connection that is not encrypted', () => {
    expect(parseConnection('esdb://a:2113?tls=false').credentials).toEqual({ username: 'nobody', password: 'nobody' });
  });

  it('has none to give where a certificate signs in', () => {
    const url = 'esdb://a:2113?tls=true&userCertFile=/run/secrets/user.crt&userKeyFile=/run/secrets/user.key';
    expect(parseConnection(url).credentials).toBeUndefined();
  });
});
