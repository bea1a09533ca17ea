import { faultyLetters } from './letters.ts';

describe('letters', () => {
  it.each([
    'X· §oµn KÕt',
    'Hå Chñ tÞch',
    'Tæ may',
    'D©n vËn khÐo',
    'Xaõ Ñoaøn Keát',
    'Ñöôøng hoa',
    'Dân vaän',
    'Coâng ty',
  ])('of an old font are known: %s', (text) => {
    expect(faultyLetters(text)?.vi).toContain('TCVN3/VNI');
  });

  it.each([
    ...[
      'Đường hoa',
      'Hoá Thuý',
      'Hòa Bình',
      'Xã Y Tý',
      'Köln',
      'Noël',
      'Café «Sáng»',
      '· Nội dung',
      '«khéo»',
      'Điều 5 § 2',
      'm² × 3',
    ],
    ...[
      'Tổ hợp tác (chú thích¹)',
      'Ê Đê',
      'Buôn Ñ',
      'Hoà',
      'Cà Mau',
      'Tổ ô tô'.normalize('NFD'),
      'VÀ QUÀ',
      'toán',
      'khoản',
      'uỷ',
      'quý',
      '',
    ],
  ])('of today are left alone: %s', (text) => {
    expect(faultyLetters(text)).toBeUndefined();
  });

  it('that were lost are told', () => {
    expect(faultyLetters('H\uFFFDm')?.vi).toContain('U+FFFD');
  });
});
