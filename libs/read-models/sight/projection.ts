import type { EvidenceRef } from '#domain';
import type { RecordedIn } from '#event-store';
import type { Projection } from '../projection.port.ts';
import { insertRows } from '../tables/write.ts';
import { appraisers, evidenceUses, type AppraiserRow, type EvidenceUseRow } from './table.ts';

type Event = RecordedIn<'registration'>;

/** The persons an event names for an appraisal, or who declared by it. */
const appraisersIn = ({ type, data, position }: Event): AppraiserRow[] => {
  const { registrationId } = data;
  if (type === 'AppraisalOpened')
    return data.team.map(({ personId }) => ({ registrationId, personId, position, standing: 'NAMED' }));
  if (type === 'AppraiserRemoved') return [{ registrationId, personId: data.personId, position, standing: 'REMOVED' }];
  if (type !== 'InterestDeclared') return [];
  const { personId, conflict } = data;
  return [{ registrationId, personId, position, standing: conflict ? 'CONFLICTED' : 'IMPARTIAL' }];
};

/** The files an event rests on, each once. */
const evidenceUsesIn = ({ data, position }: Event): EvidenceUseRow[] => {
  const cited: readonly EvidenceRef[] = [
    ...('evidence' in data ? data.evidence : []),
    ...('minutes' in data && data.minutes !== undefined ? [data.minutes] : []),
  ];
  const { registrationId } = data;
  return [...new Set(cited.map(({ evidenceId }) => evidenceId))].map((evidenceId) => ({
    ...{ evidenceId, position, registrationId },
  }));
};

/** Who of an appraisal team may see a registration and its files. */
export const sightProjection: Projection<'registration'> = {
  name: 'sight',
  version: 2,
  categories: ['registration'],
  tables: [appraisers, evidenceUses],
  apply: async (events, tx) => {
    await insertRows(appraisers, events.flatMap(appraisersIn), tx);
    await insertRows(evidenceUses, events.flatMap(evidenceUsesIn), tx);
  },
};
