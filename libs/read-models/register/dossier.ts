import { registration } from '#domain';
import type { TrailEntry } from '../timeline/queries.ts';
import { filesIn, type RegistrationFile } from './files.ts';

/** The dossier of a registration as its own events tell it, in the order they happened. */
export interface RegistrationDossier {
  /** With the corrected values; what they said before is in `corrections`. */
  readonly form: registration.RegistrationForm | null;
  readonly plan: string | null;
  readonly startedOn: string | null;
  readonly returned: readonly { readonly reason: string; readonly dueOn: string; readonly recordedAt: string }[];
  readonly progress: readonly (EventData<'ProgressRecorded'> & Stamp)[];
  readonly inspections: readonly (EventData<'InspectionRecorded'> & Stamp)[];
  readonly evidence: EventData<'RecognitionRequested'>['evidence'];
  /** Every file it rests on, the first one first: who added it, when, and where it belongs. */
  readonly files: readonly RegistrationFile[];
  readonly results: EventData<'RecognitionRequested'>['results'];
  readonly missing: readonly string[];
  readonly team: readonly {
    readonly personId: string;
    readonly unitId: string;
    readonly declared: boolean;
    /** Null where the reader is not told. */
    readonly conflict: boolean | null;
    /** Taken off the team: they belong to the registering unit, or left it lately. */
    readonly removed: boolean;
    readonly scored: boolean;
    /** The points given last; null until then, and where the reader is not told who gave which. */
    readonly scores: EventData<'ModelScored'>['scores'] | null;
  }[];
  readonly criteriaSet: EventData<'AppraisalOpened'>['criteriaSet'] | null;
  /** The points of each member are null where the reader is not told who gave which. */
  readonly appraisal: Concluded | null;
  readonly vote: EventData<'VoteHeld'> | null;
  readonly replications: readonly EventData<'ModelReplicated'>[];
  readonly corrections: readonly (EventData<'EntryCorrected'> & Stamp)[];
  /** What was asked to be corrected, and is to be approved or declined by its id. */
  readonly waitingCorrections: readonly (EventData<'CorrectionRequested'> & Stamp)[];
}

type Concluded = Omit<EventData<'ModelAppraised'>, 'scores'> & {
  readonly scores: EventData<'ModelAppraised'>['scores'] | null;
};

type EventData<Type extends registration.RegistrationEvent['type']> = Extract<
  registration.RegistrationEvent,
  { readonly type: Type }
>['data'];

interface Stamp {
  readonly recordedAt: string;
  readonly personId: string;
}

const EMPTY: RegistrationDossier = {
  form: null,
  plan: null,
  startedOn: null,
  returned: [],
  progress: [],
  inspections: [],
  evidence: [],
  files: [],
  results: [],
  missing: [],
  team: [],
  criteriaSet: null,
  appraisal: null,
  vote: null,
  replications: [],
  corrections: [],
  waitingCorrections: [],
};

/** What the events of one registration, in order, say of its dossier, as far as its reader is told. */
export const dossierOf = (entries: readonly TrailEntry[], sight: registration.Sight): RegistrationDossier => ({
  ...entries
    .map((entry) => ({ ...entry, data: registration.toldData(sight, entry.type, entry.data) }) as ToldEntry)
    .reduce(fold, EMPTY),
  files: entries.flatMap(filesIn),
});

/** An entry without what its reader is not told. */
type ToldEntry = {
  [Type in TrailEntry['type']]: Pick<TrailEntry, 'recordedAt' | 'actor'> & {
    readonly type: Type;
    readonly data: registration.ToldData<Type>;
  };
}[TrailEntry['type']];

