/** Vietnamese first; whatever is told is told in both. */
export type Language = 'vi' | 'en';

/** A sentence in both languages; `{name}` stands for a value. */
export interface Sentence {
  readonly vi: string;
  readonly en: string;
}

/** Puts values into the `{name}` places of a sentence. */
export const fill = (
  sentence: string,
  params: Readonly<Record<string, string | number | readonly string[]>> = {},
): string =>
  sentence.replace(/\{(\w+)\}/gu, (place, name: string) => {
    const value = params[name];
    return value === undefined ? place : Array.isArray(value) ? value.join(', ') : String(value);
  });
