/** A page of a list. `next` continues it; null at the end. */
export interface Page<Item> {
  readonly items: readonly Item[];
  readonly next: string | null;
}

export interface PageRequest {
  /** 1 to 200; 50 when absent. */
  readonly limit?: number;
  /** `next` of the page before. */
  readonly after?: string;
}

/** What the reader may see: everything, or what belongs to these units. */
export type Scope = 'all' | { readonly unitIds: readonly string[] };

/** Cut-offs: what was in force on a date, and what had been recorded by an instant. */
export interface AsOf {
  readonly asOf?: string;
  readonly knownAt?: string;
}

/** False where everything recorded so far is asked for. */
export const isCutOff = ({ asOf, knownAt }: AsOf): boolean => asOf !== undefined || knownAt !== undefined;

export const MAX_LIMIT = 200;

/** The limit that applies: within 1 to {@link MAX_LIMIT}, 50 when none is asked for. */
export const limitOf = (request: PageRequest): number => Math.min(Math.max(request.limit ?? 50, 1), MAX_LIMIT);

/** Thrown when `after` was not handed out by a list with the same order: the caller's mistake. */
export class InvalidCursorError extends Error {
  override readonly name = 'InvalidCursorError';
}

export type CursorValue = string | number;

export const encodeCursor = (values: readonly CursorValue[]): string =>
  Buffer.from(JSON.stringify(values)).toString('base64url');

const isCursorValue = (value: unknown): value is CursorValue =>
  (typeof value === 'string' && !value.includes('\0')) || typeof value === 'number';

/** The values of a cursor. @throws {@link InvalidCursorError} */
export const decodeCursor = (cursor: string, length: number): readonly CursorValue[] => {
  const values = parse(cursor);
  if (!Array.isArray(values) || values.length !== length || !values.every(isCursorValue)) {
    throw new InvalidCursorError('the cursor does not belong to this list');
  }
  return values;
};

const parse = (cursor: string): unknown => {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
};

/** Every page from the first, each asked for when it is wanted. */
export async function* eachPage<Item>(
  ask: (page: PageRequest) => Promise<Page<Item>>,
): AsyncGenerator<readonly Item[], void, undefined> {
  for (let after: string | null | undefined; after !== null;) {
    const page = await ask({ limit: MAX_LIMIT, ...(after === undefined ? {} : { after }) });
    yield page.items;
    after = page.next;
  }
}

/** The items of every page from the first. */
export const allPages = async <Item>(ask: (page: PageRequest) => Promise<Page<Item>>): Promise<readonly Item[]> => {
  const items: Item[] = [];
  for await (const page of eachPage(ask)) items.push(...page);
  return items;
};

/** A page of what is at hand as a whole, in the order of its keys, which are unique. */
export const pageOfAll = <Item>(
  all: readonly Item[],
  { after, ...request }: PageRequest,
  keyOf: (item: Item) => string,
): Page<Item> => {
  const last = after === undefined ? '' : String(decodeCursor(after, 1)[0]);
  const rest = all.filter((item) => keyOf(item) > last).sort((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1));
  const items = rest.slice(0, limitOf(request));
  const end = items.at(-1);
  return { items, next: end === undefined || items.length === rest.length ? null : encodeCursor([keyOf(end)]) };
};

/** A list question: what the reader may see, and which page. */
export interface ListQuery extends PageRequest {
  readonly scope: Scope;
}
