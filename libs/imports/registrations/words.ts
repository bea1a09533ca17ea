import { fold, spelling } from '#domain';

interface CodeName {
  readonly code: string;
  readonly name: string;
}

/** The words of one list of codes. */
export interface Words {
  /** By code, by name, or by what is one's alone: its name without diacritics, or the first letters of the name. */
  readonly codeOf: (text: string) => string | undefined;
  readonly names: readonly string[];
}

export const wordsOf = (entries: readonly CodeName[]): Words => {
  const ways = [
    entriesBy(entries, ({ code }) => fold(code), fold),
    entriesBy(
      entries,
      ({ name }) => lettersOf(spelling(name)),
      (text) => lettersOf(spelling(text)),
    ),
    entriesBy(
      entries,
      ({ name }) => lettersOf(fold(name)),
      (text) => lettersOf(fold(text)),
    ),
    entriesBy(
      entries,
      ({ name }) => initialsOf(name),
      (text) => lettersOf(fold(text)),
    ),
  ];
  return {
    names: entries.map(({ name }) => name),
    codeOf(text) {
      const [first, ...others] = ways.map((way) => way(text)).find((found) => found.length > 0) ?? [];
      return others.length === 0 ? first?.code : undefined;
    },
  };
};

const entriesBy = (
  entries: readonly CodeName[],
  keyOf: (entry: CodeName) => string,
  read: (text: string) => string,
): ((text: string) => readonly CodeName[]) => {
  const groups = Map.groupBy(entries, keyOf);
  return (text) => groups.get(read(text)) ?? [];
};

/** `Văn hóa - xã hội` → `vhxh`. */
const initialsOf = (name: string): string =>
  wordsIn(fold(name))
    .filter((word) => word !== 'va')
    .map((word) => word.slice(0, 1))
    .join('');

/** What is written, whatever stands between the words: `Quốc phòng an ninh` is `Quốc phòng - an ninh`. */
const lettersOf = (text: string): string => wordsIn(text).join('');

const wordsIn = (text: string): readonly string[] => text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
