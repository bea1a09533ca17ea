import type { registration } from '#domain';
import type { TrailEntry } from '../timeline/queries.port.ts';
import type { EventData, RegistrationDossier } from './queries.port.ts';

const EMPTY: RegistrationDossier = {
  form: null,
  plan: null,
  startedOn: null,
  returned: [],
  progress: [],
  inspections: [],
  evidence: [],
  results: [],
  missing: [],
  team: [],
  criteriaSet: null,
  appraisal: null,
  vote: null,
  replications: [],
  corrections: [],
};

/** What the events of one registration, in order, say of its dossier. */
export const dossierOf = (entries: readonly TrailEntry[]): RegistrationDossier => entries.reduce(fold, EMPTY);

const fold = (dossier: RegistrationDossier, event: TrailEntry): RegistrationDossier => {
  const { recordedAt } = event;
  const stamp = { recordedAt, personId: event.actor.personId };
  switch (event.type) {
    case 'RegistrationDrafted':
    case 'RegistrationRevised':
      return { ...dossier, form: event.data.form };
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
    case 'EntryCorrected':
      return { ...dossier, corrections: [...dossier.corrections, { ...event.data, ...stamp }] };
    case 'ModelReplicated':
      return { ...dossier, replications: [...dossier.replications, event.data] };
    default:
      return foldAppraisal(dossier, event);
  }
};

type Later = Exclude<registration.RegistrationEvent, { readonly type: 'RegistrationDrafted' }>;

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
      return { ...dossier, team: dossier.team.map((one) => ({ ...one, scored: false })), appraisal: null, vote: null };
    case 'InterestDeclared':
      return {
        ...dossier,
        team: member(dossier, event.data.personId, { declared: true, conflict: event.data.conflict }),
      };
    case 'ModelScored':
      return { ...dossier, team: member(dossier, event.data.personId, { scored: true }) };
    case 'ModelAppraised':
      return { ...dossier, appraisal: event.data };
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
  scored: false,
});

const opened = ({ team, criteriaSet }: EventData<'AppraisalOpened'>) => ({ team: team.map(fresh), criteriaSet });

const member = (dossier: RegistrationDossier, personId: string, change: Partial<Member>): Member[] =>
  dossier.team.map((one) => (one.personId === personId ? { ...one, ...change } : one));
