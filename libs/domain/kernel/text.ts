import { asLatin } from './look-alikes.ts';

/**
 * What nobody sees: zero width, bidi controls, soft hyphens, fillers; not what joins the parts of an emoji. Source:
 * Unicode Standard Annex 44 (`Cf`, `Default_Ignorable_Code_Point`), Technical Standard 51 for emoji.
 */
const INVISIBLE =
  /[[\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]--\u200D--\uFE0F]|(?<!\p{Extended_Pictographic}\p{Emoji_Modifier}?\uFE0F?)(?:\u200D|\uFE0F)/gv;

/** Without characters that nobody sees. */
export const onlyVisible = (text: string): string => text.replace(INVISIBLE, '');

/** NFC, of what is seen, without leading, trailing and doubled white space: how every name is stored. */
export const tidy = (text: string): string => onlyVisible(text).normalize('NFC').replace(/\s+/gu, ' ').trim();

/**
 * Folds case, Vietnamese diacritics including đ/Đ, letters and dashes in any form or width, and letters that look like
 * Latin ones, whether the text came as NFC or NFD: `Đổi mới` → `doi moi`. Used where two spellings must count as the same
 * name, and by search.
 */
export const fold = (text: string): string =>
  tidy(asLatin(withoutMarks(tidy(text).normalize('NFKD').toLowerCase().normalize('NFKD')).replace(DASHES, '-')));

/**
 * As a name is written, whatever its case, dashes and the letter that bears the tone: `Hoà`, `HÒA` and `hòa` are one
 * spelling, `hoa` is another. Used where two names that differ in a diacritic are two things.
 */
export const spelling = (text: string): string =>
  tidy(text).toLowerCase().replace(DASHES, '-').normalize('NFD').replace(TONE_IN_WORD, '$2$1');

/**
 * The number of a document as offices write it, whatever it was typed in: every dash is a hyphen, no “Số” stands before
 * it, and no spaces within. `97–QĐ/TU`, as Word makes it, `Số 97-QĐ/TU` and `97 - QĐ / TU` are `97-QĐ/TU`. A text that
 * has spaces elsewhere is no such number, and keeps them all.
 */
export const numberAsWritten = (text: string): string => {
  const written = tidy(text)
    .replace(DASHES, '-')
    .replace(/^số\s*:?\s*(?=\d)/iu, '');
  const tight = written.replace(/\s*([-/.&])\s*/gu, '$1');
  return tight.includes(' ') ? written : tight;
};

/** A tone and the letters behind it. */
const TONE_IN_WORD = /([\u0300\u0301\u0303\u0309\u0323])([\p{L}\u0302\u0306\u031B]+)/gu;

/** Every dash and what looks like one. Source: Unicode Technical Standard 39, confusables of U+002D. */
const DASHES = /[\p{Pd}\u02D7\u2043\u2212]/gu;

/**
 * What to look for where a name is kept by its folded spelling for good: the key as it is made now, and the one of the
 * days when fewer letters and dashes were folded, if that is another.
 */
export const everFolded = <Key>(keyBy: (folding: (text: string) => string) => Key): readonly Key[] => {
  const keys = [keyBy(fold), keyBy(foldOnce)];
  return [...new Set(keys)];
};

/** As `fold` was when fewer letters and dashes counted as alike. */
const foldOnce = (text: string): string =>
  withoutMarks(halfWidth(tidy(text)).toLowerCase()).replace(/[^ -~]/gu, (letter) => ALIKE_ONCE.get(letter) ?? letter);

const MARKED = 'àảãáạăằẳẵắặâầẩẫấậđèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵ';

/** For a character class: the letters that Vietnamese is written with, and no others that look like them. */
export const LETTERS = `A-Za-z${MARKED}${MARKED.toUpperCase()}`;

/** `Ａ` as `A`: ASCII in the width of a Chinese character. Source: Unicode, block FF00. */
const halfWidth = (text: string): string =>
  text.replace(/[\uFF01-\uFF5E]/gu, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0));

/** Vietnamese in plain letters: `Đổi mới` → `Doi moi`. */
export const withoutMarks = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/[\p{Mn}\p{Me}\u200D]+/gu, '')
    .replace(/đ/gu, 'd')
    .replace(/Đ/gu, 'D');

const ALIKE_ONCE = new Map(
  ['ðdɖdıi', 'аaвbсcԁdеeнhһhіiјjкkӏlмmоoрpԛqѕsтtуyѵvԝwхx', 'αaβbεeζzηhιiκkμmνnοoρpτtυyχxϲcϳj'].flatMap((pairs) =>
    Array.from(pairs.matchAll(/(.)(.)/gu), ([, letter = '', latin = '']) => [letter, latin] as const),
  ),
);
