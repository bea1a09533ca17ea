import { addressed } from './mail-address.ts';

const isValid = (email: string) => addressed({ email }).emailIsValid;

describe('a mail address', () => {
  it.each(['hoa@xa.example.vn', 'A.B+c@X.VN', 'nguyễn@example.vn', 'hoa@xã.vn'])('%j is one', (email) => {
    expect(isValid(email)).toBe(true);
  });

  it.each([
    '<a@c.vn>',
    'a>b@c.vn',
    'a@b.vn,c.vn',
    'a@b..vn',
    'a@b.vn\u200b',
    'a\u200bb@c.vn',
    'a@localhost',
    'a b@c.vn',
    ' a@c.vn',
    'a@c.vn\n',
    '@c.vn',
    'a@',
    '',
  ])('%j is none', (email) => {
    expect(isValid(email)).toBe(false);
  });
});
