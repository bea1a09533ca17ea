import { categoryOf, idOf } from '#domain';
import type { TimelineEntry } from '../timeline/queries.ts';

/** What an entry of the trail is about, each thing by its id; null where it is about none of the kind. */
export interface About {
  readonly registrationId: string | null;
  readonly decisionId: string | null;
  /** Whose appointment, account or other rights. */
  readonly personId: string | null;
  /** The unit itself, or the one of the appointment, registration or report. */
  readonly ofUnitId: string | null;
  readonly regulationId: string | null;
  readonly cycleId: string | null;
}

/** An event is about the thing of its stream, and about what it names besides. */
export const aboutOf = ({ stream, data }: Pick<TimelineEntry, 'stream' | 'data'>): About => {
  const named = data as Readonly<Record<string, unknown>>;
  const of = (category: string, field: string): string | null => {
    if (categoryOf(stream) === category) return idOf(stream);
    const id = named[field];
    return typeof id === 'string' ? id : null;
  };
  const item = named['kind'] === 'registration' ? named['id'] : undefined;
  return {
    registrationId: typeof item === 'string' ? item : of('registration', 'registrationId'),
    decisionId: of('decision', 'decisionId'),
    personId: of('person', 'personId'),
    ofUnitId: of('unit', 'unitId'),
    regulationId: of('regulation', 'regulationId'),
    cycleId: of('cycle', 'cycleId'),
  };
};
