import { localDateOf, organization, registration, regulation, type LocalDate, type Role } from '#domain';
import type { DirectoryState } from '#identity';
import { regulationOf, regulationsInForce, type RulesState } from '../regulation/rules.ts';

/** Who is needed until the first registration is accepted, in the order in which they act. */
const NEEDED: readonly Role[] = ['STANDING_BODY_OFFICER', 'DECISION_SIGNER', 'UNIT_OFFICER', 'UNIT_HEAD'];

/** One thing an office lacks before its first registration. */
export type StillMissing =
  | { readonly thing: 'UNITS' }
  /** Nobody holds the role; or somebody does, but has no password yet. */
  | { readonly thing: 'PERSON' | 'PASSWORD'; readonly role: Role }
  /** None is written; or one is, and waits for the signer. */
  | { readonly thing: 'REGULATION' | 'PUBLICATION' }
  /** One is published for a later day. */
  | { readonly thing: 'EFFECT'; readonly from: LocalDate }
  /** None is open; `passed` is the day for registrations by every regulation it could be opened under. */
  | { readonly thing: 'CYCLE'; readonly passed?: LocalDate }
  /** Those that are open take no registration in time any more: the last one, its day, and whether a reason helps. */
  | { readonly thing: 'DEADLINE'; readonly cycle: string; readonly passed: LocalDate; readonly withReason: boolean };

/** What an office lacks before its first registration, in the order in which it is best done; empty once it can begin. */
export const stillMissing = (
  { tree, book }: DirectoryState,
  rules: RulesState,
  at: string,
): readonly StillMissing[] => {
  const people = NEEDED.flatMap((role) => lackOf(role, { tree, book }, at));
  const registersItself = !people.some(({ thing, role }) => thing === 'PERSON' && role === 'UNIT_OFFICER');
  const hasUnits = organization.allUnits(tree).length > 1;
  return [
    ...(hasUnits || registersItself ? [] : [{ thing: 'UNITS' } as const]),
    ...people,
    ...lackOfRules(rules, at),
    ...lackOfCycle(rules, localDateOf(at)),
  ];
};

const lackOf = (role: Role, { tree, book }: DirectoryState, at: string) => {
  const holders = organization
    .allUnits(tree)
    .flatMap(({ unitId }) => organization.holdersAt(book, role, unitId, at))
    .map((personId) => organization.personOf(book, personId));
  if (holders.some((person) => person?.account?.status === 'OPEN')) return [];
  return [{ thing: holders.length === 0 ? 'PERSON' : 'PASSWORD', role } as const];
};

const lackOfRules = (rules: RulesState, at: string) => {
  const today = localDateOf(at);
  if (regulationsInForce(rules, today).size > 0) return [];
  const written = [...rules.regulations.values()].filter(({ status }) => status !== 'NONE');
  const [from] = written.flatMap((each) => ('from' in each && each.from > today ? [each.from] : [])).sort();
  if (from !== undefined) return [{ thing: 'EFFECT', from } as const];
  return [{ thing: written.length > 0 ? 'PUBLICATION' : 'REGULATION' } as const];
};

const lackOfCycle = (rules: RulesState, today: LocalDate): readonly StillMissing[] => {
  const open = [...rules.cycles.values()].filter((cycle) => cycle.status === 'OPEN');
  const last = open.toSorted((one, other) => (dayOf(one) < dayOf(other) ? -1 : 1)).at(-1);
  if (last === undefined) {
    const written = [...rules.regulations.values()].filter(({ status }) => status !== 'NONE');
    const passed = written
      .flatMap((each) => ('content' in each ? [each.content.registration.deadline] : []))
      .sort()
      .at(-1);
    return [{ thing: 'CYCLE', ...(passed !== undefined && passed < today ? { passed } : {}) }];
  }
  const withReason = regulationOf(rules, last.regulationId)?.content.registration.lateWithReason ?? false;
  return dayOf(last) < today ? [{ thing: 'DEADLINE', cycle: last.name, passed: dayOf(last), withReason }] : [];
};

const dayOf = (cycle: regulation.OpenedCycle): LocalDate =>
  regulation.deadlineOf(cycle, registration.CYCLE_STEP_OF.SubmitRegistration);
