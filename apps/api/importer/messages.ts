import type { Sentence } from '#problems';
import type { ReturnedList } from './importer.ts';

/** What the api asks of its importer. */
export type Asked = 'wake' | (ReturnedList & { readonly request: number });

/** What the importer tells of a request. */
export interface Told {
  readonly request: number;
  /** What is the matter with the file; `broken` when it is something else, `gone` when the importer is. */
  readonly failure?: Sentence | 'broken' | 'gone';
}
