import type { Report } from '../../shared/api/generated/types.gen.ts';

export type Period = Report['period'];

/** As filters name it: `H1-2026`. */
export const codeOf = ({ kind, year }: Period): string => `${kind}-${year}`;

/** Every period of the years from the first report to the last, the latest first. */
export const periodsOf = (first: Period, last: Period): readonly Period[] =>
  Array.from({ length: last.year - first.year + 1 }, (_, back) => last.year - back).flatMap((year) => [
    { kind: 'ANNUAL', year } as const,
    { kind: 'H1', year } as const,
  ]);

/** The periods that a report is read beside: what the year began with, and the last year. */
export const before = ({ kind, year }: Period): readonly Period[] =>
  kind === 'ANNUAL'
    ? [
        { kind: 'H1', year },
        { kind: 'ANNUAL', year: year - 1 },
      ]
    : [
        { kind: 'H1', year: year - 1 },
        { kind: 'ANNUAL', year: year - 1 },
      ];
