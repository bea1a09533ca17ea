/**
 * A number as it stands on the letterhead, before it is given out: `446-QĐ/TU` by the Party's habit, `12/QĐ-UBND` by the
 * State's, two digits at least. Source: Decree 30/2020/NĐ-CP, Annex I.
 */
export const numberText = (number: number, symbol: string): string => {
  const separator = symbol === '' || /^[\p{L}\p{N}]+\//u.test(symbol) ? '-' : '/';
  return `${String(number).padStart(2, '0')}${separator}${symbol === '' ? '…' : symbol}`;
};
