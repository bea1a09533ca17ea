import { LIST_NAMES, type ListName } from '#words';
import { IdField, ListOf, OneOf, Shaped, Text, TextList } from '../http/validation/fields.ts';

const LISTS = Object.keys(LIST_NAMES) as readonly ListName[];
const COLUMNS = { max: 50, each: { max: 60 } } as const;
/** The query of an address, as browsers write it: ASCII, the rest encoded. */
const ADDRESS_QUERY = /^[\w.~%!$'()*+,;:@/?=&-]{0,2000}$/u;

export class ColumnsBody {
  @OneOf(LISTS) list: ListName;
  @TextList({ ...COLUMNS, description: 'The columns to be seen, in their order' }) columns: readonly string[];
}

export class SettingsBody {
  @OneOf(['vi', 'en'], { optional: true, orNull: true, description: "The browser's language when null or absent" })
  language?: 'vi' | 'en' | null;
  @ListOf(() => ColumnsBody, { max: 40 }) columns: readonly ColumnsBody[];
}

export class ViewsQuery {
  @OneOf(LISTS, { optional: true, description: 'Of this list only' }) list?: ListName;
}

export class ViewBody {
  @OneOf(LISTS) list: ListName;
  @Text({ max: 100 }) name: string;
  @Shaped(ADDRESS_QUERY, { description: "What the list is narrowed to and sorted by: the query of the page's address" })
  query: string;
  @TextList({ ...COLUMNS, description: "The columns to be seen, in their order; the list's own when empty" })
  columns: readonly string[];
}

export class UnitViewParam {
  @IdField() id: string;
  @IdField() viewId: string;
}
