import { localDateOf, organization, type LocalDate, type Role } from '#domain';
import type { DirectoryState } from '#identity';
import { regulationsInForce, type RulesState } from '../regulation/rules.ts';

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
  | { readonly thing: 'CYCLE' };

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
    ...([...rules.cycles.values()].some(({ status }) => status === 'OPEN') ? [] : [{ thing: 'CYCLE' } as const]),
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
