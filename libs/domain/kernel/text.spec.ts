import fc from 'fast-check';
import { fold, tidy } from './text.ts';

describe('names', () => {
  it('are found without diacritics, with đ and Đ as d', () => {
    expect(fold('Đổi mới cách LÀM ở Đắk Lắk')).toBe('doi moi cach lam o dak lak');
    expect(fold('Ưu đãi người nghèo')).toBe('uu dai nguoi ngheo');
  });

  it('are the same name whether typed composed or decomposed', () => {
    const name = 'Thắp sáng đường quê ở xã Đường Lâm';
    expect(name.normalize('NFD')).not.toBe(name.normalize('NFC'));
    expect(fold(name.normalize('NFD'))).toBe(fold(name.normalize('NFC')));
    expect(tidy(name.normalize('NFD'))).toBe(name.normalize('NFC'));
  });

  it('keep their diacritics when stored, without stray white space', () => {
    expect(tidy('  Tổ  dân\tvận \u00a0khéo\n')).toBe('Tổ dân vận khéo');
  });

  it.each([
    ['Ð of Iceland', 'Ðoàn kết xóm làng'],
    ['Ɖ of Africa', 'Ɖoàn kết xóm làng'],
    ['a zero width space', 'Đoàn kết\u200b xóm làng'],
    ['a soft hyphen', 'Đoàn kết x\u00adóm làng'],
    ['a bidi control', '\u202eĐoàn kết xóm làng\u202c'],
    ['a filler', 'Đoàn\u3164 kết xóm làng'],
    ['Cyrillic letters', 'Đоàn kết хóm làng'],
    ['Greek letters', 'Đοàn κết xóm làng'],
  ])('with %s are the same name', (_what, name) => {
    expect(fold(name)).toBe('doan ket xom lang');
  });

  it('keep their letters when stored, and lose what nobody sees', () => {
    expect(tidy('Ðoàn\u200b kết\u202e')).toBe('Ðoàn kết');
    expect(tidy('\u200b\u2060\ufeff\u00ad')).toBe('');
  });

  it('keep their emoji whole', () => {
    for (const emoji of ['👩🏽\u200d🌾', '❤\ufe0f\u200d🔥', '👨\u200d👩\u200d👧'])
      expect(tidy(`${emoji} vui`)).toBe(`${emoji} vui`);
    expect(tidy('vu\u200di')).toBe('vui');
  });

  it('are the same in letters of full width', () => {
    expect(fold('Ｍô hình ２')).toBe(fold('mô hình 2'));
  });

  it('with different letters stay different', () => {
    expect(fold('Xã Tân Hòa')).not.toBe(fold('Xã Tân Hóc'));
  });

  it('fold and tidy once as they do twice, whatever was typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(fold(fold(text))).toBe(fold(text));
        expect(tidy(tidy(text))).toBe(tidy(text));
        expect(fold(text.normalize('NFD'))).toBe(fold(text.normalize('NFC')));
      }),
    );
  });
});
