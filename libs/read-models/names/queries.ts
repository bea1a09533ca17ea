import type { ReadModelsDb } from '../database.ts';
import { namesOfRecipients } from '../commendation-book/queries.ts';
import { titlesOfDecisions } from '../decision-book/queries.ts';
import type { AsOf } from '../paging/page.ts';
import { namesOfRegistrations } from '../register/queries.ts';
import { namesOfReports } from '../report-board/queries.ts';
import { namesOfCodesIn, namesOfCycles, titlesOfRegulations } from '../rules/queries.ts';
import { namesOfPeople, namesOfUnits } from '../units/queries.ts';
import { AS_RECORDED, namesBeside, type NameKind } from './fields.ts';

type Names = (id: string, on: string) => string | undefined;
type Lookup = (db: ReadModelsDb, ids: readonly string[], asOf: AsOf) => Promise<Names>;

const undated =
  (namesOf: (db: ReadModelsDb, ids: readonly string[]) => Promise<ReadonlyMap<string, string>>): Lookup =>
  async (db, ids) => {
    const names = await namesOf(db, ids);
    return (id) => names.get(id);
  };

/** A code is looked up with the cycle it is used in. */
const codeIn = (cycleId: string, code: string): string => `${cycleId} ${code}`;

const namesOfCodes: Lookup = async (db, used) => {
  const names = await namesOfCodesIn(db, [...new Set(used.map((each) => each.slice(0, each.indexOf(' '))))]);
  return (each) => names(each.slice(0, each.indexOf(' ')), each.slice(each.indexOf(' ') + 1));
};

/** What is followed up or told by its trail. A report is called by its kind and period: its unit is told beside it. */
const namesOfSubjects = async (db: ReadModelsDb, ids: readonly string[]): Promise<ReadonlyMap<string, string>> =>
  new Map([
    ...(await namesOfRegistrations(db, ids)),
    ...(await namesOfReports(db, ids)),
    ...(await namesOfRecipients(db, ids)),
  ]);

const LOOKUPS: Readonly<Record<NameKind, Lookup>> = {
  unit: namesOfUnits,
  person: undated(namesOfPeople),
  cycle: undated(namesOfCycles),
  regulation: undated(titlesOfRegulations),
  registration: undated(namesOfRegistrations),
  subject: undated(namesOfSubjects),
  decision: undated(titlesOfDecisions),
  code: namesOfCodes,
};

/**
 * An answer with the name of each thing it names by id, in the field that {@link namesBeside} says: one question a kind,
 * however long the answer is. A unit has the name it had on the day of the act that is told, else that of the day asked
 * about. Null for what has no name.
 */
export const withNames = async <Answer>(
  db: ReadModelsDb,
  answer: Answer,
  { today, ...asOf }: AsOf & { readonly today: string },
): Promise<Answer> => {
  const ids = new Map<NameKind, Set<string>>();
  walk(answer, today, (of, id) => {
    ids.set(of, (ids.get(of) ?? new Set()).add(id));
    return null;
  });
  if (ids.size === 0) return answer;
  const names = new Map<NameKind, Names>();
  for (const [of, wanted] of ids) names.set(of, await LOOKUPS[of](db, [...wanted], asOf));
  return walk(answer, asOf.asOf ?? today, (of, id, on) => names.get(of)?.(id, on) ?? null) as Answer;
};

type NameOf = (of: NameKind, id: string, on: string) => string | null;

/** The same answer with names beside the ids. Null stays null: who is not told the id is not told the name. */
const walk = (value: unknown, day: string, nameOf: NameOf): unknown => {
  if (Array.isArray(value)) return value.map((each) => walk(each, day, nameOf));
  if (typeof value !== 'object' || value === null) return value;
  const on = dayOf(value) ?? day;
  const beside = new Map(namesBeside(Object.keys(value)).map(([field, ...name]) => [field, name]));
  const { cycleId } = value as { readonly cycleId?: unknown };
  const told: Record<string, unknown> = {};
  for (const [field, part] of Object.entries(value)) {
    told[field] = AS_RECORDED.includes(field) ? part : walk(part, on, nameOf);
    const [of, name] = beside.get(field) ?? [];
    if (of === undefined || name === undefined) continue;
    const named = (id: string) => nameOf(of, of === 'code' ? codeIn(String(cycleId), id) : id, on);
    if (typeof part === 'string') told[name] = named(part);
    if (part === null) told[name] = null;
    if (Array.isArray(part)) told[name] = part.map(named);
  }
  return told;
};

/** The day of the decision or paper that is told. */
const dayOf = ({ issuedOn, decidedOn }: { readonly issuedOn?: unknown; readonly decidedOn?: unknown }) =>
  [issuedOn, decidedOn].find((day): day is string => typeof day === 'string' && day !== '');
