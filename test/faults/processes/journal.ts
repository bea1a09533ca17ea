/** What the load generator writes down, one JSON object a line, before and after each call. */
export type JournalEntry =
  | { readonly kind: 'try'; readonly id: string; readonly stream: string; readonly revision: number }
  | { readonly kind: 'acknowledged'; readonly id: string; readonly position: number; readonly revision: number }
  | { readonly kind: 'unknown'; readonly id: string; readonly at: number };
