/** As many pages of 200 as a choice is fetched for: the communes of the country are fewer. */
const MOST_PAGES = 30;

interface PageOf<Item> {
  readonly data: { readonly items: readonly Item[]; readonly next: string | null };
}

/** Every item of a list that is paged, so that a choice is of all of them and not of the first. */
export const everyPage = async <Item>(
  read: (page: { readonly limit: number; readonly after?: string }) => Promise<PageOf<Item>>,
): Promise<readonly Item[]> => {
  const items: Item[] = [];
  let after: string | null = null;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const { data }: PageOf<Item> = await read({ limit: 200, ...(after === null ? {} : { after }) });
    items.push(...data.items);
    if (data.next === null) break;
    after = data.next;
  }
  return items;
};
