import fc from 'fast-check';
import { everFolded, fold, numberAsWritten, spelling, tidy } from './text.ts';

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
    ['Armenian and Lisu letters', 'Đօàn kết xꓳm làng'],
    ['mathematical letters', '𝐃oàn kết xóm 𝐥àn𝐠'],
    ['small capitals', 'Đᴏàɴ ᴋếᴛ xóm ʟàɴɢ'],
    ['letters of phonetics', 'Đoɑ̀n kết xóm lànɡ'],
    ['long and raised letters', 'Đoàn kết xóm ˡàng'],
    ['letters in circles', 'Đⓞàn kết xóm làng'],
    ['a circle around a letter', 'Đoàn kết xóm làng\u20dd'],
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

  it.each(['Ү:y', 'ү:y', 'Ԍ:g', 'ԍ:g', 'ɡ:g', '𝐡:h', '𝐆:g', 'ɑ:a', 'օ:o', 'ⅰ:i', 'Ⅰ:i', 'ꓳ:o', 'ſ:s', 'ʰ:h', 'ɪ:i'])(
    'take %s for the other',
    (pair) => {
      const [letter = '', latin] = pair.split(':');
      expect(fold(letter)).toBe(latin);
    },
  );

  it('are the same with any dash', () => {
    for (const dash of '\u2010\u2011\u2012–—−\ufe63\uff0d') expect(fold(`2${dash}3`)).toBe('2-3');
  });

  it('of a document is written with a hyphen and without “Số”, whatever it was typed in', () => {
    for (const typed of [
      '97–QĐ/TU',
      'Số 97-QĐ/TU',
      'số: 97−QĐ/TU',
      ' 97\u2011QĐ/TU\u00A0',
      '97-QĐ/TU'.normalize('NFD'),
      '97 - QĐ / TU',
      'Số 97 -QĐ /TU',
    ])
      expect(numberAsWritten(typed)).toBe('97-QĐ/TU');
    for (const other of ['97/QĐ-TU', 'Số hiệu 5', 'Công văn số 5', 'Công văn số 5 - TU'])
      expect(numberAsWritten(other)).toBe(other);
  });

  it('in Vietnamese letters and signs are folded as they ever were', () => {
    const letters = fc.constantFrom(
      ...'aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵfjwzAÀĐÊƠƯ 0123456789-/.,()&"',
    );
    fc.assert(
      fc.property(fc.array(letters), (chosen) => {
        expect(everFolded((folding) => folding(chosen.join('')))).toHaveLength(1);
      }),
    );
  });

  it('that were kept by their spelling before are found by it', () => {
    expect(everFolded((folding) => folding('Hai không – ba sạch'))).toEqual([
      'hai khong - ba sach',
      'hai khong – ba sach',
    ]);
  });

  it('with different letters stay different', () => {
    expect(fold('Xã Tân Hòa')).not.toBe(fold('Xã Tân Hóc'));
  });

  it('are spelt alike whatever the case, the dash and the letter that bears the tone, and not with another diacritic', () => {
    for (const same of ['Xã Hoà Bình – Thuỷ', 'XÃ HÒA  BÌNH - THỦY', 'xã hòa bình - thủy'.normalize('NFD')])
      expect(spelling(same)).toBe(spelling('Xã Hòa Bình - Thủy'));
    for (const other of ['Xã Hoàng Lộc', 'Xã Hoằng Lọc', 'Xa Hoang Loc', 'Xã Hoăng Lộc'])
      expect(spelling(other)).not.toBe(spelling('Xã Hoằng Lộc'));
    expect(spelling('Đường')).not.toBe(spelling('Dường'));
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
