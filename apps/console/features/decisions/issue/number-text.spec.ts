import { numberText } from './number-text.ts';

it.each([
  [446, 'QĐ/TU', '446-QĐ/TU'],
  [5, 'QĐ-UBND', '05/QĐ-UBND'],
  [12, 'QĐ', '12/QĐ'],
  [7, '', '07-…'],
])('%i with %p is written %s', (number, symbol, written) => {
  expect(numberText(number, symbol)).toBe(written);
});
