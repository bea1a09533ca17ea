/** What a code is called: Vietnamese, then English, as it stands in the middle of a sentence. */
export type Word = readonly [vi: string, en: string];

/** A word for each code: one more code does not compile without its word. */
export type Words<Code extends string> = Readonly<Record<Code, Word>>;

/** A word in both languages, each by its name. */
export const inBoth = ([vi, en]: Word): { readonly vi: string; readonly en: string } => ({ vi, en });
