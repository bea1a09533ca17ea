import type { DataOf } from '#domain';
import type { Told } from './told.ts';

/** One value that an event changed. */
export interface Change {
  /** JSON pointer into what the event is about, e.g. `/form/name`. */
  readonly pointer: string;
  readonly before: unknown;
  readonly after: unknown;
  /** What a unit, field or programme is called that is told by id or code. */
  readonly beforeName?: string;
  readonly afterName?: string;
}

type Type = Told['type'];

/** Which part of an event's data replaces the same part of an earlier event. */
const REPLACED: { readonly [T in Type]?: { readonly part?: keyof DataOf<T>; readonly before: readonly Type[] } } = {
  RegistrationRevised: { part: 'form', before: ['RegistrationDrafted', 'RegistrationRevised'] },
  RegulationRevised: { part: 'content', before: ['RegulationDrafted', 'RegulationRevised'] },
  CommendationRevised: { before: ['CommendationProposed', 'CommendationRevised'] },
  UnitRenamed: { part: 'name', before: ['UnitEstablished', 'UnitRenamed'] },
  UnitMoved: { part: 'parentId', before: ['UnitEstablished', 'UnitMoved'] },
};

/** The types of which the last one holds what an event of this type replaces. */
export const replacedTypes = (type: Type): readonly Type[] | undefined => REPLACED[type]?.before;

/** What an event changed, given the one that holds what it replaces. */
export const changesOf = (event: Told, previous: Told | undefined): Change[] => {
  if (event.type === 'EntryCorrected') return [correction(event.data)];
  if (event.type === 'DeadlineExtended') return [extension(event.data)];
  const rule = REPLACED[event.type];
  if (!rule) return [];
  return differences(part(previous?.data, rule.part), part(event.data, rule.part), rule.part ? `/${rule.part}` : '');
};

const part = (data: unknown, name: string | undefined): unknown =>
  name === undefined ? data : (data as Readonly<Record<string, unknown>> | undefined)?.[name];

const correction = ({ correctionId, field, oldValue, newValue }: DataOf<'EntryCorrected'>): Change => {
  return { pointer: correctionId === undefined ? `/${field}` : `/form/${field}`, before: oldValue, after: newValue };
};

const extension = ({ step, originalDueOn, dueOn }: DataOf<'DeadlineExtended'>): Change => {
  return { pointer: `/deadlines/${step}`, before: originalDueOn, after: dueOn };
};

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The places at which two values differ, as JSON pointers; lists are compared as a whole. */
const differences = (before: unknown, after: unknown, pointer: string): Change[] => {
  if (!isObject(before) || !isObject(after)) {
    return JSON.stringify(before) === JSON.stringify(after)
      ? []
      : [{ pointer, before: before ?? null, after: after ?? null }];
  }
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  const comparable = pointer === '' ? names.filter((name) => name in before && name in after) : names;
  return comparable.flatMap((name) => differences(before[name], after[name], `${pointer}/${name}`));
};
