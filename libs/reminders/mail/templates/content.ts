import type { Language } from './words.ts';

/** One duty as a row of the mail: plain text, not yet escaped. */
export interface Row {
  readonly what: string;
  readonly unit: string;
  /** `dd/mm/yyyy` */
  readonly due: string;
  readonly left: string;
}

/** What a mail says, before it has a form. */
export interface Content {
  readonly language: Language;
  readonly greeting: string;
  readonly lead: string;
  readonly columns: readonly [what: string, unit: string, due: string, left: string];
  readonly rows: readonly Row[];
  /** Why this person gets it. */
  readonly notes: readonly string[];
  readonly link: { readonly label: string; readonly url: string } | null;
  readonly footer: string;
}
