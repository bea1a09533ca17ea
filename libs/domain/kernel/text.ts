/** NFC, without leading, trailing and doubled white space: how every name is stored. */
export const tidy = (text: string): string => text.normalize('NFC').replace(/\s+/gu, ' ').trim();

/**
 * Folds case and Vietnamese diacritics, including đ/Đ, whether the text came as NFC or NFD: `Đổi mới` → `doi moi`.
 * Used where two spellings must count as the same name, and by search.
 */
export const fold = (text: string): string => withoutMarks(tidy(text).toLowerCase());

/** Vietnamese in plain letters: `Đổi mới` → `Doi moi`. */
export const withoutMarks = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{Mn}+/gu, '')
    .replace(/đ/gu, 'd')
    .replace(/Đ/gu, 'D');
