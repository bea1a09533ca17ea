import { addDays, type DocumentKind, type LocalDate } from '../kernel/index.ts';
import type { UnitKind } from '../organization/unit/events.ts';
import { computeResult } from './appraising/result.ts';
import type { MemberScores, RegistrationForm } from './events.ts';
import type { Status } from './status.ts';
import { voteOutcome, type VoteCounts } from './concluding/vote.ts';
import { competentBodies } from '../regulation/authority.ts';
import type { RegulationContent } from '../regulation/events.ts';

/** What a dry run must know of a registration. */
export interface DryRunRegistration {
  readonly registrationId: string;
  readonly unitKind: UnitKind;
  readonly status: Status;
  readonly form: RegistrationForm;
  readonly startedOn?: LocalDate;
  /** Kinds of the documents in its dossier so far. */
  readonly documents: readonly DocumentKind[];
  /** Members of the appraisal team; 0 before there is one. */
  readonly teamSize: number;
  /** What the members scored so far. */
  readonly scores: readonly MemberScores[];
  readonly vote?: VoteCounts;
}

/** One thing that would be different for one registration. */
export interface DryRunChange {
  readonly registrationId: string;
  readonly kind: 'OUTCOME' | 'STEP' | 'DEADLINE';
  readonly what: string;
  /** As the current and the new regulation have it; empty for nothing. */
  readonly before: string;
  readonly after: string;
}

/** One question to a regulation about a registration, asked while its status is one of `during`. */
interface Aspect {
  readonly kind: DryRunChange['kind'];
  readonly what: string;
  readonly during: readonly Status[];
  readonly ask: (content: RegulationContent, registration: DryRunRegistration) => string;
}

/**
 * Every live registration whose outcome, step or deadline would change if the new content applied to it instead of the
 * current one. Registrations whose decision has fallen are not asked.
 */
export const dryRun = (
  current: RegulationContent,
  next: RegulationContent,
  registrations: readonly DryRunRegistration[],
): readonly DryRunChange[] =>
  registrations.flatMap((registration) =>
    ASPECTS.filter(({ during }) => during.includes(registration.status)).flatMap(({ kind, what, ask }) => {
      const before = ask(current, registration);
      const after = ask(next, registration);
      return before === after ? [] : [{ registrationId: registration.registrationId, kind, what, before, after }];
    }),
  );

const REGISTERING: readonly Status[] = ['DRAFT', 'SUBMITTED', 'RETURNED'];
const BUILDING: readonly Status[] = ['REGISTERED', 'IN_PROGRESS'];
const DOSSIER: readonly Status[] = ['RECOGNITION_REQUESTED', 'SUPPLEMENT_REQUIRED'];
const APPRAISING: readonly Status[] = ['UNDER_APPRAISAL', 'APPRAISED'];
const LIVE: readonly Status[] = [...REGISTERING, ...BUILDING, ...DOSSIER, ...APPRAISING];

const list = (values: readonly string[]): string => [...values].sort().join(', ');

const ASPECTS: readonly Aspect[] = [
  {
    kind: 'OUTCOME',
    what: 'appraisal',
    during: APPRAISING,
    ask: ({ criteriaSets, appraisal }, { form, scores }) => {
      if (scores.length === 0) return '';
      const { passed, band, vetoes } = computeResult(criteriaSets[form.subjectType], appraisal.aggregate, scores);
      return [passed ? 'passed' : 'failed', band ?? '', list(vetoes)].filter((part) => part !== '').join(' · ');
    },
  },
  {
    kind: 'OUTCOME',
    what: 'vote',
    during: ['APPRAISED'],
    ask: ({ vote: rules }, { vote: counts }) => {
      if (rules === undefined) return 'not-needed';
      if (counts === undefined) return 'outstanding';
      return voteOutcome(counts, rules).passed ? 'passed' : 'failed';
    },
  },
  {
    kind: 'STEP',
    what: 'missing-items',
    during: REGISTERING,
    ask: ({ registration }, { form }) => list(registration.requiredItems.filter((item) => (form[item] ?? '') === '')),
  },
  {
    kind: 'STEP',
    what: 'unknown-codes',
    during: LIVE,
    ask: ({ fields, programmeTags }, { form }) => {
      const known = new Set([...fields, ...programmeTags].map(({ code }) => code));
      return list([form.field, ...form.programmeTags].filter((code) => !known.has(code)));
    },
  },
  {
    kind: 'STEP',
    what: 'missing-documents',
    during: [...BUILDING, ...DOSSIER],
    ask: ({ dossier }, { documents }) => list(dossier.requiredDocuments.filter((kind) => !documents.includes(kind))),
  },
  {
    kind: 'STEP',
    what: 'members-lacking',
    during: ['UNDER_APPRAISAL'],
    ask: ({ appraisal }, { teamSize }) => String(Math.max(0, appraisal.minMembers - teamSize)),
  },
  {
    kind: 'STEP',
    what: 'signing-body',
    during: LIVE,
    ask: (content, { unitKind }) => list(competentBodies(content, 'RECOGNIZE', unitKind)),
  },
  { kind: 'DEADLINE', what: 'registration', during: REGISTERING, ask: ({ registration }) => registration.deadline },
  { kind: 'DEADLINE', what: 'dossier', during: [...REGISTERING, ...BUILDING], ask: ({ dossier }) => dossier.deadline },
  {
    kind: 'DEADLINE',
    what: 'earliest-request',
    during: ['IN_PROGRESS'],
    ask: ({ dossier }, { startedOn }) =>
      startedOn === undefined ? '' : addDays(startedOn, dossier.minImplementationDays),
  },
  {
    kind: 'DEADLINE',
    what: 'appraisal',
    during: [...REGISTERING, ...BUILDING, ...DOSSIER, 'UNDER_APPRAISAL'],
    ask: ({ appraisal }) => appraisal.deadline,
  },
];