const fold = (dossier: RegistrationDossier, event: ToldEntry): RegistrationDossier => {
  const { recordedAt } = event;
  const stamp = { recordedAt, personId: event.actor.personId };
  switch (event.type) {
    case 'RegistrationDrafted':
    case 'RegistrationRevised':
      return { ...dossier, form: event.data.form, waitingCorrections: [] };
    case 'RegistrationReturned': {
      const { reason, dueOn } = event.data;
      return { ...dossier, returned: [...dossier.returned, { reason, dueOn, recordedAt }] };
    }
    case 'ImplementationStarted':
      return { ...dossier, plan: event.data.plan, startedOn: event.data.startedOn };
    case 'ProgressRecorded':
      return { ...dossier, progress: [...dossier.progress, { ...event.data, ...stamp }] };
    case 'InspectionRecorded':
      return { ...dossier, inspections: [...dossier.inspections, { ...event.data, ...stamp }] };
    case 'CorrectionRequested':
      return { ...dossier, waitingCorrections: [...dossier.waitingCorrections, { ...event.data, ...stamp }] };
    case 'CorrectionDeclined':
      return { ...dossier, ...settled(dossier, event.data) };
    case 'EntryCorrected':
      return {
        ...dossier,
        ...corrected(dossier, event.data),
        ...settled(dossier, event.data),
        corrections: [...dossier.corrections, { ...event.data, ...stamp }],
      };
    case 'ModelReplicated':
      return { ...dossier, replications: [...dossier.replications, event.data] };
    default:
      return foldAppraisal(dossier, event);
  }
};

const corrected = ({ form }: RegistrationDossier, { correctionId, field, newValue }: EventData<'EntryCorrected'>) =>
  form === null || correctionId === undefined ? {} : { form: registration.correctedForm(form, field, newValue) };

const settled = (
  { waitingCorrections }: RegistrationDossier,
  { correctionId }: { readonly correctionId?: string },
) => ({ waitingCorrections: waitingCorrections.filter((each) => each.correctionId !== correctionId) });

type Later = Exclude<ToldEntry, { readonly type: 'RegistrationDrafted' }>;

const foldAppraisal = (dossier: RegistrationDossier, event: Later): RegistrationDossier => {
  switch (event.type) {
    case 'RecognitionRequested':
      return { ...dossier, evidence: event.data.evidence, results: event.data.results, missing: [] };
    case 'SupplementRequired':
      return { ...dossier, missing: event.data.missing };
    case 'SupplementProvided':
      return { ...dossier, evidence: [...dossier.evidence, ...event.data.evidence], missing: [] };
    case 'AppraisalOpened':
      return { ...dossier, ...opened(event.data), appraisal: null, vote: null };
    case 'AppraisalReopened':
      return {
        ...dossier,
        team: dossier.team.map((one) => ({ ...one, scored: false, scores: null })),
        appraisal: null,
        vote: null,
      };
    case 'InterestDeclared':
      return {
        ...dossier,
        team: member(dossier, event.data.personId, {
          ...{ declared: true, conflict: event.data.conflict ?? null },
          scores: null,
        }),
      };
    case 'AppraiserRemoved':
      return { ...dossier, team: member(dossier, event.data.personId, { removed: true, scores: null }) };
    case 'ModelScored':
      return {
        ...dossier,
        team: member(dossier, event.data.personId, { scored: true, scores: event.data.scores ?? null }),
      };
    case 'ModelAppraised':
      return { ...dossier, appraisal: { ...event.data, scores: event.data.scores ?? null } };
    case 'VoteHeld':
      return { ...dossier, vote: event.data };
    default:
      return dossier;
  }
};

type Member = RegistrationDossier['team'][number];

const fresh = (of: Pick<Member, 'personId' | 'unitId'>): Member => ({
  personId: of.personId,
  unitId: of.unitId,
  declared: false,
  conflict: false,
  removed: false,
  scored: false,
  scores: null,
});

const opened = ({ team, criteriaSet }: EventData<'AppraisalOpened'>) => ({ team: team.map(fresh), criteriaSet });

const member = (dossier: RegistrationDossier, personId: string, change: Partial<Member>): Member[] =>
  dossier.team.map((one) => (one.personId === personId ? { ...one, ...change } : one));
