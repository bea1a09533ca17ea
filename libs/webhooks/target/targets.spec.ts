import { parseTargets, targetOf } from './targets.ts';

const targets = parseTargets(
  ' https://cong.example.vn/kheo/ , http://10.0.0.5:9000!private,https://[2606:4700::1]:8443',
);
const told = (url: string) => {
  const target = targetOf(targets, url);
  return typeof target === 'string' ? target : target.origin;
};

describe('the targets an operator lists', () => {
  it('are addresses with a prefix, and a mark for those inside the network', () => {
    expect(targets).toEqual([
      { origin: 'https://cong.example.vn', prefix: '/kheo', private: false },
      { origin: 'http://10.0.0.5:9000', prefix: '', private: true },
      { origin: 'https://[2606:4700::1]:8443', prefix: '', private: false },
    ]);
    expect(parseTargets(undefined)).toEqual([]);
  });

  it.each([
    'cong.example.vn',
    'ftp://cong.example.vn',
    'https://a:b@cong.example.vn',
    'https://x.vn/#y',
    'https://x.vn?y',
  ])('are not %s', (entry) => expect(() => parseTargets(entry)).toThrow(entry));
});

describe('the address of a webhook', () => {
  it('is at or below a listed one', () => {
    expect(told('https://cong.example.vn/kheo')).toBe('https://cong.example.vn');
    expect(told('https://cong.example.vn/kheo/su-kien?x=1')).toBe('https://cong.example.vn');
    expect(told('http://10.0.0.5:9000/bat-ky')).toBe('http://10.0.0.5:9000');
  });

  it.each([
    'https://cong.example.vn/',
    'https://cong.example.vn/kheo-khac',
    'https://cong.example.vn/kheo/../khac',
    'https://cong.example.vn/kheo/%2e%2e/khac',
    'https://cong.example.vn/kheo/..%2fkhac',
    'https://cong.example.vn:8443/kheo',
    'http://cong.example.vn/kheo',
    'https://cong.example.vn.khac.vn/kheo',
  ])('is not %s', (url) => expect(told(url)).toBe('NOT_LISTED'));

  it.each(['', 'su-kien', 'file:///etc/passwd', 'https://a@cong.example.vn/kheo', 'https://cong.example.vn/kheo#x'])(
    'is no address at all: %s',
    (url) => expect(told(url)).toBe('MALFORMED'),
  );

  it('is nowhere when nothing is listed', () => expect(targetOf([], 'https://cong.example.vn')).toBe('NOT_LISTED'));
});
