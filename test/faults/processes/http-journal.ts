/** What a load generator over HTTP is told. */
export interface HttpLoad {
  readonly what: 'until-stopped' | 'repeat' | 'race';
  /** Of the apis, without a slash at the end. */
  readonly urls: readonly string[];
  readonly journal: string;
  readonly seed: number;
  readonly cookie: string;
  readonly unitId: string;
  readonly cycleId: string;
  /** For `repeat`: how many commands each caller has; 8 unless told. */
  readonly commands?: number;
  /** For `until-stopped`: how often each draft is revised. */
  readonly revisions?: number;
}

/** What it writes down, one JSON object a line. `said` tells the bodies that were sent under one key apart. */
export type HttpEntry =
  | { readonly kind: 'try'; readonly key: string }
  | { readonly kind: 'unknown'; readonly key: string; readonly at: number }
  | { readonly kind: 'cut'; readonly key: string }
  | {
      readonly kind: 'answered';
      readonly key: string;
      readonly said: string;
      readonly status: number;
      readonly body: Readonly<Record<string, unknown>>;
      /** When it was sent, and when the answer was there. */
      readonly from: number;
      readonly at: number;
      /** Callers who believe the same revision. */
      readonly round?: number;
    };
