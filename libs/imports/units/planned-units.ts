import { organization } from '#domain';
import type { Directory } from '#identity';

/** The directory with what a dry run would have made: so a row below a planned unit is checked against that. */
export interface PlannedUnits extends Directory {
  plan(event: organization.UnitEvent): void;
}

export const planUnits = (directory: Directory): PlannedUnits => {
  const planned: organization.UnitEvent[] = [];
  let base: organization.UnitTree | undefined;
  let tree: organization.UnitTree | undefined;
  return {
    plan(event) {
      planned.push(event);
      if (tree !== undefined) tree = organization.evolveTree(tree, event);
    },
    async current() {
      const now = await directory.current();
      if (tree === undefined || base !== now.tree) {
        base = now.tree;
        tree = planned.reduce(organization.evolveTree, now.tree);
      }
      return { ...now, tree };
    },
  };
};
