import { applyDecorators } from '@nestjs/common';
import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import { ValidateBy, ValidateIf, ValidateNested } from 'class-validator';
import { onlyVisible, tidy } from '#domain';
import {
  checkId,
  checkInstant,
  checkList,
  checkLocalDate,
  checkNumber,
  checkNumbersByCode,
  checkObject,
  checkOneOf,
  checkOrder,
  checkText,
  checkTextsByDate,
  checkWholeNumber,
  checkYesNo,
  eachOf,
  type ListBounds,
  type NumberBounds,
  type TextBounds,
} from './checks.ts';
import type { Check } from '../problem/fault.ts';
import { INSTANT_OR_DAY, instantOf } from './instant.ts';

/**
 * One decorator a field: it says to class-validator what is taken and to OpenAPI what to write.
 * A field is required unless `optional`; `null` is never taken for "absent".
 */
export interface FieldOptions {
  readonly optional?: boolean;
  readonly description?: string;
}

type Class = new () => object;

/** A line of text; stored NFC with white space tidied. With `lines`, a text of several lines. */
export const Text = (options: FieldOptions & TextBounds & { readonly format?: 'email' }): PropertyDecorator =>
  field(
    checkText(options),
    {
      ...{ type: 'string', minLength: options.min ?? 1, maxLength: options.max },
      ...(options.format === undefined ? {} : { format: options.format }),
    },
    options,
    Transform(({ value }: { value: unknown }) => clean(value, options.lines ?? false)),
  );

/** A civil date in Vietnam, `YYYY-MM-DD`; not before the day of the field that `notBefore` names, where both are given. */
export const LocalDateField = ({
  notBefore,
  ...options
}: FieldOptions & { readonly notBefore?: string } = {}): PropertyDecorator =>
  field(
    (value, owner) =>
      checkLocalDate(value, owner) ?? (notBefore === undefined ? undefined : checkOrder(value, notBefore, owner)),
    { type: 'string', format: 'date' },
    options,
  );

/** An instant, or a day for its last moment in Vietnam; kept in UTC with milliseconds. See {@link instantOf}. */
export const InstantField = (options: FieldOptions = {}): PropertyDecorator =>
  field(
    checkInstant,
    { ...INSTANT_OR_DAY, example: '2026-03-02T08:30:00+07:00' },
    options,
    Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? (instantOf(value) ?? value) : value)),
  );

/** A UUID in lower case. */
export const IdField = (options: FieldOptions = {}): PropertyDecorator =>
  field(checkId, { type: 'string', format: 'uuid' }, options);

export const WholeNumber = (options: FieldOptions & NumberBounds): PropertyDecorator =>
  field(checkWholeNumber(options), { type: 'integer', minimum: options.min, maximum: options.max }, options);

/** A whole number that arrives as text, as query parameters do. */
export const WholeNumberText = (options: FieldOptions & NumberBounds): PropertyDecorator =>
  field(
    checkWholeNumber(options),
    { type: 'integer', minimum: options.min, maximum: options.max },
    options,
    Transform(({ value }: { value: unknown }) =>
      typeof value === 'string' && /^-?\d{1,300}$/u.test(value) ? Number(value) : value,
    ),
  );

/** A finite number. */
export const NumberField = (options: FieldOptions & NumberBounds): PropertyDecorator =>
  field(checkNumber(options), { type: 'number', minimum: options.min, maximum: options.max }, options);

export const YesNo = (options: FieldOptions = {}): PropertyDecorator => field(checkYesNo, { type: 'boolean' }, options);

export const OneOf = (
  values: readonly string[],
  {
    anyCase = false,
    orNull = false,
    ...options
  }: FieldOptions & { readonly anyCase?: boolean; readonly orNull?: boolean } = {},
): PropertyDecorator =>
  field(
    (value, owner) => (orNull && value === null ? undefined : checkOneOf(values)(value, owner)),
    orNull ? ({ type: ['string', 'null'], enum: [...values, null] } as object) : { type: 'string', enum: [...values] },
    options,
    ...(anyCase ? [Transform(({ value }: { value: unknown }) => toUpper(value))] : []),
  );

/** A line of text of one form, e.g. `H1-2026`. */
export const Shaped = (pattern: RegExp, options: FieldOptions = {}): PropertyDecorator =>
  field(
    (value) => (typeof value === 'string' && pattern.test(value) ? undefined : { code: 'malformed' }),
    { type: 'string', pattern: pattern.source },
    options,
  );

