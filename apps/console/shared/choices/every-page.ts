const PAGE = 200;
/** As many as are fetched: the communes of the country are fewer. */
export const MOST_ITEMS = 6000;

interface PageOf<Item> {
  readonly data: { readonly items: readonly Item[]; readonly next: string | null };
}

/** Every item of a list that is paged, {@link MOST_ITEMS} at most, so that a choice is of all of them and not of the first. */
export const everyPage = async <Item>(
  read: (page: { readonly limit: number; readonly after?: string }) => Promise<PageOf<Item>>,
): Promise<readonly Item[]> => {
  const items: Item[] = [];
  let after: string | null = null;
  while (items.length < MOST_ITEMS) {
    const { data }: PageOf<Item> = await read({ limit: PAGE, ...(after === null ? {} : { after }) });
    items.push(...data.items);
    if (data.next === null) break;
    after = data.next;
  }
  return items;
};
