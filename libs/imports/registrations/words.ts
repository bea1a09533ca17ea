import { fold, spelling } from '#domain';

interface CodeName {
  readonly code: string;
  readonly name: string;
}

/** The words of one list of codes. */
export interface Words {
  /** By code, by name, or by what is one's alone: its name without diacritics, or shortened as offices do. */
  readonly codeOf: (text: string) => string | undefined;
  /** The names that may be meant by a text which is none's, or several's. */
  readonly near: (text: string) => readonly string[];
  readonly names: readonly string[];
}

export const wordsOf = (entries: readonly CodeName[]): Words => {
  const told = entries.map(({ code, name }) => ({
    ...{ code, name, words: wordsIn(fold(name)).filter((word) => word !== JOINS) },
    keys: [fold(code), lettersOf(spelling(name)), lettersOf(fold(name))],
  }));
  const named = (text: string): string | undefined => {
    const keys = [fold(text), lettersOf(spelling(text)), lettersOf(fold(text))];
    const typed = wordsIn(fold(text)).filter((word) => word !== JOINS);
    const ways = [
      ...keys.map((key, way) => () => told.filter((entry) => entry.keys[way] === key)),
      () => told.filter(({ words }) => typed.length > 0 && shortens(typed, words)),
    ];
    for (const way of ways) {
      const [first, ...others] = way();
      if (first !== undefined) return others.length === 0 ? first.code : undefined;
    }
    return undefined;
  };
  return {
    names: entries.map(({ name }) => name),
    codeOf: (text) => named(text) ?? saidTwice(text, named),
    near: (text) => told.filter((entry) => isNear(text, entry.words)).map(({ name }) => name),
  };
};

const JOINS = 'va';

/** `Kinh tế (KT)`: both say the same. */
const saidTwice = (text: string, named: (text: string) => string | undefined): string | undefined => {
  const [, before = '', inside = ''] = /^([^()]+)\(([^()]+)\)$/u.exec(text.trim()) ?? [];
  const code = named(before);
  return code !== undefined && code === named(inside) ? code : undefined;
};

/** `XD HTCT`, `Xây dựng HTCT`: the words of a name, each whole or some together by their first letters. */
const shortens = (typed: readonly string[], words: readonly string[]): boolean => {
  const [first, ...others] = typed;
  if (first === undefined) return words.length === 0;
  if (first === words[0] && shortens(others, words.slice(1))) return true;
  return initialsOf(words.slice(0, first.length)) === first && shortens(others, words.slice(first.length));
};

/** Two words of the name one after the other, or their first letters in capitals. */
const isNear = (text: string, words: readonly string[]): boolean => {
  const pairs = new Set(pairsOf(words));
  const capitals = wordsIn(text).filter((word) => /^\p{Lu}{2,}$/u.test(word));
  return (
    pairsOf(wordsIn(fold(text))).some((pair) => pairs.has(pair)) ||
    capitals.some((word) => initialsOf(words).includes(fold(word)))
  );
};

const pairsOf = (words: readonly string[]): readonly string[] =>
  words.slice(1).map((word, index) => `${words[index] ?? ''} ${word}`);

const initialsOf = (words: readonly string[]): string => words.map((word) => word.slice(0, 1)).join('');

/** What is written, whatever stands between the words: `Quốc phòng an ninh` is `Quốc phòng - an ninh`. */
const lettersOf = (text: string): string => wordsIn(text).join('');

const wordsIn = (text: string): readonly string[] => text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
