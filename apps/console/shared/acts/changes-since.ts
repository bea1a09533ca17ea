import type { TimelineEntry } from '../api/generated/types.gen.ts';
import type { ChangesSince } from '../forms/changes.tsx';

/** Reads a page of the timeline of a thing. */
type Timeline = (asked: {
  readonly path: { readonly id: string };
  readonly query: { readonly limit: number };
  readonly throwOnError: true;
}) => Promise<{ readonly data: { readonly items: readonly TimelineEntry[] } }>;

/** What happened to a thing since the revision that somebody saw, by its timeline. */
export const changesSince =
  (timeline: Timeline, id: string): ChangesSince =>
  async (revision) => {
    const { data } = await timeline({ path: { id }, query: { limit: 200 }, throwOnError: true });
    // Its reminders stand in the timeline, too, and are counted by revisions of their own.
    const own = data.items.filter(({ stream }) => !stream.startsWith('reminder-'));
    return own.filter((entry) => entry.revision > revision);
  };
