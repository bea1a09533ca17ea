/** The longest name, and the longest of the other texts, in characters: as everywhere they are entered. */
export const MAX_NAME = 300;
export const MAX_TEXT = 20_000;

const VISIBLE = /[\p{L}\p{N}\p{P}\p{S}]/u;
const CONTROL = /\p{Cc}/u;

/** What is wrong with a text that is there; undefined when it can be stored. */
export const textFault = (text: string, max: number): { readonly vi: string; readonly en: string } | undefined => {
  if (!text.isWellFormed() || text.includes('\uFFFD'))
    return {
      vi: 'có chữ đã mất (U+FFFD): hãy lưu lại danh sách từ bản gốc dạng "CSV UTF-8"',
      en: 'has letters that were lost (U+FFFD): save the list from its original as "CSV UTF-8"',
    };
  if (CONTROL.test(text)) return { vi: 'có ký tự điều khiển', en: 'has a control character' };
  if (text.length > max && [...text].length > max)
    return { vi: `dài hơn ${String(max)} ký tự`, en: `is longer than ${String(max)} characters` };
  return VISIBLE.test(text) ? undefined : { vi: 'không có chữ nào', en: 'has no letter' };
};
