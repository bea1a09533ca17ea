import type { Language } from '../texts/i18n.ts';

/** What was typed and cannot be read: it stays to be seen, and is refused where it stands. */
export interface Unread {
  readonly unread: string;
}

export const isUnread = (value: unknown): value is Unread =>
  typeof value === 'object' && value !== null && 'unread' in value;

/** Groups of three digits as offices write them: `183.676`, `183,676`, `183 676`. */
const GROUPED = /^\d{1,3}(?:\.\d{3})+$|^\d{1,3}(?:,\d{3})+$|^\d{1,3}(?: \d{3})+$/u;

const ungrouped = (text: string): string => (GROUPED.test(text) ? text.replaceAll(/\D/gu, '') : text);

/** Whether it was not read because it is below nothing, or longer than any number that is counted. */
export const isOutOfReach = ({ unread }: Unread): boolean => /^-?\d+$/u.test(ungrouped(unread));

/** A whole number, with or without groups; nothing where nothing was typed. No part of what was typed is left out. */
export const readWhole = (typed: string): number | Unread | undefined => {
  const text = typed.trim();
  if (text === '') return undefined;
  const digits = ungrouped(text);
  return /^\d{1,15}$/u.test(digits) ? Number(digits) : { unread: text };
};

const MARKS = { vi: { group: '.', decimal: ',' }, en: { group: ',', decimal: '.' } } as const;

/** A number that may have decimals, by the marks of the language: `1.234,5` in Vietnamese is `1,234.5` in English. */
export const readAmount = (typed: string, language: Language): number | Unread | undefined => {
  const text = typed.trim();
  if (text === '') return undefined;
  const { group, decimal } = MARKS[language];
  const [whole = '', ...parts] = text.replace(/^-/u, '').split(decimal);
  const digits = GROUPED.test(whole) && whole.includes(group) ? whole.replaceAll(group, '') : whole;
  const isRead = /^\d{1,12}$/u.test(digits) && parts.length <= 1 && parts.every((part) => /^\d{1,6}$/u.test(part));
  return isRead ? Number([text.startsWith('-') ? '-' : '', digits, '.', parts[0] ?? '0'].join('')) : { unread: text };
};

/** A number as it is read in the language; what could not be read as it was typed. */
export const written = (value: number | Unread | undefined | null, language: Language): string => {
  if (value === undefined || value === null) return '';
  if (isUnread(value)) return value.unread;
  return value.toLocaleString(language === 'vi' ? 'vi-VN' : 'en-GB', { maximumFractionDigits: 6 });
};
