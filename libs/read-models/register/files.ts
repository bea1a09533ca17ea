import type { EvidenceRef, registration } from '#domain';

/** What a file is there for. */
export type FileUse = 'PROGRESS' | 'DOSSIER' | 'SUPPLEMENT' | 'APPRAISAL' | 'VOTE';

/** A file that a registration rests on, who added it and when, and where it belongs. */
export interface RegistrationFile extends EvidenceRef {
  readonly use: FileUse;
}

type Event = Pick<registration.RegistrationEvent, 'type' | 'data'>;

/** The files that an event of a registration rests on. */
export const filesIn = ({ type, data }: Event): readonly RegistrationFile[] => {
  const use = USES[type as keyof typeof USES];
  if (use === undefined) return [];
  const cited = [
    ...('evidence' in data ? data.evidence : []),
    ...('minutes' in data && data.minutes !== undefined ? [data.minutes] : []),
  ];
  return cited.map((file) => ({ ...file, use }));
};

/** The events that rest on files. */
export const USES = {
  ProgressRecorded: 'PROGRESS',
  RecognitionRequested: 'DOSSIER',
  SupplementProvided: 'SUPPLEMENT',
  ModelAppraised: 'APPRAISAL',
  VoteHeld: 'VOTE',
} as const satisfies Partial<Record<Event['type'], FileUse>>;
