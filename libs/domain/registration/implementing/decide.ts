import {
  accept,
  addDays,
  daysBetween,
  evidenceUnknown,
  notDueDate,
  notPastDay,
  reject,
  textMissing,
  type DocumentKind,
  type LocalDate,
} from '../../kernel/index.ts';
import { codeAndName } from '../../regulation/code-and-name.ts';
import type { CriteriaSet, RegulationContent } from '../../regulation/events.ts';
import { cycleRefusal } from '../by-cycle.ts';
import { dayOf, namedEvidence, notPinned, prose, type Refusal, type Result } from '../checks.ts';
import type {
  DiscontinueModel,
  LapseDossier,
  ProvideSupplement,
  RecordInspection,
  RecordProgress,
  RequestRecognition,
  RequireSupplement,
  StartImplementation,
} from '../commands.ts';
import type { CriterionResult, Indicator } from '../events.ts';
import type { Circumstances } from '../facts.ts';
import type { StateFor } from '../state.ts';

/** The days of implementation count from here, so work begins on a day of the registration: not before it, not ahead. */
export const start = ({ data, facts, meta }: StartImplementation, state: StateFor<'StartImplementation'>): Result =>
  notPinned(state, facts.regulation) ??
  textMissing(data.plan, '/plan') ??
  notPastDay(data.startedOn, meta, '/startedOn') ??
  (data.startedOn < state.registeredOn
    ? reject('started-before-registration', { pointer: '/startedOn', params: { registeredOn: state.registeredOn } })
    : undefined) ??
  accept({
    type: 'ImplementationStarted',
    data: {
      registrationId: state.core.registrationId,
      plan: prose(data.plan),
      startedOn: data.startedOn,
      recognitionOpensOn: recognitionOpensOn(data.startedOn, facts.regulation.content),
    },
    effectiveOn: data.startedOn,
  });

export const recordProgress = ({ data, facts }: RecordProgress, { core }: StateFor<'RecordProgress'>): Result =>
  textMissing(data.note, '/note') ??
  indicatorInvalid(data.indicators) ??
  evidenceUnknown(data.evidenceIds, facts.evidence) ??
  accept({
    type: 'ProgressRecorded',
    data: {
      registrationId: core.registrationId,
      note: prose(data.note),
      indicators: data.indicators.map(({ name, value, unit }) => ({ name: prose(name), value, unit: prose(unit) })),
      evidence: namedEvidence(data.evidenceIds, facts.evidence),
    },
  });

const indicatorInvalid = (indicators: readonly Indicator[]): Refusal => {
  const index = indicators.findIndex(({ name, value }) => prose(name) === '' || !Number.isFinite(value));
  return index === -1 ? undefined : reject('indicator-invalid', { pointer: `/indicators/${String(index)}` });
};

export const recordInspection = ({ data, meta }: RecordInspection, { core }: StateFor<'RecordInspection'>): Result =>
  textMissing(data.findings, '/findings') ??
  (data.remedyDueOn === undefined ? undefined : notDueDate(data.remedyDueOn, meta, '/remedyDueOn')) ??
  accept({
    type: 'InspectionRecorded',
    data: { ...data, registrationId: core.registrationId, findings: prose(data.findings) },
  });

export const discontinue = ({ data }: DiscontinueModel, { core }: StateFor<'DiscontinueModel'>): Result =>
  textMissing(data.reason, '/reason') ??
  accept({
    type: 'ModelDiscontinued',
    data: { registrationId: core.registrationId, reason: prose(data.reason) },
  });

export const requestRecognition = (command: RequestRecognition, state: StateFor<'RequestRecognition'>): Result => {
  const { data, facts, meta } = command;
  const { content } = facts.regulation;
  const evidence = namedEvidence(data.evidenceIds, facts.evidence);
  return (
    notPinned(state, facts.regulation) ??
    notToRequest(state, { ...facts, today: dayOf(meta) }) ??
    evidenceUnknown(data.evidenceIds, facts.evidence) ??
    documentMissing(
      evidence.map(({ kind }) => kind),
      content,
    ) ??
    resultsWrong(data.results, content.criteriaSets[state.core.form.subjectType]) ??
    accept({
      type: 'RecognitionRequested',
      data: {
        registrationId: state.core.registrationId,
        evidence,
        results: data.results.map(({ criterion, result }) => ({ criterion, result: prose(result) })),
      },
    })
  );
};

/** Why nobody can ask for recognition yet, or any more. */
export const notToRequest = (
  { startedOn }: StateFor<'RequestRecognition'>,
  circumstances: Omit<Circumstances, 'cycleOpen'>,
): Refusal => cycleRefusal('RequestRecognition', circumstances) ?? tooShort(startedOn, circumstances);

