/** An event of a decision as it is told to a unit that it names: of its own items only. */
export const toldOfItems = <Data extends object>(data: Data, itemIds: readonly string[]): Data => {
  const own = (items: Items): Items => items.filter(({ id }) => itemIds.includes(id));
  const { items, manifest } = data as Listing;
  return { ...data, ...(items && { items: own(items) }), ...(manifest && { manifest: own(manifest) }) };
};

type Items = readonly { readonly id: string }[];

/** Where the events of a decision list its items. */
interface Listing {
  readonly items?: Items;
  readonly manifest?: Items;
}

/** Events that tell of one item, `data.id`. */
export const OF_ONE_ITEM = ['DecisionItemApplied', 'DecisionItemRejected'] as const;
