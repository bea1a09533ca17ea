import { awaitedOf, personsOf, type Awaited, type Recorded, type Waits } from '../kernel/index.ts';
import type { transitions } from './evolve.ts';
import type { RegulationEvent } from './events.ts';
import { rights } from './rights.ts';
import type { RegulationState } from './state.ts';

const WAITS = {
  DRAFT: ['PublishRegulation'],
  PUBLISHED: [],
  SUPERSEDED: [],
} as const satisfies Waits<typeof transitions, Exclude<RegulationState['status'], 'NONE'>>;

/** A command a regulation may wait for. */
export type AwaitedCommand = (typeof WAITS)[keyof typeof WAITS][number];

/** What a regulation waits for in a status: to be put in force by somebody who did not write it. */
export const awaitedIn = (status: keyof typeof WAITS, authors: readonly string[]): readonly Awaited<AwaitedCommand>[] =>
  awaitedOf<AwaitedCommand>(WAITS[status], rights).map((act) => ({ ...act, besides: authors }));

/** Who drafted or revised it, after an event. */
export const authorsAfter = (
  authors: readonly string[],
  { type, meta }: Recorded<RegulationEvent>,
): readonly string[] =>
  type === 'RegulationDrafted' || type === 'RegulationRevised'
    ? [...new Set([...authors, ...personsOf(meta.actor)])]
    : authors;
