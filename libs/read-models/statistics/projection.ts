import { idOf } from '#domain';
import type { RecordedIn } from '#event-store';
import type { Projection, WriteTransaction } from '../projection.port.ts';
import { insertRows, loadRows, upsertRows } from '../tables/write.ts';
import { factOf, fieldCorrectionOf, isCounted, subjectOf, type CountedCategory } from './count.ts';
import { facts, factSubjects, fieldCorrections, type FactRow, type FactSubjectRow } from './table.ts';

/** Counts a batch: the facts it adds, and what later facts must know. Pure. */
export const countBatch = (
  events: readonly RecordedIn<CountedCategory>[],
  existing: readonly FactSubjectRow[],
): { readonly facts: FactRow[]; readonly subjects: FactSubjectRow[] } => {
  const known = new Map(existing.map((subject) => [subject.id, subject]));
  const changed = new Map<string, FactSubjectRow>();
  const added: FactRow[] = [];
  for (const event of events) {
    const subject = subjectOf(event, known);
    if (subject) {
      known.set(subject.id, subject);
      changed.set(subject.id, subject);
    }
    const fact = factOf(event, known.get(idOf(event.stream)));
    if (fact) added.push(fact);
  }
  return { facts: added, subjects: [...changed.values()] };
};

const apply = async (events: readonly RecordedIn<CountedCategory>[], tx: WriteTransaction): Promise<void> => {
  const ids = [...new Set(events.flatMap(subjectIds))];
  const known = await loadRows(
    factSubjects,
    ids.map((id) => [id]),
    tx,
  );
  const counted = countBatch(events, known);
  await insertRows(facts, counted.facts, tx);
  const corrections = events.flatMap((event) => fieldCorrectionOf(event) ?? []);
  await insertRows(fieldCorrections, corrections, tx);
  await upsertRows(factSubjects, counted.subjects, tx);
};

/** The subjects a batch may have to look up: the event's own, and the model a commendation rests on. */
const subjectIds = (event: RecordedIn<CountedCategory>): string[] => {
  const achievement = 'achievement' in event.data ? event.data.achievement : undefined;
  const restsOn = achievement?.kind === 'RECOGNIZED_MODEL' ? [achievement.registrationId] : [];
  return [idOf(event.stream), ...restsOn];
};

/** The figures of the movement: one row for each countable act, never changed afterwards. */
export const statisticsProjection: Projection<CountedCategory> = {
  name: 'statistics',
  version: 3,
  categories: ['registration', 'commendation'],
  tables: [facts, factSubjects, fieldCorrections],
  apply: (events, tx) => apply(events.filter(isCounted), tx),
};
