import { wordsOf } from './words.ts';

const { codeOf, names } = wordsOf([
  { code: 'QPAN', name: 'Quốc phòng - an ninh' },
  { code: 'DOI', name: 'Đổi mới' },
  { code: 'DOIM', name: 'Đời mới' },
  { code: 'VH', name: 'Văn hóa - xã hội' },
]);

describe('a word of a list of codes', () => {
  it.each([
    ['qpan', 'QPAN'],
    ['Quốc phòng an ninh', 'QPAN'],
    ['Quốc phòng, an ninh', 'QPAN'],
    ['quoc phong – an ninh', 'QPAN'],
    ['Đời mới', 'DOIM'],
    ['ĐỔI MỚI', 'DOI'],
    ['VHXH', 'VH'],
    ['Văn hoá - xã hội', 'VH'],
  ])('is known: %s', (text, code) => {
    expect(codeOf(text)).toBe(code);
  });

  it.each(['doi moi', 'dm', '', '-', 'Khác'])('is none, or two: %j', (text) => {
    expect(codeOf(text)).toBeUndefined();
  });

  it('is told with the others', () => {
    expect(names).toEqual(['Quốc phòng - an ninh', 'Đổi mới', 'Đời mới', 'Văn hóa - xã hội']);
  });
});
