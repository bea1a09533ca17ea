import { wordsOf } from './words.ts';

const { codeOf, near, names } = wordsOf([
  { code: 'QPAN', name: 'Quốc phòng - an ninh' },
  { code: 'DOI', name: 'Đổi mới' },
  { code: 'DOIM', name: 'Đời mới' },
  { code: 'VH', name: 'Văn hóa - xã hội' },
  { code: 'KINH_TE', name: 'Kinh tế' },
  { code: 'HTCT', name: 'Xây dựng Đảng và hệ thống chính trị' },
  { code: 'HE_THONG', name: 'Xây dựng hệ thống chính trị' },
  { code: 'NONG_THON_MOI', name: 'Xây dựng nông thôn mới' },
]);

describe('a word of a list of codes', () => {
  it.each([
    [
      'QPAN',
      [
        'qpan',
        'QP-AN',
        'QP - AN',
        'QP, AN',
        'Quốc phòng an ninh',
        'Quốc phòng, an ninh',
        'quoc phong – an ninh',
        'Quốc phòng & AN',
        'QP và AN',
        'Quốc phòng và an ninh',
        'an ninh',
        'QP',
      ],
    ],
    [
      'VH',
      [
        'VHXH',
        'VH-XH',
        'VH XH',
        'vh/xh',
        'Văn hoá - xã hội',
        'Văn hóa, XH',
        'V.hóa - X.hội',
        'VH - XH (văn hóa - xã hội)',
        'Văn hóa',
        'Xã hội',
      ],
    ],
    ['KINH_TE', ['KT', 'K.tế', 'kinh te', 'Kinh tế (KT)']],
    ['HE_THONG', ['XD HTCT', 'XDHTCT', 'Xây dựng HTCT', 'XD hệ thống chính trị', 'XD HT chính trị', 'xây dựng HT-CT']],
    ['HTCT', ['XD Đảng và HTCT', 'Xây dựng Đảng, HTCT', 'XDĐ HTCT', 'Xây dựng Đảng, hệ thống chính trị', 'htct']],
    ['NONG_THON_MOI', ['NTM', 'XD NTM', 'Nông thôn mới', 'XDNTM']],
    ['DOIM', ['Đời mới']],
    ['DOI', ['ĐỔI MỚI']],
  ])('is known: %s', (code, texts) => {
    expect(texts.map((text) => [text, codeOf(text)])).toEqual(texts.map((text) => [text, code]));
  });

  it.each([
    ...['doi moi', 'dm', '', '-', 'Khác', 'Kinh tế (xã hội)', 'Kinh tế - xã hội', 'KT-XH', 'Kinh', 'K', 'AN-QP'],
    ...[
      'Hệ thống chính trị',
      'HT-CT',
      'XD',
      'TM',
      'thôn mới',
      'mới',
      'VHX',
      'KTT',
      'Kinh tế, văn hóa - xã hội',
      'KT, QPAN',
      '1',
      'x',
    ],
  ])('is none, or two: %j', (text) => {
    expect(codeOf(text)).toBeUndefined();
  });

  it.each([
    ['Kinh tế - xã hội', ['Văn hóa - xã hội', 'Kinh tế']],
    ['KT-XH', ['Văn hóa - xã hội', 'Kinh tế']],
    ['Hệ thống chính trị', ['Xây dựng Đảng và hệ thống chính trị', 'Xây dựng hệ thống chính trị']],
    ['doi moi', ['Đổi mới', 'Đời mới']],
    ['Khác', []],
    ['', []],
  ])('is asked about: %j', (text, asked) => {
    expect(near(text)).toEqual(asked);
  });

  it.each(['HTCT', 'Hệ thống chính trị', 'hệ thống CT'])('is known by a part that is its alone: %j', (text) => {
    const fields = wordsOf([
      { code: 'KINH_TE', name: 'Kinh tế' },
      { code: 'HE_THONG', name: 'Xây dựng hệ thống chính trị' },
    ]);
    expect(fields.codeOf(text)).toBe('HE_THONG');
  });

  it('is told with the others', () => {
    expect(names.slice(0, 3)).toEqual(['Quốc phòng - an ninh', 'Đổi mới', 'Đời mới']);
  });
});
