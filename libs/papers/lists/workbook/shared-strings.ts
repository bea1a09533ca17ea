import { copyOf, readXml } from './xml.ts';

/** The strings of a workbook that are needed, by number: as they are read, without their formats and phonetic signs. */
export const readStrings = async (
  pieces: AsyncIterable<string>,
  needed: ReadonlySet<number>,
): Promise<ReadonlyMap<number, string>> => {
  const strings = new Map<number, string>();
  let index = -1;
  let isText = false;
  let isPhonetic = false;
  let text = '';
  await readXml(pieces, {
    open(name) {
      if (name === 'si') {
        index += 1;
        text = '';
      } else if (name === 'rPh') isPhonetic = true;
      else if (name === 't') isText = !isPhonetic && needed.has(index);
    },
    text(piece) {
      if (isText) text += piece;
    },
    close(name) {
      if (name === 't') isText = false;
      else if (name === 'rPh') isPhonetic = false;
      else if (name === 'si' && needed.has(index)) strings.set(index, copyOf(text));
    },
  });
  return strings;
};
