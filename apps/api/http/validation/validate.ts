import { plainToInstance } from 'class-transformer';
import { validateSync, type ValidationError } from 'class-validator';
import { escapePointer } from './check-shape.ts';
import type { Fault, FieldFault } from '../problem/fault.ts';

export type Class<T extends object = object> = new () => T;

/** The body of a command that asks for nothing: any field is unknown. */
export class NoFields {}

export type Validated<T> =
  { readonly kind: 'valid'; readonly value: T } | { readonly kind: 'invalid'; readonly faults: readonly FieldFault[] };

/** At most so many faults are told at once. */
const MAX_FAULTS = 50;

/** Turns what arrived into an instance of `type`, or tells every field that is wrong. Unknown fields are refused. */
export const validate = <T extends object>(type: Class<T>, input: unknown): Validated<T> => {
  const plain = input ?? {};
  if (typeof plain !== 'object' || Array.isArray(plain)) return invalid([{ pointer: '', code: 'not-an-object' }]);
  if ((type as Class) === NoFields) return noFields(plain) as Validated<T>;
  const value = plainToInstance(type, plain);
  const errors = validateSync(value, { whitelist: true, forbidNonWhitelisted: true, forbidUnknownValues: true });
  return errors.length === 0 ? { kind: 'valid', value } : invalid(errors.flatMap((error) => faultsOf(error, '')));
};

const invalid = (faults: readonly FieldFault[]): Validated<never> => ({
  kind: 'invalid',
  faults: faults.slice(0, MAX_FAULTS),
});

const noFields = (plain: object): Validated<NoFields> => {
  const faults = Object.keys(plain).map((key) => ({
    pointer: `/${escapePointer(key)}`,
    code: 'unknown-field' as const,
  }));
  return faults.length === 0 ? { kind: 'valid', value: new NoFields() } : invalid(faults);
};

const faultsOf = (error: ValidationError, parent: string): FieldFault[] => {
  const pointer = `${parent}/${escapePointer(error.property)}`;
  const constraints = error.constraints ?? {};
  const own = Object.keys(constraints).length === 0 ? [] : [placed(pointer, faultOf(constraints))];
  return [...own, ...(error.children ?? []).flatMap((child) => faultsOf(child, pointer))];
};

const placed = (pointer: string, { within = '', ...fault }: Fault): FieldFault => ({
  pointer: pointer + within,
  ...fault,
});

const faultOf = (constraints: Readonly<Record<string, string>>): Fault => {
  if (constraints['field'] !== undefined) return JSON.parse(constraints['field']) as Fault;
  if (constraints['whitelistValidation'] !== undefined) return { code: 'unknown-field' };
  return { code: constraints['nestedValidation'] === undefined ? 'malformed' : 'not-an-object' };
};
