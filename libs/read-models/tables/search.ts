import { fold, tidy } from '#domain';

/** What is compared when somebody looks for a name: `kĩ năng lí luận` and `kỹ năng lý luận` are spellings of one. */
export const sought = (text: string): string => fold(text).replaceAll('y', 'i');

/** A longer word is cut: PostgreSQL refuses one above 2,046 bytes in a `tsvector`. */
const LONGEST_WORD = 500;

/** The words to be found of a text, each once: letters and digits only, so that they are safe in a text-search query. */
const foldedWords = (text: string): string[] => [
  ...new Set((sought(text).match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => word.slice(0, LONGEST_WORD))),
];

/** The words of a text as PostgreSQL reads a `tsvector`. */
export const searchVector = (text: string): string => foldedWords(text).join(' ');

/** A query that asks for names containing every word, the last letters of each still to be typed; null without words. */
export const searchQuery = (typed: string): string | null => {
  const words = foldedWords(typed);
  return words.length === 0 ? null : words.map((word) => `${word}:*`).join(' & ');
};

/** NFC and lower case with the diacritics kept: what a hit must contain to match as typed. */
export const lowered = (text: string): string => tidy(text).toLowerCase().normalize('NFC');

/** The typed words with their diacritics. */
export const typedWords = (typed: string): string[] => [...new Set(lowered(typed).match(/[\p{L}\p{N}]+/gu) ?? [])];

/** What is spelt as it was typed comes first, then what differs in the fewest words; the rest stays in its order. */
export const asTypedFirst = <Named extends { readonly name: string }>(
  found: readonly Named[],
  typed: string,
): readonly Named[] => {
  const [whole, words] = [lowered(typed), typedWords(typed)];
  const distance = ({ name }: Named): number => {
    const own = lowered(name);
    return own.includes(whole) ? 0 : 1 + words.filter((word) => !own.includes(word)).length;
  };
  return found.toSorted((one, other) => distance(one) - distance(other));
};