/** Whole numbers by their codes; null says that there is no data. */
export const NumbersByCode = (
  options: FieldOptions & { readonly max: number; readonly each: NumberBounds },
): PropertyDecorator =>
  field(
    checkNumbersByCode(options.max, options.each),
    { type: 'object', additionalProperties: { type: ['integer', 'null'] } as object, maxProperties: options.max },
    options,
  );

/** Texts by local date, tidied as {@link Text} is. */
export const TextsByDate = (
  options: FieldOptions & { readonly max: number; readonly each: TextBounds },
): PropertyDecorator =>
  field(
    checkTextsByDate(options.max, options.each),
    {
      type: 'object',
      additionalProperties: { type: 'string', maxLength: options.each.max },
      maxProperties: options.max,
    },
    options,
    Transform(({ value }: { value: unknown }) =>
      checkObject(value) === undefined
        ? Object.fromEntries(Object.entries(value as object).map(([day, text]) => [day, clean(text, false)]))
        : value,
    ),
  );

/** An object of its own class. */
export const Part = (type: () => Class, options: FieldOptions = {}): PropertyDecorator =>
  field(checkObject, { type: lazily(type) }, options, ValidateNested(), Type(type));

/** OpenAPI takes a function for a class that is told later only when its name is `type`; another leaves an empty reference. */
const lazily = (of: () => Class): (() => Class) => ({ type: () => of() }).type;

/** A list of objects of one class. */
export const ListOf = (type: () => Class, options: FieldOptions & ListBounds): PropertyDecorator =>
  field(
    eachOf(checkList(options), checkObject),
    { type: lazily(type), isArray: true, ...sizes(options) },
    options,
    ValidateNested({ each: true }),
    Type(type),
  );

export const IdList = (options: FieldOptions & ListBounds): PropertyDecorator =>
  field(
    eachOf(checkList(options), checkId),
    { type: 'array', items: { type: 'string', format: 'uuid' }, ...sizes(options) },
    options,
  );

/** Ids in an address: one parameter for each, or all in one with commas. */
export const IdsInQuery = (options: FieldOptions & ListBounds): PropertyDecorator =>
  applyDecorators(
    IdList(options),
    Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.split(',') : value)),
  );

export const DateList = (options: FieldOptions & ListBounds): PropertyDecorator =>
  field(
    eachOf(checkList(options), checkLocalDate),
    { type: 'array', items: { type: 'string', format: 'date' }, ...sizes(options) },
    options,
  );

export const TextList = (options: FieldOptions & ListBounds & { readonly each: TextBounds }): PropertyDecorator =>
  field(
    eachOf(checkList(options), checkText(options.each)),
    { type: 'array', items: { type: 'string', maxLength: options.each.max }, ...sizes(options) },
    options,
    Transform(({ value }: { value: unknown }) =>
      Array.isArray(value) ? value.map((item: unknown) => clean(item, options.each.lines ?? false)) : value,
    ),
  );

export const ListOfOneOf = (values: readonly string[], options: FieldOptions & ListBounds): PropertyDecorator =>
  field(
    eachOf(checkList(options), checkOneOf(values)),
    { type: 'array', items: { type: 'string', enum: [...values] }, ...sizes(options) },
    options,
  );

const sizes = ({ min = 0, max }: ListBounds): { minItems: number; maxItems: number } => ({
  minItems: min,
  maxItems: max,
});

const toUpper = (value: unknown): unknown => (typeof value === 'string' ? value.toUpperCase() : value);

const clean = (value: unknown, lines: boolean): unknown => {
  if (typeof value !== 'string') return value;
  return lines ? onlyVisible(value).normalize('NFC').replaceAll('\r\n', '\n').trim() : tidy(value);
};

const field = (
  check: Check,
  schema: ApiPropertyOptions,
  { optional = false, description }: FieldOptions,
  ...more: PropertyDecorator[]
): PropertyDecorator => {
  const full: Check = (value, owner) => (value === undefined ? { code: 'required' } : check(value, owner));
  return applyDecorators(
    ...(optional ? [ValidateIf((_owner: object, value: unknown) => value !== undefined)] : []),
    ValidateBy({
      name: 'field',
      validator: {
        validate: (value: unknown, args) => full(value, args?.object) === undefined,
        defaultMessage: (args) => JSON.stringify(full(args?.value, args?.object) ?? { code: 'malformed' }),
      },
    }),
    ApiProperty({
      ...schema,
      required: !optional,
      ...(description === undefined ? {} : { description }),
    } as ApiPropertyOptions),
    ...more,
  );
};
