import type { TypedNumber } from '../../shared/forms/number-fields.tsx';
import { isUnread } from '../../shared/forms/typed.ts';

/** A figure that is not known yet or has no data. */
type Figure = number | null | undefined;

/** The sum of those that have data; null when none has. The api computes and checks it again. */
export const sumOf = (figures: readonly Figure[]): number | null => {
  const data = figures.filter((each) => typeof each === 'number');
  return data.length === 0 ? null : data.reduce((sum, each) => sum + each, 0);
};

/** What stands in a field of figures: a number, or that there is no data. An untouched field holds nothing. */
export type TypedFigure = TypedNumber | 'none';

/** A figure as the form of a report names it. */
interface FormFigure {
  readonly code: string;
  readonly locked: boolean;
  readonly value: number | null;
  readonly sumOf: readonly string[];
}

/** Whether somebody types it: what the system knows, and a total, is computed. */
export const isTyped = ({ locked, sumOf: parts }: FormFigure): boolean => !locked && parts.length === 0;

/** A figure while others are typed, a total from its parts; not known before every part is. */
export const figureNow = (
  code: string,
  figures: readonly FormFigure[],
  typed: Readonly<Record<string, TypedFigure>>,
): Figure => {
  const figure = figures.find((each) => each.code === code);
  if (figure === undefined || figure.locked) return figure?.value;
  const stated = typed[code];
  if (isTyped(figure)) return stated === 'none' ? null : isUnread(stated) ? undefined : stated;
  const parts = figure.sumOf.map((part) => figureNow(part, figures, typed));
  return parts.includes(undefined) ? undefined : sumOf(parts);
};

/** Figures as they are sent: `none` says "no data", what was left empty is not sent. */
export const figuresSent = (typed: Readonly<Record<string, TypedFigure>> | undefined): Record<string, number | null> =>
  Object.fromEntries(
    Object.entries(typed ?? {}).flatMap(([code, figure]) =>
      figure === undefined || isUnread(figure) ? [] : [[code, figure === 'none' ? null : figure]],
    ),
  );

/** What the fields hold at first: what was submitted before, if it was. */
export const figuresTyped = (
  figures: readonly FormFigure[],
  submitted: boolean,
): Readonly<Record<string, TypedFigure>> =>
  Object.fromEntries(
    figures
      .filter((figure) => isTyped(figure) && (figure.value !== null || submitted))
      .map(({ code, value }) => [code, value ?? 'none']),
  );
