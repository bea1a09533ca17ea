/** How a list is shown, kept under a name: by one person, or by a unit for all who are appointed to it. */
export interface SavedView {
  readonly id: string;
  readonly list: string;
  readonly name: string;
  /** What the list is narrowed to and sorted by: the query of its address. */
  readonly query: string;
  /** In their order; the list's own when empty. */
  readonly columns: readonly string[];
  /** The unit that shares it; null for one's own. */
  readonly unitId: string | null;
  readonly mayChange: boolean;
}

export type NewView = Omit<SavedView, 'mayChange'>;

const keyOf = (owner: string): string => `kheo.views.${owner}`;

const viewsOf = (owner: string): readonly SavedView[] => {
  try {
    return JSON.parse(localStorage.getItem(keyOf(owner)) ?? '[]') as readonly SavedView[];
  } catch {
    return [];
  }
};

/** One's own views of a list and those of one's units, by name. */
export const findViews = (personId: string, unitIds: readonly string[], list: string): Promise<readonly SavedView[]> =>
  Promise.resolve(
    [personId, ...new Set(unitIds)]
      .flatMap(viewsOf)
      .filter((view) => view.list === list)
      .sort((one, other) => one.name.localeCompare(other.name, 'vi')),
  );

/** Keeps a view under its id, for its unit or for the person. */
export const saveView = (personId: string, view: NewView): Promise<void> => {
  const owner = view.unitId ?? personId;
  const others = viewsOf(owner).filter(({ id }) => id !== view.id);
  localStorage.setItem(keyOf(owner), JSON.stringify([...others, { ...view, mayChange: true }]));
  return Promise.resolve();
};

/** Removes a view; one that is gone stays so. */
export const removeView = (personId: string, { id, unitId }: Pick<SavedView, 'id' | 'unitId'>): Promise<void> => {
  const owner = unitId ?? personId;
  localStorage.setItem(keyOf(owner), JSON.stringify(viewsOf(owner).filter((view) => view.id !== id)));
  return Promise.resolve();
};
