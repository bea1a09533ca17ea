import { organization, regulation, type commendation, type LocalDate } from '#domain';
import type { DirectoryState } from '#identity';
import { regulationOf, type RulesState } from '../regulation/rules.ts';

export type Proposed = Exclude<commendation.CommendationState, { readonly status: 'NONE' }>;

/** The bodies that may decide on a commendation on a day, the nearest first: by the regulation it was proposed under. */
export const bodiesFor = (
  { unitId, regulationId, form }: Proposed,
  { rules, tree, date }: { readonly rules: RulesState; readonly date: LocalDate } & Pick<DirectoryState, 'tree'>,
): readonly string[] => {
  const content = regulationOf(rules, regulationId)?.content;
  const unitKind = organization.kindOf(tree, unitId);
  if (content === undefined || unitKind === undefined) return [];
  return organization.pathOn(tree, unitId, date).filter((id) => {
    const body = organization.unitOn(tree, id, date);
    if (body?.active !== true) return false;
    return regulation.isCompetent(content.authorities, { act: 'COMMEND', unitKind, signedBy: body.kind, form });
  });
};
