import type { Texts } from '../../shared/texts/vi/index.ts';

interface Question {
  readonly text: Exclude<keyof Texts['audit']['questions'], 'title' | 'others'>;
  /** Of which year, where it is asked of one. */
  readonly year: string;
  /** Asked of people and of what they took out, which not everybody is told. */
  readonly ofPeople?: boolean;
  /** The filters that ask it. */
  readonly filters: Readonly<Record<string, string>>;
}

/** What auditors ask most: of the year that a day lies in, and of the year before. */
export const questionsOf = (today: string): readonly Question[] => {
  const year = Number(today.slice(0, 4));
  const ofYears = (text: Question['text'], kind: string): Question[] =>
    [String(year), String(year - 1)].map((each) => ({
      text,
      year: each,
      filters: { kind, from: `${each}-01-01`, to: `${each}-12-31` },
    }));
  return [
    ...ofYears('corrections', 'CORRECTIONS'),
    ...ofYears('decisions', 'DECISIONS'),
    ...ofYears('recognitions', 'RECOGNITIONS'),
    { text: 'grants', year: '', ofPeople: true, filters: { kind: 'GRANTS' } },
    { text: 'exports', year: '', ofPeople: true, filters: { kind: 'EXPORTS' } },
  ];
};
