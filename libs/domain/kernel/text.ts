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
 * Folds case, Vietnamese diacritics including đ/Đ, full width, and letters that look like Latin ones, whether the
 * text came as NFC or NFD: `Đổi mới` → `doi moi`. Used where two spellings must count as the same name, and by search.
 */
export const fold = (text: string): string =>
  withoutMarks(halfWidth(tidy(text)).toLowerCase()).replace(/[^ -~]/gu, (letter) => LOOK_ALIKES.get(letter) ?? letter);

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
    .replace(/[\p{Mn}\u200D]+/gu, '')
    .replace(/đ/gu, 'd')
    .replace(/Đ/gu, 'D');

/**
 * The small form of letters that look like a Latin one in either case: of the Latin script itself, Cyrillic, Greek.
 * Source: Unicode Technical Standard 39, confusables.
 */
const LOOK_ALIKES = new Map(
  ['ðdɖdıi', 'аaвbсcԁdеeнhһhіiјjкkӏlмmоoрpԛqѕsтtуyѵvԝwхx', 'αaβbεeζzηhιiκkμmνnοoρpτtυyχxϲcϳj'].flatMap((pairs) =>
    Array.from(pairs.matchAll(/(.)(.)/gu), ([, letter = '', latin = '']) => [letter, latin] as const),
  ),
);
