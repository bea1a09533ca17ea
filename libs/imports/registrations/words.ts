import { fold } from '#domain';

interface CodeName {
  readonly code: string;
  readonly name: string;
}

/** Finds the code of a word in a list: by code, by name, or by the first letters of the name where no other has them. */
export const wordsOf = (entries: readonly CodeName[]): ((text: string) => string | undefined) => {
  const whole = new Map(entries.flatMap(({ code, name }) => [fold(code), fold(name)].map((word) => [word, code])));
  const initials = Map.groupBy(entries, ({ name }) => initialsOf(name));
  return (text) => {
    const [first, ...others] = initials.get(lettersOf(text)) ?? [];
    return whole.get(fold(text)) ?? (others.length === 0 ? first?.code : undefined);
  };
};

/** `Văn hóa - xã hội` → `vhxh`. */
const initialsOf = (name: string): string =>
  (fold(name).match(/[\p{L}\p{N}]+/gu) ?? [])
    .filter((word) => word !== 'va')
    .map((word) => word.slice(0, 1))
    .join('');

const lettersOf = (text: string): string => (fold(text).match(/[\p{L}\p{N}]+/gu) ?? []).join('');
