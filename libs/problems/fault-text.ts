import type { Problem } from '#domain';
import type { Sentence } from './language.ts';
import { REFUSALS } from './problem-table.ts';
import { refusalText } from './refusal-text.ts';
import { REGULATION_FAULTS } from './regulation-faults.ts';

const TEXTS: Readonly<Record<string, Sentence>> = { ...REFUSALS, ...REGULATION_FAULTS };

/** One fault among several, to people: what it is about, by name, then what is wrong. */
export const faultText = ({ code, about, params }: Problem): Sentence => {
  const { vi, en } = refusalText(TEXTS[code] ?? { vi: code, en: code }, params);
  return about === undefined ? { vi, en } : { vi: `${about}: ${vi}`, en: `${about}: ${en}` };
};
