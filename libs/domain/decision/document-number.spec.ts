import fc from 'fast-check';
import {
  bookKey,
  documentTypeOf,
  formatNumber,
  isSameNumber,
  isSymbol,
  isSymbolOf,
  numberKey,
  parseDocumentNumber,
} from './document-number.ts';
import { number446 } from './testing/stories.ts';

describe('the type of a document', () => {
  const types = [
    { code: 'QUYET_DINH', name: 'Quyết định', abbreviation: 'QĐ' },
    { code: 'CHI_THI', name: 'Chỉ thị', abbreviation: 'CT' },
  ];

  it('is one of the list, by its code or name however spelt', () => {
    for (const said of ['QUYET_DINH', 'quyet_dinh', 'Quyết định', ' QUYẾT  ĐỊNH ', 'quyet dinh'])
      expect(documentTypeOf(types, said)?.code).toBe('QUYET_DINH');
    expect(documentTypeOf(types, ' QĐ ')?.code).toBe('QUYET_DINH');
    for (const said of ['QD', 'Quyết định khen thưởng', '']) expect(documentTypeOf(types, said)).toBeUndefined();
  });

  it('is told by every symbol of it', () => {
    for (const symbol of ['QĐ', 'QĐ/TU', ' QĐ-UBND ']) expect(isSymbolOf(types[0]!, symbol)).toBe(true);
    for (const symbol of ['CT/TU', 'QĐTU', 'TU/QĐ']) expect(isSymbolOf(types[0]!, symbol)).toBe(false);
  });
});

describe('document numbers', () => {
  it.each([
    [446, 'QĐ/TU', '446-QĐ/TU'],
    [12, 'QĐ-UBND', '12/QĐ-UBND'],
    [7, 'QĐ-UBND', '07/QĐ-UBND'],
    [3, 'QĐ/BDVTW', '03-QĐ/BDVTW'],
    [5, 'QĐ', '05/QĐ'],
    [298, 'QĐ/TW', '298-QĐ/TW'],
    [15, 'QĐ/BDV', '15-QĐ/BDV'],
    [8, 'QĐi/HU', '08-QĐi/HU'],
    [12, 'CV/ĐU', '12-CV/ĐU'],
    [123, 'QĐ-UBND', '123/QĐ-UBND'],
  ])('number %i of %s is written %s', (number, symbol, text) => {
    expect(formatNumber(number, symbol)).toBe(text);
    expect(parseDocumentNumber(text)).toEqual({ number, symbol });
  });

  it('are read as typed, with odd spaces and in NFD', () => {
    expect(parseDocumentNumber(' 446 - QĐ/TU '.normalize('NFD'))).toEqual({ number: 446, symbol: 'QĐ/TU' });
    expect(parseDocumentNumber('01-QĐ-BTC')).toEqual({ number: 1, symbol: 'QĐ-BTC' });
    expect(parseDocumentNumber('0012/QĐ-UBND')).toEqual({ number: 12, symbol: 'QĐ-UBND' });
  });

  it.each(['', 'QĐ/TU', '446', '0-QĐ/TU', '446-', '446-/TU', '12/2026/QĐ-UBND', '-1/QĐ', '446-QĐ/TU; DROP'])(
    'are not read out of "%s"',
    (text) => {
      expect(parseDocumentNumber(text)).toBeUndefined();
    },
  );

  it('survive writing and reading, whatever the number and symbol', () => {
    const symbol = fc.stringMatching(/^[A-ZĐ]{1,4}[/-][A-ZĐ]{1,6}$/);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999_999 }), symbol, (number, sign) => {
        expect(parseDocumentNumber(formatNumber(number, sign))).toEqual({ number, symbol: sign });
      }),
    );
  });

  it('never break on any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const parts = parseDocumentNumber(text);
        expect(parts === undefined || isSymbol(parts.symbol)).toBe(true);
      }),
    );
  });

  it('are the same only within one book', () => {
    expect(isSameNumber(number446, { ...number446 })).toBe(true);
    expect(isSameNumber(number446, { ...number446, issuerId: 'commune' })).toBe(false);
    expect(isSameNumber(number446, { ...number446, docType: 'QC' })).toBe(false);
    expect(isSameNumber(number446, { ...number446, number: 447 })).toBe(false);
    expect(isSameNumber(number446, { ...number446, issuedOn: '2025-03-02' })).toBe(false);
    expect(isSameNumber(number446, { ...number446, term: 'XIV' })).toBe(false);
  });
});

describe('a number that is looked for', () => {
  it('is the same however it is typed', () => {
    const typed = [
      '446-QĐ/TU',
      '0446 - qd/tu',
      '446-QĐ / TU',
      '446/QĐ/TU',
      ' 446-QĐ/TU '.normalize('NFD'),
      '446–QĐ/TU',
      'Số 446‑QĐ/TU',
    ];
    expect(new Set(typed.map(numberKey))).toEqual(new Set(['446 qd/tu']));
    expect(numberKey('446-QĐ/TW')).not.toBe(numberKey('446-QĐ/TU'));
    expect(numberKey('446/QĐ-TU')).not.toBe(numberKey('446-QĐ/TU'));
    expect(numberKey('44-6QĐ/TU')).not.toBe(numberKey('446-QĐ/TU'));
  });

  it('need not be one of ours', () => {
    expect(numberKey('Công văn  số 5')).toBe(numberKey('cong van so 5'));
  });
});

describe('number books', () => {
  const parts = { issuerId: 'province', docType: 'QĐ', issuedOn: '2026-12-31' };

  it('start again each year where the regulation says so', () => {
    expect(bookKey(parts, 'YEAR')).toBe(bookKey({ ...parts, issuedOn: '2026-01-01', term: 'XIV' }, 'YEAR'));
    expect(bookKey(parts, 'YEAR')).not.toBe(bookKey({ ...parts, issuedOn: '2027-01-01' }, 'YEAR'));
  });

  it('run through a term where it says that', () => {
    const term = { ...parts, term: '2025 - 2030' };
    expect(bookKey(term, 'TERM')).toBe(bookKey({ ...term, issuedOn: '2027-01-01' }, 'TERM'));
    expect(bookKey(term, 'TERM')).not.toBe(bookKey({ ...term, term: '2030 - 2035' }, 'TERM'));
    expect(bookKey({ ...parts, term: '2026' }, 'TERM')).not.toBe(bookKey(parts, 'YEAR'));
    expect(bookKey(parts, 'TERM')).toEqual({ kind: 'rejected', reason: 'term-required', pointer: '/term' });
    expect(bookKey({ ...parts, term: ' ' }, 'TERM')).toMatchObject({ reason: 'term-required' });
  });

  it('differ by issuer and type, not by spelling', () => {
    expect(bookKey(parts, 'YEAR')).toBe(bookKey({ ...parts, docType: 'qđ'.normalize('NFD') }, 'YEAR'));
    expect(bookKey(parts, 'YEAR')).not.toBe(bookKey({ ...parts, docType: 'CT' }, 'YEAR'));
    expect(bookKey(parts, 'YEAR')).not.toBe(bookKey({ ...parts, issuerId: 'commune' }, 'YEAR'));
  });
});
