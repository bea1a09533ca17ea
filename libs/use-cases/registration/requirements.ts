import { registration, type DocumentKind, type EvidenceRef, type regulation } from '#domain';
import type { RegistrationDossier } from '#read-models';
import { cycleOf, regulationOf, type RulesState } from '../regulation/rules.ts';

type Existing = Exclude<registration.RegistrationState, { readonly status: 'NONE' }>;
type Given = Pick<RegistrationDossier, 'evidence' | 'results' | 'progress'>;

/** What the regulation asks of a registration, and what is there already. */
export interface Requirements {
  readonly items: readonly { readonly item: regulation.RegistrationItem; readonly given: boolean }[];
  readonly documents: readonly { readonly kind: DocumentKind; readonly given: boolean }[];
  readonly criteria: readonly {
    readonly code: string;
    readonly name: string;
    readonly maxPoints: number;
    readonly mandatory: boolean;
    /** Whether the dossier tells a result for it. */
    readonly given: boolean;
  }[];
}

/**
 * What the pinned regulation, before acceptance that of the cycle, asks of a registration; undefined when it is not known
 * yet. A document counts as soon as it is with the dossier or with a note of progress.
 */
export const requirementsOf = (
  rules: RulesState,
  state: Existing,
  { evidence, results, progress }: Given,
): Requirements | undefined => {
  const { core } = state;
  const regulationId = 'regulationId' in state ? state.regulationId : cycleOf(rules, core.cycleId)?.regulationId;
  const content = regulationOf(rules, regulationId ?? '')?.content;
  if (content === undefined) return undefined;
  const files: readonly EvidenceRef[] = [...evidence, ...progress.flatMap((note) => note.evidence)];
  const kinds = files.map(({ kind }) => kind);
  const missing = {
    items: registration.missingItems(core.form, content),
    documents: registration.missingDocuments(kinds, content),
    criteria: registration.missingResults(results, content.criteriaSets[core.form.subjectType].criteria),
  };
  return {
    items: content.registration.requiredItems.map((item) => ({ item, given: !missing.items.includes(item) })),
    documents: content.dossier.requiredDocuments.map((kind) => ({ kind, given: !missing.documents.includes(kind) })),
    criteria: content.criteriaSets[core.form.subjectType].criteria.map((criterion) => ({
      ...criterion,
      given: !missing.criteria.includes(criterion),
    })),
  };
};
