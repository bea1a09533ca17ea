/** Vietnamese first; whatever is told is told in both. */
export type Language = 'vi' | 'en';

/** A sentence in both languages; `{name}` stands for a value. */
export interface Sentence {
  readonly vi: string;
  readonly en: string;
}

/** The values of a sentence, by name. */
export type Params = Readonly<Record<string, string | number | readonly string[]>>;

/** Puts values into the `{name}` places of a sentence; what stands in `[…]` is told only where its values are known. */
export const fill = (sentence: string, params: Params = {}): string => {
  const known = sentence.replace(/\[([^\]]*)\]/gu, (_, part: string) =>
    [...part.matchAll(PLACE)].every(([, name = '']) => params[name] !== undefined) ? part : '',
  );
  return known.replace(PLACE, (place, name: string) => {
    const value = params[name];
    return value === undefined ? place : Array.isArray(value) ? value.join(', ') : String(value);
  });
};

const PLACE = /\{(\w+)\}/gu;
