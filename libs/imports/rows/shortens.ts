/** The words of a text, without what stands between them. */
export const wordsIn = (text: string): readonly string[] => text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];

/** The first letters of words, together. */
export const initialsOf = (words: readonly string[]): string => words.map((word) => word.slice(0, 1)).join('');

/** `XD HTCT`, `Xây dựng HTCT`: the words of a name, each whole or some together by their first letters; all folded. */
export const shortens = (typed: readonly string[], words: readonly string[]): boolean => {
  const [first, ...others] = typed;
  if (first === undefined) return words.length === 0;
  // Most names differ at one end, and a list may ask of thousands.
  const [end, last] = [typed.at(-1), words.at(-1)];
  if (first[0] !== words[0]?.[0] || (end !== last && end?.at(-1) !== last?.[0])) return false;
  if (first === words[0] && shortens(others, words.slice(1))) return true;
  return initialsOf(words.slice(0, first.length)) === first && shortens(others, words.slice(first.length));
};
