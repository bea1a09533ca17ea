import { fold, registration, type Rejected } from '#domain';
import { authorize } from '#identity';
import type { ListRow } from '#papers';
import { registrationUseCase, type Answered, type Rejection } from '#use-cases';
import type { Remark, RowResult } from '../import.ts';
import type { Tools } from '../rows/tools.ts';
import { changedByBoth, editedByHand, failed, nameTaken, type HeadingOf } from '../rows/remarks.ts';
import { differenceOf, type Difference, type Values } from '../rows/three-ways.ts';
import { findRegistration, revisionId, type ListedRegistration } from './listed-registration.ts';
import type { Namesakes } from './namesakes.ts';
import { formOf, readRow, type RegistrationRow } from './read-row.ts';
import type { RegistrationTarget } from './target.ts';

/** What a row of models acts with, beside what every row does. */
export interface RegistrationTools extends Tools {
  readonly namesakes: Namesakes;
}

/**
 * Drafts the model of a row, or revises what the list made before. What somebody changed by hand since stays; a row whose
 * registration has gone further is refused by the rule that says so.
 */
export const importRegistration = async (
  row: ListRow,
  target: RegistrationTarget,
  tools: RegistrationTools,
): Promise<RowResult> => {
  const read = readRow(row, target, tools.headingOf);
  if (!('known' in read)) return failed(...read);
  const directory = await tools.ports.directory.current();
  const { DraftRegistration: roles } = registration.rights;
  const at = tools.ports.clock.now();
  // Before anything is compared, which would tell what is there.
  const right = authorize(directory, { personId: tools.caller.personId, roles, unitId: read.unitId, at });
  if (typeof right === 'string')
    return failed({
      reason: right === 'not-yours' ? 'not-found' : 'role-not-allowed',
      keys: ['unit'],
      heading: tools.headingOf('unit'),
    });
  return tools.again(async () => {
    const place = { cycleId: target.cycleId, cell: row.cells['unit'] ?? '' };
    const known = await findRegistration(tools.ports.store, directory.tree, place, read);
    const { name = '' } = read.values;
    const isNewName = fold(known.thing?.now['name'] ?? '') !== fold(name);
    if (isNewName && tools.namesakes({ ...read, name }).some((id) => id !== known.registrationId))
      return failed(nameTaken(tools.headingOf));
    return known.thing === undefined
      ? draft(known, read, target, tools)
      : revise(known, known.thing, read.values, target, tools);
  });
};

const draft = async (
  { rowId }: ListedRegistration,
  { unitId, values }: RegistrationRow,
  target: RegistrationTarget,
  { ports, caller, dryRun }: Tools,
): Promise<RowResult | Rejected<Rejection>> => {
  const form = formOf(values);
  const data = { unitId, cycleId: target.cycleId, form, origin: { kind: 'NEW' } } as const;
  const ask = { type: 'DraftRegistration', idempotencyKey: rowId, caller, dryRun, data } as const;
  const remarks = stillLacking(form, target);
  return resultOf(await registrationUseCase.run(ports, ask), { kind: 'created', remarks });
};

/** A draft may be incomplete: it is told what handing it in will take. */
const stillLacking = (form: registration.RegistrationForm, { lacks }: RegistrationTarget): readonly Remark[] => {
  const items = lacks(form);
  return items.length === 0 ? [] : [{ reason: 'required-item-missing', params: { items } }];
};

const revise = async (
  { registrationId: id, rowId }: ListedRegistration,
  thing: NonNullable<ListedRegistration['thing']>,
  values: Values,
  target: RegistrationTarget,
  { ports, caller, dryRun, doneBefore, headingOf }: Tools,
): Promise<RowResult | Rejected<Rejection>> => {
  const difference = differenceOf(values, thing);
  const told = settledBy(difference, values, thing, headingOf);
  if (told !== undefined) return told.kind === 'unchanged' ? (doneBefore(thing) ?? told) : told;
  const changes = Object.fromEntries(difference.changed.map((key) => [key, values[key] ?? '']));
  const form = formOf({ ...thing.now, ...changes });
  const idempotencyKey = revisionId(rowId, thing.revision, form);
  const ask = { type: 'ReviseRegistration', id, idempotencyKey, ifMatch: [thing.revision], caller, dryRun } as const;
  const remarks = [
    ...(difference.byHand.length === 0 ? [] : [editedByHand(headingOf, difference.byHand, thing.byHandAt)]),
    ...stillLacking(form, target),
  ];
  return resultOf(await registrationUseCase.run(ports, { ...ask, data: { form } }), { kind: 'changed', remarks });
};

/** What needs no command. */
const settledBy = (
  { changed, byHand, conflicting }: Difference,
  values: Values,
  { now, byHandAt }: NonNullable<ListedRegistration['thing']>,
  headingOf: HeadingOf,
): RowResult | undefined => {
  if (conflicting.length > 0)
    return failed(
      ...conflicting.map((key) =>
        changedByBoth(headingOf, key, { listed: values[key] ?? '', now: now[key] ?? '' }, byHandAt),
      ),
    );
  if (changed.length > 0) return undefined;
  return byHand.length === 0
    ? { kind: 'unchanged', remarks: [] }
    : { kind: 'kept', remarks: [editedByHand(headingOf, byHand, byHandAt)] };
};

const resultOf = (answer: Answered, result: RowResult): RowResult | Rejected<Rejection> =>
  answer.kind === 'rejected' ? answer : result;

/** The column of a field that a rule names. */
export const registrationColumn = (pointer: string): string | undefined => {
  if (pointer === '/unitId') return 'unit';
  return /^\/form\/(\w+)/u.exec(pointer)?.[1];
};
