import { isLocalDate } from '#domain';
import { escapePointer, isWhole } from './check-shape.ts';
import type { Check, Fault } from '../problem/fault.ts';
import { instantOf } from './instant.ts';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/u;
const VISIBLE = /[\p{L}\p{N}\p{P}\p{S}]/u;
const CONTROL_OF_A_LINE = /\p{Cc}/u;
const CONTROL_OF_LINES = /[^\P{Cc}\n\t]/u;

/** Lower-case UUID of any version: ids are compared as text. */
export const isId = (value: unknown): value is string => typeof value === 'string' && UUID.test(value);

export const checkId: Check = (value) => (isId(value) ? undefined : { code: 'not-an-id' });

export const checkLocalDate: Check = (value) =>
  typeof value === 'string' && isLocalDate(value) && value >= '1900-01-01' && value <= '2199-12-31'
    ? undefined
    : { code: 'not-a-date' };

/** Two days of which the first is told in another field of the owner. */
export const checkOrder = (last: unknown, from: string, owner: object = {}): Fault | undefined => {
  const first = (owner as Readonly<Record<string, unknown>>)[from];
  const isBefore = typeof first === 'string' && typeof last === 'string' && last < first;
  return isBefore ? { code: 'too-early', params: { from } } : undefined;
};

export const checkInstant: Check = (value) =>
  typeof value === 'string' && instantOf(value) !== undefined ? undefined : { code: 'not-an-instant' };

export interface TextBounds {
  /** In characters (code points), after white space was tidied. */
  readonly max: number;
  readonly min?: number;
  /** Keeps line ends and tabs. */
  readonly lines?: boolean;
}

export const checkText =
  ({ max, min = 1, lines = false }: TextBounds): Check =>
  (value) => {
    if (typeof value !== 'string') return { code: 'not-text' };
    if (!isWhole(value)) return { code: 'not-well-formed' };
    if ((lines ? CONTROL_OF_LINES : CONTROL_OF_A_LINE).test(value)) return { code: 'control-character' };
    const length = value.length <= max ? value.length : [...value].length;
    if (length > max) return { code: 'too-long', params: { max } };
    if (min > 0 && !VISIBLE.test(value)) return { code: 'required' };
    return length < min ? shorterThan(min, length) : undefined;
  };

const shorterThan = (min: number, length: number): Fault =>
  length === 0 ? { code: 'required' } : { code: 'too-short', params: { min } };

export interface NumberBounds {
  readonly min: number;
  readonly max: number;
}

const within = (value: number, { min, max }: NumberBounds): Fault | undefined => {
  if (value < min) return { code: 'too-small', params: { min } };
  return value > max ? { code: 'too-large', params: { max } } : undefined;
};

export const checkWholeNumber =
  (bounds: NumberBounds): Check =>
  (value) =>
    Number.isInteger(value) ? within(Number(value), bounds) : { code: 'not-a-whole-number' };

export const checkNumber =
  (bounds: NumberBounds): Check =>
  (value) =>
    typeof value === 'number' && Number.isFinite(value) ? within(value, bounds) : { code: 'not-a-number' };

export const checkOneOf =
  (values: readonly string[]): Check =>
  (value) =>
    typeof value === 'string' && values.includes(value)
      ? undefined
      : { code: 'not-one-of', params: { values: values.join(', ') } };

export const checkYesNo: Check = (value) => (typeof value === 'boolean' ? undefined : { code: 'not-true-or-false' });

export const checkObject: Check = (value) =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? undefined : { code: 'not-an-object' };

/**
 * An object of at most so many names, each with a whole number or null; the first that is wrong is named. What a number
 * may be is left to the rule that knows what it counts, but for those that are no longer exact.
 */
export const checkNumbersByCode = (max: number, each: NumberBounds): Check =>
  checkEntries(max, (_code, number) =>
    number === null || Number.isSafeInteger(number) ? undefined : checkWholeNumber(each)(number),
  );

/** Texts by local date. */
export const checkTextsByDate = (max: number, each: TextBounds): Check =>
  checkEntries(max, (day, text) => checkLocalDate(day) ?? checkText(each)(text));

/** An object of no more than `max` entries; the first one at fault is told by its key. */
const checkEntries =
  (max: number, check: (key: string, value: unknown) => Fault | undefined): Check =>
  (value) => {
    const notObject = checkObject(value);
    if (notObject !== undefined) return notObject;
    const entries = Object.entries(value as object);
    if (entries.length > max) return { code: 'too-many', params: { max } };
    for (const [key, member] of entries) {
      const fault = check(key, member);
      if (fault !== undefined) return { ...fault, within: `/${escapePointer(key)}` };
    }
    return undefined;
  };

export interface ListBounds {
  readonly max: number;
  readonly min?: number;
}

export const checkList =
  ({ max, min = 0 }: ListBounds): Check =>
  (value) => {
    if (!Array.isArray(value)) return { code: 'not-a-list' };
    if (value.length > max) return { code: 'too-many', params: { max } };
    return value.length < min ? { code: 'too-few', params: { min } } : undefined;
  };

/** Every member must pass; the first fault found is the list's. */
export const eachOf =
  (list: Check, member: Check): Check =>
  (value) =>
    list(value) ?? (value as readonly unknown[]).map((each) => member(each)).find((fault) => fault !== undefined);
