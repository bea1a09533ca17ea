import { isOutOfReach, readAmount, readWhole, written } from './typed.ts';

describe('what is typed as a number', () => {
  it.each([
    ['183.676', 183676],
    ['183,676', 183676],
    ['183 676', 183676],
    [' 42 ', 42],
    ['0', 0],
    ['', undefined],
    ['  ', undefined],
  ])('a whole one: %j', (typed, value) => {
    expect(readWhole(typed)).toBe(value);
  });

  it.each(['12,5', '2.5', '1.2345', '-5', '1e5', 'hai', '1.234,567', '9999999999999999'])(
    'that is none stays as it was typed: %j',
    (typed) => {
      expect(readWhole(typed)).toEqual({ unread: typed });
    },
  );

  it.each([
    ['9999999999999999', true],
    ['9.999.999.999.999.999', true],
    ['-5', true],
    ['12,5', false],
    ['hai', false],
  ])('%j is a whole number all the same: %j', (unread, isOut) => {
    expect(isOutOfReach({ unread })).toBe(isOut);
  });

  it.each([
    ['183.676', 'vi', 183676],
    ['1.234,5', 'vi', 1234.5],
    ['12,5', 'vi', 12.5],
    ['-3', 'vi', -3],
    ['1,234.5', 'en', 1234.5],
    ['12.5', 'en', 12.5],
    ['', 'vi', undefined],
  ] as const)('with decimals, by the marks of the language: %j in %s', (typed, language, value) => {
    expect(readAmount(typed, language)).toBe(value);
  });

  it.each([
    ['12.5', 'vi'],
    ['1,234,5', 'vi'],
    ['1.23', 'vi'],
    ['12,5', 'en'],
    ['nhiều', 'vi'],
  ] as const)('with decimals that may be read in two ways is not guessed: %j in %s', (typed, language) => {
    expect(readAmount(typed, language)).toEqual({ unread: typed });
  });

  it('is shown as it is read in the language', () => {
    expect(written(183676.5, 'vi')).toBe('183.676,5');
    expect(written(183676.5, 'en')).toBe('183,676.5');
    expect(written(undefined, 'vi')).toBe('');
    expect(written({ unread: '12,5' }, 'en')).toBe('12,5');
  });
});
