import { fold, spelling } from '#domain';
import { initialsOf, shortens, wordsIn } from '../rows/shortens.ts';

interface CodeName {
  readonly code: string;
  readonly name: string;
}

/** The words of one list of codes. */
export interface Words {
  /** By code, by name, or by what is one's alone: its name without diacritics, shortened as offices do, or a part of it. */
  readonly codeOf: (text: string) => string | undefined;
  /** The names that may be meant by a text which is none's, or several's. */
  readonly near: (text: string) => readonly string[];
  readonly names: readonly string[];
}

export const wordsOf = (entries: readonly CodeName[]): Words => {
  const told = entries.map(({ code, name }) => ({
    ...{ code, name, words: namingWords(fold(name)), parts: partsOf(fold(name)) },
    keys: [fold(code), lettersOf(spelling(name)), lettersOf(fold(name))],
  }));
  const named = (text: string): string | undefined => {
    const keys = [fold(text), lettersOf(spelling(text)), lettersOf(fold(text))];
    const typed = namingWords(fold(text));
    const ways = [
      ...keys.map((key, way) => () => told.filter((entry) => entry.keys[way] === key)),
      () => told.filter(({ words }) => typed.length > 0 && shortens(typed, words)),
      () => told.filter(({ parts }) => parts.some((part) => shortens(typed, part))),
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

/** With what names of fields and programmes begin, whatever they are of. */
const VERBS = ['xay dung', 'phat trien', 'thuc hien'];

const namingWords = (text: string): readonly string[] => wordsIn(text).filter((word) => word !== 'va');

/** `Kinh tế (KT)`: both say the same. */
const saidTwice = (text: string, named: (text: string) => string | undefined): string | undefined => {
  const [, before = '', inside = ''] = /^([^()]+)\(([^()]+)\)$/u.exec(text.trim()) ?? [];
  const code = named(before);
  return code !== undefined && code === named(inside) ? code : undefined;
};

/** What of a name may stand for it: without the verb it begins with, and each part that a sign or "và" sets off. */
const partsOf = (name: string): readonly (readonly string[])[] => {
  const parts = [name, ...name.split(/[^\p{L}\p{M}\p{N}\s]|\sva\s/u)].map((part) => significant(namingWords(part)));
  return parts.filter(({ length }) => length > 1);
};

const significant = (words: readonly string[]): readonly string[] =>
  VERBS.includes(words.slice(0, 2).join(' ')) ? words.slice(2) : words;

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

/** What is written, whatever stands between the words: `Quốc phòng an ninh` is `Quốc phòng - an ninh`. */
const lettersOf = (text: string): string => wordsIn(text).join('');
