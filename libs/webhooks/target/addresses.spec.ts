import { array, assert, integer, property } from 'fast-check';
import { isPublicAddress } from './addresses.ts';

describe('an address', () => {
  it.each(['1.1.1.1', '8.8.8.8', '172.15.255.255', '172.32.0.1', '2606:4700::1', '2400:3200::1'])(
    '%s is public',
    (address) => expect(isPublicAddress(address)).toBe(true),
  );

  it.each([
    ...['0.0.0.0', '10.1.2.3', '100.64.0.1', '127.0.0.1', '127.255.255.254', '169.254.169.254', '172.16.0.1'],
    ...[
      '172.31.255.255',
      '192.168.1.1',
      '198.18.0.1',
      '224.0.0.1',
      '255.255.255.255',
      '::',
      '::1',
      'fe80::1',
      'fe80::1%eth0',
    ],
    ...['fc00::1', 'fd12::1', 'ff02::1', '::ffff:127.0.0.1', '::ffff:8.8.8.8', '::ffff:7f00:1', '64:ff9b::7f00:1'],
    ...['2002:7f00:1::', '2001:0:1::', '2001:db8::1', 'localhost', '', '0x7f.1', '127.1'],
  ])('%s is not', (address) => expect(isPublicAddress(address)).toBe(false));

  it('of IPv4 written as one of IPv6 is never public, and one inside a private network neither', () => {
    const byte = () => integer({ min: 0, max: 255 });
    assert(
      property(array(byte(), { minLength: 4, maxLength: 4 }), ([a = 0, b = 0, c = 0, d = 0]) => {
        expect(isPublicAddress(`::ffff:${a}.${b}.${c}.${d}`)).toBe(false);
        expect(isPublicAddress(`::${a}.${b}.${c}.${d}`)).toBe(false);
        expect(isPublicAddress(`10.${b}.${c}.${d}`)).toBe(false);
        expect(isPublicAddress(`127.${b}.${c}.${d}`)).toBe(false);
        expect(isPublicAddress(`192.168.${c}.${d}`)).toBe(false);
        expect(isPublicAddress(`169.254.${c}.${d}`)).toBe(false);
        expect(isPublicAddress(`172.${16 + (b % 16)}.${c}.${d}`)).toBe(false);
        expect(isPublicAddress(`${224 + (a % 32)}.${b}.${c}.${d}`)).toBe(false);
        expect(isPublicAddress(`f${'cdef'[a % 4] ?? ''}${b.toString(16).padStart(2, '0')}::${d.toString(16)}`)).toBe(
          false,
        );
      }),
    );
  });
});
