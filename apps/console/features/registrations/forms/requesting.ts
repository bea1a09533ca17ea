import {
  registrationsLapseDossier,
  registrationsProvideSupplement,
  registrationsRequestRecognition,
  registrationsRequireSupplement,
} from '../../../shared/api/generated/sdk.gen.ts';
import {
  NoFields,
  ProvideSupplementBody,
  RequestRecognitionBody,
  RequireSupplementBody,
} from '../../../shared/api/generated/shapes.gen.ts';
import type { RegistrationDetail } from '../../../shared/api/generated/types.gen.ts';
import { evidence } from '../../../shared/forms/evidence-field.tsx';
import { date } from '../../../shared/forms/day.tsx';
import { long } from '../../../shared/forms/fields.tsx';
import { form } from '../../../shared/forms/form.ts';
import { filesOf } from './files-of.ts';
import { missingItems } from './missing-items.tsx';
import { Papers } from './papers.tsx';
import { results } from './results.tsx';
import { Supplement } from './supplement.tsx';
import { usePapersRule } from './use-papers.ts';

const of = form<RegistrationDetail>();

const papers = {
  unitOf: ({ unitId }: RegistrationDetail) => unitId,
  kinds: [
    'RESULT_REPORT',
    'CONFIRMATION',
    'ACHIEVEMENT_REPORT',
    'SUBMISSION_LETTER',
    'MINUTES',
    'PHOTO',
    'DECISION',
    'REGISTRATION_FORM',
    'OTHER',
  ],
  there: filesOf,
} as const;

/** The dossier of recognition, and what is still to come to it. */
export const REQUESTING = [
  of({
    command: 'RequestRecognition',
    shape: RequestRecognitionBody,
    fields: { results, evidenceIds: evidence('dossierEvidence', { ...papers, useRules: usePapersRule }) },
    send: registrationsRequestRecognition,
    final: true,
    initial: (subject) => ({ evidenceIds: filesOf(subject).map(({ id }) => id), results: [] }),
    Beside: Papers,
  }),
  of({
    command: 'RequireSupplement',
    shape: RequireSupplementBody,
    fields: { missing: missingItems, dueOn: date('supplementDueOn') },
    send: registrationsRequireSupplement,
    final: true,
    initial: () => ({ missing: [] }),
  }),
  of({
    command: 'ProvideSupplement',
    shape: ProvideSupplementBody,
    fields: { note: long('supplementNote'), evidenceIds: evidence('supplementEvidence', papers) },
    send: registrationsProvideSupplement,
    final: true,
    initial: () => ({ evidenceIds: [] }),
    Beside: Supplement,
  }),
  of({
    command: 'LapseDossier',
    shape: NoFields,
    fields: {},
    send: registrationsLapseDossier,
    final: true,
  }),
] as const;
