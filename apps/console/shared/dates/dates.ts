import type { Language } from '../texts/i18n.ts';

/** Where the dates of the domain are; a browser elsewhere shows the same. */
const ZONE = 'Asia/Ho_Chi_Minh';

/** `2026-03-02` → `02/03/2026`, in both languages: a date of a paper is written in one way. */
export const day = (date: string): string => date.slice(0, 10).split('-').reverse().join('/');

const clock = new Intl.DateTimeFormat('en-GB', {
  timeZone: ZONE,
  ...{ day: '2-digit', month: '2-digit', year: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
});

/** An instant as the clocks in Vietnam show it: `02/03/2026 08:30`. */
export const instant = (iso: string): string => clock.format(new Date(iso)).replace(',', '');

const isoDay = new Intl.DateTimeFormat('en-CA', { timeZone: ZONE, dateStyle: 'short' });

/** The day it is in Vietnam, `2026-03-02`. */
export const today = (now = new Date()): string => isoDay.format(now);

const locale = { vi: 'vi-VN', en: 'en-GB' } as const;

/** `183.676` in Vietnamese, `183,676` in English. */
export const count = (value: number, language: Language): string => value.toLocaleString(locale[language]);

/** A share of a whole with one decimal, rounded, but what lacks anything is never 100 %: `82,4 %`; `–` of nothing. */
export const percent = (part: number, whole: number, language: Language): string => {
  if (whole === 0) return '–';
  const share = part < whole ? Math.min((part * 100) / whole, 99.9) : (part * 100) / whole;
  return `${share.toLocaleString(locale[language], { minimumFractionDigits: 1, maximumFractionDigits: 1 })} %`;
};

/** Which day of the week a date is: `Thứ Bảy`, `Saturday`. */
export const weekday = (date: string, language: Language): string =>
  new Date(date).toLocaleDateString(locale[language], { weekday: 'long', timeZone: 'UTC' });

/** Days from one date to another; negative when it lies before. */
export const daysBetween = (from: string, until: string): number =>
  Math.round((Date.parse(until.slice(0, 10)) - Date.parse(from.slice(0, 10))) / 86_400_000);
