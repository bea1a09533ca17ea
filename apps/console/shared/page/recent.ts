import type { Report } from '../api/generated/types.gen.ts';

/** A page that somebody was on. */
export interface Visited {
  readonly at: string;
  readonly title: string;
  /** What is named in the title. */
  readonly name?: string | null;
  /** Of a report's page: which it is, for its title is in the language of the visit. */
  readonly report?: Pick<Report, 'kind' | 'period'> | undefined;
}

const MOST = 8;

const keyOf = (personId: string): string => `kheo.recent.${personId}`;

/** The pages of things that a person was on last, on this machine, the last first. */
export const recentOf = (personId: string): readonly Visited[] => {
  try {
    return JSON.parse(localStorage.getItem(keyOf(personId)) ?? '[]') as readonly Visited[];
  } catch {
    return [];
  }
};

/** A thing's own page: `/registrations/<id>`, not a list nor a form. */
const OF_A_THING = /^\/[a-z]+\/[0-9a-f-]{36}$/u;

/** Remembers a page, if it is that of a thing. */
export const remember = (personId: string, { at, title, name = null, report }: Visited): void => {
  if (!OF_A_THING.test(at)) return;
  const others = recentOf(personId).filter((each) => each.at !== at);
  localStorage.setItem(keyOf(personId), JSON.stringify([{ at, title, name, report }, ...others].slice(0, MOST)));
};
