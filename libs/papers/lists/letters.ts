import type { Notice } from './list.ts';

/** Letters that only Unicode Vietnamese has: a text with one of them was not typed for an old font. */
const UNICODE_ONLY = /[\u0102\u0103\u0110\u0111\u0128\u0129\u0168\u0169\u01A0\u01A1\u01AF\u01B0\u1EA0-\u1EF9]|\p{M}/u;
/** Signs that TCVN3 (.VnTime) shows as Vietnamese letters, inside a word. */
const TCVN3_SIGN = /(?<=\p{L})[µ¸¶·¹¨»¾¼½©®§ª«¬]|[µ¸¶·¹¨»¾¼½©®§ª«¬](?=\p{L})/gu;
/** Letters that TCVN3 shows as Vietnamese ones, and those of them that foreign names in a list have as well. */
const TCVN3_LETTER = /[ÆÎØÞßåæîøûþ]/gu;
const FOREIGN_LETTER = /[ÇËÏÑÖÜäçëïñöü]/gu;
/** A vowel and the letter that VNI shows as its mark. */
const VNI_PAIR =
  /[aeyAEY][ùøûõïÙØÛÕÏ]|[aeAE][âáàåãäÂÁÀÅÃÄ]|[aA][êéèúüëÊÉÈÚÜË]|[oO][ùøûõïâåäÙØÛÕÏÂÅÄ]|[uU][ùøûõïÙØÛÕÏ]|[ôöÔÖ][ùøûõïÙØÛÕÏ]/gu;
/** Quotation marks and bullets around a word belong to no old font. */
const AROUND = /(^|[\s("“])[«·](?=\p{L})|(?<=\p{L})»(?=$|[\s,.;:!?)"”])/gu;

const LOST: Notice = {
  vi: 'có chữ đã mất (U+FFFD): hãy lưu lại danh sách từ bản gốc dạng Unicode (UTF-8)',
  en: 'has lost letters (U+FFFD): save the list from its origin again as Unicode (UTF-8)',
};

const OLD_FONT: Notice = {
  vi: 'có chữ theo bảng mã TCVN3/VNI: hãy chuyển sang Unicode',
  en: 'has letters of a TCVN3/VNI font: convert them to Unicode',
};

/** What is wrong with the letters of a text, if something is. */
export const faultyLetters = (text: string): Notice | undefined => {
  if (text.includes('\uFFFD')) return LOST;
  return isOldFont(text) ? OLD_FONT : undefined;
};

/** One foreign name (Köln, Noël) is none. */
const isOldFont = (text: string): boolean => {
  if (UNICODE_ONLY.test(text)) return false;
  const bare = text.replace(AROUND, '$1');
  const count = (pattern: RegExp): number => bare.match(pattern)?.length ?? 0;
  return count(TCVN3_SIGN) + count(VNI_PAIR) + count(TCVN3_LETTER) > 0 || count(FOREIGN_LETTER) > 1;
};
