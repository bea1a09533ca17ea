import type { Language } from '#problems';

/** What is counted: a unit may owe two reports for a period, one of each kind. */
const COUNTED = {
  units: { vi: 'đơn vị', en: 'units' },
  reports: { vi: 'báo cáo', en: 'reports' },
} as const satisfies Readonly<Record<string, Readonly<Record<Language, string>>>>;

/** So many of so many, and of what: `48/52 đơn vị`. */
export const coverageText = (part: number, whole: number, counted: keyof typeof COUNTED, language: Language): string =>
  `${String(part)}/${String(whole)} ${COUNTED[counted][language]}`;
