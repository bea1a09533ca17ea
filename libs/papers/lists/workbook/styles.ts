import { readXml } from './xml.ts';

/** How the numbers of a style are shown, where that says what they are. */
export type NumberKind = { readonly kind: 'number' | 'date' } | { readonly kind: 'digits'; readonly digits: number };

/** Which numbers are dates, by the number of the cell's style. */
export const readNumberKinds = async (pieces: AsyncIterable<string>): Promise<readonly NumberKind[]> => {
  const formats = new Map<number, string>();
  const kinds: NumberKind[] = [];
  let isInCells = false;
  await readXml(pieces, {
    open(name, { numFmtId = '0', formatCode = '' }) {
      if (name === 'numFmt') formats.set(Number(numFmtId), formatCode);
      else if (name === 'cellXfs') isInCells = true;
      else if (name === 'xf' && isInCells) kinds.push(kindOf(Number(numFmtId), formats.get(Number(numFmtId))));
    },
    close(name) {
      if (name === 'cellXfs') isInCells = false;
    },
  });
  return kinds;
};

/** The format's own numbers for dates, in any language of the office program. */
const BUILT_IN_DATES = /^(?:1[4-7]|22|2[7-9]|3[0-6]|5[0-8])$/u;

const kindOf = (id: number, code: string | undefined): NumberKind => {
  if (code === undefined) return { kind: BUILT_IN_DATES.test(String(id)) ? 'date' : 'number' };
  if (/^0+$/u.test(code)) return { kind: 'digits', digits: code.length };
  const bare = code.replaceAll(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/gu, '').split(';')[0] ?? '';
  const isDate = /[dy]/iu.test(bare) || (/m/iu.test(bare) && !/[hs]/iu.test(bare));
  return { kind: isDate && !/general/iu.test(bare) ? 'date' : 'number' };
};
