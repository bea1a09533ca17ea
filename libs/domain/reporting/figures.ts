import { reject, type Rejected } from '../kernel/index.ts';
import { codeAndName } from '../regulation/code-and-name.ts';
import type { FigureDefinition } from '../regulation/events.ts';
import type { Figures } from './events.ts';
import type { ReportRejection } from './commands.ts';

type Figure = number | null;
type Fault = Rejected<ReportRejection> | undefined;

interface Completed {
  readonly kind: 'completed';
  readonly figures: Figures;
}

/** No figure of one report is larger: those of 9,007 reports still add up exactly (2^53). */
export const LARGEST_FIGURE = 1_000_000_000_000;

/** How "no data" is shown where a refusal names a figure. */
const NO_DATA = '–';

/** A figure by its code; null where there is none. */
export const figureOf = (figures: Figures, code: string): Figure =>
  Object.hasOwn(figures, code) ? (figures[code] ?? null) : null;

/** The sum of those that have data; null when none has. */
const sumOfFigures = (figures: readonly Figure[]): Figure => {
  const data = figures.filter((each) => each !== null);
  return data.length === 0 ? null : data.reduce((sum, each) => sum + each, 0);
};

/** Each figure summed over several reports; one without data anywhere has none in the sum. */
export const sumFigures = (definitions: readonly FigureDefinition[], reports: readonly Figures[]): Figures =>
  Object.fromEntries(
    definitions.map(({ code }) => [code, sumOfFigures(reports.map((figures) => figureOf(figures, code)))]),
  );

/**
 * All figures of a report: what was typed, what is locked, and totals that were left out. Refuses a figure nobody
 * defined, one that is no whole number from 0 to {@link LARGEST_FIGURE}, a locked one that was changed, a total that is not the sum of its
 * parts, and a required one without data. Locked figures are taken as they are: nobody could put them right.
 */
export const completeFigures = (
  definitions: readonly FigureDefinition[],
  typed: Figures,
  locked: Figures,
): Completed | Rejected<ReportRejection> => {
  const given: Figures = { ...typed, ...locked };
  const totals = new Map(definitions.map(({ code, sumOf }) => [code, sumOf]));
  const known = new Map(definitions.map((each) => [each.code, each]));
  const value = (code: string, above: readonly string[] = []): Figure => {
    const stated = figureOf(given, code);
    if (stated !== null || Object.hasOwn(locked, code) || above.includes(code)) return stated;
    return sumOfFigures((totals.get(code) ?? []).map((part) => value(part, [...above, code])));
  };
  const figures: Figures = Object.fromEntries(definitions.map(({ code }) => [code, value(code)]));
  const fault =
    first(Object.keys(typed), (code) => typedWrong(code, typed, locked, known)) ??
    first(definitions, (definition) => tooLarge(definition, figures, locked)) ??
    first(definitions, (definition) => sumWrong(definition, figures, locked)) ??
    first(definitions, (definition) => requiredMissing(definition, figures, locked));
  return fault ?? { kind: 'completed', figures };
};

const typedWrong = (
  code: string,
  typed: Figures,
  locked: Figures,
  known: ReadonlyMap<string, FigureDefinition>,
): Fault => {
  const pointer = pointerTo(code);
  const value = figureOf(typed, code);
  const definition = known.get(code);
  if (definition === undefined)
    return reject('figure-unknown', {
      pointer,
      params: { figure: code, figures: [...known.values()].map(codeAndName) },
    });
  if (value !== null && !isFigure(value)) return invalid(definition);
  if (!Object.hasOwn(locked, code)) return undefined;
  const expected = figureOf(locked, code);
  return value === expected
    ? undefined
    : reject('figure-locked', { pointer, params: { figure: definition.name, expected: expected ?? NO_DATA } });
};

const isFigure = (figure: number): boolean => Number.isInteger(figure) && figure >= 0 && figure <= LARGEST_FIGURE;

const invalid = ({ code, name }: FigureDefinition): Fault =>
  reject('figure-invalid', { pointer: pointerTo(code), params: { figure: name, max: LARGEST_FIGURE } });

/** A total that was left out is as bounded as one that was typed. */
const tooLarge = (definition: FigureDefinition, figures: Figures, locked: Figures): Fault =>
  isFigure(figureOf(figures, definition.code) ?? 0) || Object.hasOwn(locked, definition.code)
    ? undefined
    : invalid(definition);

const sumWrong = (definition: FigureDefinition, figures: Figures, locked: Figures): Fault => {
  const { code, name, sumOf } = definition;
  const actual = figureOf(figures, code);
  if (sumOf === undefined || actual === null) return undefined;
  if ([code, ...sumOf].every((each) => Object.hasOwn(locked, each))) return undefined;
  const expected = sumOfFigures(sumOf.map((part) => figureOf(figures, part)));
  return actual === expected
    ? undefined
    : reject('figures-do-not-add-up', {
        pointer: pointerTo(code),
        params: { figure: name, expected: expected ?? NO_DATA, actual },
      });
};

const requiredMissing = (definition: FigureDefinition, figures: Figures, locked: Figures): Fault => {
  const { code, name, required = false } = definition;
  return required && figureOf(figures, code) === null && !Object.hasOwn(locked, code)
    ? reject('figure-required', { pointer: pointerTo(code), params: { figure: name } })
    : undefined;
};

const pointerTo = (code: string): string => `/figures/${code.replaceAll('~', '~0').replaceAll('/', '~1')}`;

const first = <Item>(items: readonly Item[], faultOf: (item: Item) => Fault): Fault => {
  for (const item of items) {
    const fault = faultOf(item);
    if (fault !== undefined) return fault;
  }
  return undefined;
};
