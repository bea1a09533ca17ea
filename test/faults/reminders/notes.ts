import { appendFileSync, closeSync, existsSync, fstatSync, openSync, readSync } from 'node:fs';

/** What the generator writes down: each try before it is made, and its answer. Times are of the machine, in ms. */
export type HandInNote =
  | { readonly kind: 'try'; readonly reportId: string; readonly step: number; readonly at: number }
  | { readonly kind: 'done'; readonly reportId: string; readonly position: number; readonly at: number }
  | { readonly kind: 'unknown'; readonly reportId: string; readonly at: number }
  /** A process of it begins; what the one before it tried without an answer is unknown to it. */
  | { readonly kind: 'begin'; readonly at: number };

/** When the clock came to a step of the walk. */
export interface StepNote {
  readonly step: number;
  readonly at: number;
}

/** What a worker writes down of each mail it hands over. */
export type MailNote =
  | { readonly kind: 'handing' | 'handed'; readonly messageId: string; readonly at: number }
  /** A process of it begins. */
  | { readonly kind: 'begin'; readonly at: number };

/** What the killer did. */
export interface Strike {
  readonly kind: StrikeKind;
  /** Not before `from`; whoever was killed works again at `at`. */
  readonly from: number;
  readonly at: number;
  /** What was under way and has no outcome: commands, mails or jobs. */
  readonly unknown: number;
}

export type StrikeKind = 'worker' | 'generator' | 'postgres' | 'queue' | 'forget';

export const note = (file: string, entry: HandInNote | MailNote | Strike | StepNote): void => {
  appendFileSync(file, `${JSON.stringify(entry)}\n`);
};

/** Lines of a file as they are added: what was written since it was last asked. */
export type Following<Note> = () => readonly Note[];

/** Whole lines only: whoever wrote the last one may have been killed while doing so. */
export function readNotes(file: string): readonly unknown[] {
  return followNotes(file)();
}

export function followNotes(file: string): Following<unknown> {
  let read = 0;
  return () => {
    if (!existsSync(file)) return [];
    const handle = openSync(file, 'r');
    const bytes = Buffer.alloc(fstatSync(handle).size - read);
    readSync(handle, bytes, 0, bytes.length, read);
    closeSync(handle);
    const end = bytes.lastIndexOf(10) + 1;
    read += end;
    const lines = bytes.toString('utf8', 0, end).split('\n').slice(0, -1);
    return lines.map((line) => JSON.parse(line) as unknown);
  };
}
