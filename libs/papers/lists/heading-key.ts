import { fold } from '#domain';

/** How offices shorten words in headings. */
const WRITTEN_OUT: Readonly<Record<string, string>> = {
  mh: 'mo hinh',
  dh: 'dien hinh',
  dv: 'don vi',
  dvhc: 'don vi hanh chinh',
  lv: 'linh vuc',
};

/** The movement's own name, and words that join: they tell no column from another. */
const SAYS_NOTHING = /\b(?:dan van kheo|dvk|va)\b/gu;

/** A heading as it is compared: without case, diacritics, signs and the movement's name, shortened words written out. */
export const headingKey = (heading: string): string => {
  const words = fold(heading).match(/[\p{L}\p{N}]+/gu) ?? [];
  const written = words.map((word) => WRITTEN_OUT[word] ?? word).join(' ');
  return written.replaceAll(SAYS_NOTHING, ' ').replaceAll(/\s+/gu, ' ').trim();
};

/** What stands in brackets and makes it another column. */
const ANOTHER = /\b(?:cu|moi|truoc|sau|khac|cap tren|phoi hop)\b/u;

/** The heading without what it says in brackets about how it is filled; undefined where it says nothing of the kind. */
export const withoutBrackets = (heading: string): string | undefined => {
  const bare = heading.replaceAll(/\([^()]*\)/gu, ' ');
  return bare === heading || ANOTHER.test(fold(heading.slice(heading.indexOf('(')))) ? undefined : headingKey(bare);
};
