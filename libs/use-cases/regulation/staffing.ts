import { isOfPeople, localDateOf, organization, regulation, STEP_ROLES } from '#domain';
import { coveredBy, type DirectoryState } from '#identity';
import type { Ports } from '../ports.ts';
import { regulationOf } from './rules.ts';

/** For each active unit under the regulation and each step, how many people may act. */
export const staffing = (
  directory: DirectoryState,
  unitId: string,
  at: string,
): regulation.PublishRegulation['facts'] => {
  const { tree, book } = directory;
  return {
    unitKinds: kindsUnder(directory, unitId, at),
    eligible: activeUnder(directory, unitId, at).flatMap((id) =>
      regulation.STEPS.map((step) => ({
        unitId: id,
        step,
        persons: new Set(
          STEP_ROLES[step].filter(isOfPeople).flatMap((role) => organization.holdersOf(book, tree, role, id, at)),
        ).size,
      })),
    ),
  };
};

const activeUnder = ({ tree }: DirectoryState, unitId: string, at: string): readonly string[] => {
  const date = localDateOf(at);
  return coveredBy(tree, unitId, date).filter((id) => organization.unitOn(tree, id, date)?.active === true);
};

/** The kinds of the units that register under a regulation of the unit. */
export const kindsUnder = (directory: DirectoryState, unitId: string, at: string): readonly organization.UnitKind[] => [
  ...new Set(activeUnder(directory, unitId, at).flatMap((id) => organization.kindOf(directory.tree, id) ?? [])),
];

/** Which units lack people for which step now, were the regulation in force; undefined when there is no such. */
export const lacksUnder = async (
  { rules, directory, clock }: Pick<Ports, 'rules' | 'directory' | 'clock'>,
  regulationId: string,
): Promise<readonly regulation.StepLack[] | undefined> => {
  const found = regulationOf(await rules.current(), regulationId);
  if (found === undefined) return undefined;
  const { eligible } = staffing(await directory.current(), found.unitId, clock.now());
  return regulation.lacksIn(found.content, eligible);
};