/** Told besides: that the deadline comes before the day from which it could be done. */
const tooShort = (startedOn: LocalDate, { today, deadline, regulation }: Omit<Circumstances, 'cycleOpen'>): Refusal => {
  const { dossier } = regulation.content;
  const { minImplementationDays } = dossier;
  const days = daysBetween(startedOn, today);
  if (days >= minImplementationDays) return undefined;
  const from = recognitionOpensOn(startedOn, { dossier });
  const told = { days, minImplementationDays, from };
  return reject('implementation-too-short', { params: from > deadline ? { ...told, deadline } : told });
};

/** The first day on which recognition may be asked for. */
const recognitionOpensOn = (startedOn: LocalDate, { dossier }: Pick<RegulationContent, 'dossier'>): LocalDate =>
  addDays(startedOn, dossier.minImplementationDays);

/** The kinds of document the regulation requires that are not there yet. */
export const missingDocuments = (kinds: readonly string[], { dossier }: RegulationContent): readonly DocumentKind[] =>
  dossier.requiredDocuments.filter((kind) => !kinds.includes(kind));

const documentMissing = (kinds: readonly string[], content: RegulationContent): Refusal => {
  const missing = missingDocuments(kinds, content);
  return missing.length === 0
    ? undefined
    : reject('document-missing', { pointer: '/evidenceIds', params: { kinds: missing } });
};

/** The criteria for which no result is told yet. */
export const missingResults = (
  results: readonly CriterionResult[],
  criteria: CriteriaSet['criteria'],
): CriteriaSet['criteria'] => {
  const told = results.filter(({ result }) => prose(result) !== '').map(({ criterion }) => criterion);
  return criteria.filter(({ code }) => !told.includes(code));
};

const resultsWrong = (results: readonly CriterionResult[], { criteria }: CriteriaSet): Refusal => {
  const codes = criteria.map(({ code }) => code);
  const unknown = results.findIndex(({ criterion }) => !codes.includes(criterion));
  if (unknown !== -1) {
    const params = { criterion: results[unknown]?.criterion ?? '', criteria: criteria.map(codeAndName) };
    return reject('criterion-unknown', { pointer: `/results/${String(unknown)}/criterion`, params });
  }
  const given = results.map(({ criterion }) => criterion);
  const twice = given.findIndex((criterion, index) => given.indexOf(criterion) !== index);
  if (twice !== -1) {
    const params = { criterion: criteria.filter(({ code }) => code === given[twice]).map(codeAndName) };
    return reject('criterion-twice', { pointer: `/results/${String(twice)}/criterion`, params });
  }
  const missing = missingResults(results, criteria);
  return missing.length === 0
    ? undefined
    : reject('result-missing', { pointer: '/results', params: { criteria: missing.map(codeAndName) } });
};

export const requireSupplement = (command: RequireSupplement, state: StateFor<'RequireSupplement'>): Result => {
  const { data, facts, meta } = command;
  const { supplementDays } = facts.regulation.content.dossier;
  const missing = data.missing.map(prose).filter((item) => item !== '');
  return (
    notPinned(state, facts.regulation) ??
    (missing.length === 0 ? reject('missing-items-required', { pointer: '/missing' }) : undefined) ??
    notDueDate(data.dueOn, meta, '/dueOn') ??
    (daysBetween(dayOf(meta), data.dueOn) > supplementDays
      ? reject('supplement-term-too-long', {
          pointer: '/dueOn',
          params: { supplementDays, latest: addDays(dayOf(meta), supplementDays) },
        })
      : undefined) ??
    accept({
      type: 'SupplementRequired',
      data: { registrationId: state.core.registrationId, missing, dueOn: data.dueOn },
    })
  );
};

export const provideSupplement = (
  { data, facts, meta }: ProvideSupplement,
  state: StateFor<'ProvideSupplement'>,
): Result =>
  notToProvide(state, dayOf(meta)) ??
  textMissing(data.note, '/note') ??
  evidenceUnknown(data.evidenceIds, facts.evidence) ??
  accept({
    type: 'SupplementProvided',
    data: {
      registrationId: state.core.registrationId,
      evidence: namedEvidence(data.evidenceIds, facts.evidence),
      note: prose(data.note),
    },
  });

/** Until the end of its day the unit supplements the dossier; from then on it may be let lapse. */
export const notToProvide = ({ dueOn }: StateFor<'ProvideSupplement'>, today: LocalDate): Refusal =>
  today > dueOn ? reject('supplement-overdue', { params: { dueOn } }) : undefined;

export const notToLapse = ({ dueOn }: StateFor<'LapseDossier'>, today: LocalDate): Refusal =>
  today > dueOn ? undefined : reject('supplement-not-overdue', { params: { dueOn } });

export const lapseDossier = ({ meta }: LapseDossier, state: StateFor<'LapseDossier'>): Result =>
  notToLapse(state, dayOf(meta)) ??
  accept({ type: 'DossierLapsed', data: { registrationId: state.core.registrationId, dueOn: state.dueOn } });
