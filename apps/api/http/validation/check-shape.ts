import type { FieldFault } from '../problem/fault.ts';

/** Deeper bodies are refused: no form of ours needs more. */
const MAX_DEPTH = 12;

const RESERVED = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * What no body may hold, whatever its form: names that reach an object's prototype, NUL and lone surrogates (a database
 * cannot store them), letters that are lost, numbers beyond the finite ones, nesting deeper than {@link MAX_DEPTH}.
 */
export const checkShape = (value: unknown, pointer = '', depth = 0): FieldFault | undefined => {
  if (typeof value === 'string') return checkString(value, pointer);
  if (typeof value === 'number') return Number.isFinite(value) ? undefined : { pointer, code: 'not-a-number' };
  if (typeof value !== 'object' || value === null) return undefined;
  if (depth >= MAX_DEPTH) return { pointer, code: 'too-deep', params: { max: MAX_DEPTH } };
  for (const key of Object.keys(value)) {
    const inner = `${pointer}/${escapePointer(key)}`;
    const fault = RESERVED.has(key)
      ? ({ pointer: inner, code: 'reserved-name' } as const)
      : (checkString(key, inner) ?? checkShape((value as Record<string, unknown>)[key], inner, depth + 1));
    if (fault !== undefined) return fault;
  }
  return undefined;
};

/** Neither a lone surrogate nor U+FFFD, which stands where a text was read in the wrong encoding: its letters are lost. */
export const isWhole = (text: string): boolean => text.isWellFormed() && !text.includes('\uFFFD');

const checkString = (text: string, pointer: string): FieldFault | undefined => {
  if (text.includes('\0')) return { pointer, code: 'control-character' };
  return isWhole(text) ? undefined : { pointer, code: 'not-well-formed' };
};

/** RFC 6901; cut, so that an answer never echoes a long name. */
export const escapePointer = (key: string): string =>
  key.toWellFormed().replaceAll('\0', '').slice(0, 100).replaceAll('~', '~0').replaceAll('/', '~1');
