import type { Command, EvidenceFacts, LocalDate } from '../../kernel/index.ts';
import type { CriterionResult, Indicator, InspectionKind } from '../events.ts';
import type { DeadlineFacts, RegulationVersion } from '../facts.ts';

export type StartImplementation = Command<
  'StartImplementation',
  { readonly plan: string; readonly startedOn: LocalDate },
  { readonly regulation: RegulationVersion }
>;

export type RecordProgress = Command<
  'RecordProgress',
  { readonly note: string; readonly indicators: readonly Indicator[]; readonly evidenceIds: readonly string[] },
  EvidenceFacts
>;

export type RecordInspection = Command<
  'RecordInspection',
  { readonly kind: InspectionKind; readonly findings: string; readonly remedyDueOn?: LocalDate }
>;

export type DiscontinueModel = Command<'DiscontinueModel', { readonly reason: string }>;

/** `facts.deadline`: the cycle's deadline for dossiers. */
export type RequestRecognition = Command<
  'RequestRecognition',
  { readonly evidenceIds: readonly string[]; readonly results: readonly CriterionResult[] },
  EvidenceFacts & DeadlineFacts & { readonly regulation: RegulationVersion }
>;

export type RequireSupplement = Command<
  'RequireSupplement',
  { readonly missing: readonly string[]; readonly dueOn: LocalDate },
  { readonly regulation: RegulationVersion }
>;

export type ProvideSupplement = Command<
  'ProvideSupplement',
  { readonly evidenceIds: readonly string[]; readonly note: string },
  EvidenceFacts
>;

/** The supplement did not come in time: the dossier goes back to the unit. */
export type LapseDossier = Command<'LapseDossier', Record<never, never>>;

export type ImplementingCommand =
  | StartImplementation
  | RecordProgress
  | RecordInspection
  | DiscontinueModel
  | RequestRecognition
  | RequireSupplement
  | ProvideSupplement
  | LapseDossier;
