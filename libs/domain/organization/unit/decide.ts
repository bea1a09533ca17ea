import { accept, citation, decideBy, isLocalDate, reject, tidy } from '../../kernel/index.ts';
import type { DocumentCitation, LocalDate, Outcome, Rejected } from '../../kernel/index.ts';
import { contains } from '../periods.ts';
import type {
  CloseUnit,
  EstablishUnit,
  MoveUnit,
  RenameUnit,
  UnitCommand,
  UnitLife,
  UnitRejection,
} from './commands.ts';
import type { UnitEvent, UnitKind } from './events.ts';
import { rights } from './rights.ts';
import { evolve, initial, transitions, type EstablishedUnit, type UnitState } from './state.ts';

type UnitOutcome = Outcome<UnitEvent, UnitRejection>;
type Refusal = Rejected<UnitRejection>;

/**
 * Decides on one unit. The tree is made of many streams: what the decision must know of the others arrives as facts, so
 * two commands on units are never decided side by side.
 */
export const decide = decideBy<UnitCommand, UnitEvent, UnitState, UnitRejection, typeof transitions>({
  rights,
  transitions,
  notAllowed: (state, { type }) => {
    if (type === 'EstablishUnit') return reject('unit-exists');
    return state.status === 'CLOSED'
      ? reject('unit-closed', { params: { until: state.until } })
      : reject('unit-missing');
  },
  decisions: {
    EstablishUnit: (command) => establish(command),
    RenameUnit: (command, state) => rename(command, state),
    MoveUnit: (command, state) => move(command, state),
    CloseUnit: (command, state) => close(command, state),
  },
});

/** Stream `unit-<unitId>`. */
export const decider = { initial, evolve, decide };

const establish = ({ data, facts }: EstablishUnit): UnitOutcome => {
  const name = tidy(data.name);
  if (name === '') return reject('name-empty', { pointer: '/name' });
  if (!isLocalDate(data.from)) return reject('date-invalid', { pointer: '/from' });
  return (
    misplaced(data, facts) ??
    wrongCode(data.kind, data.adminUnitCode, facts.codeTakenBy) ??
    accept({ type: 'UnitEstablished', data: { ...cited(data), name }, effectiveOn: data.from })
  );
};

/** Exactly one unit has no unit above it; every other lies within the dates of the unit above. */
const misplaced = (data: EstablishUnit['data'], facts: EstablishUnit['facts']): Refusal | undefined => {
  const pointer = '/parentId';
  if (data.parentId === undefined) return facts.rootExists ? reject('root-exists', { pointer }) : undefined;
  if (facts.parent === undefined) return reject('parent-missing', { pointer });
  return contains(facts.parent, { from: data.from }) ? undefined : outsideParent(facts.parent);
};

const outsideParent = ({ unitId, from, until }: UnitLife): Refusal =>
  reject('outside-parent-period', {
    pointer: '/from',
    params: { unit: unitId, from, ...(until === undefined ? {} : { until }) },
  });

/** Codes of the administrative units since 2025-07-01: two digits for a province, five for a commune, kept as text. */
const CODE_FORMAT: Readonly<Record<UnitKind, RegExp | undefined>> = {
  NATIONAL: undefined,
  PROVINCE: /^\d{2}$/,
  COMMUNE: /^\d{5}$/,
  CENTRAL_AGENCIES: undefined,
  UNIT: undefined,
};

const wrongCode = (kind: UnitKind, code: string | undefined, takenBy: string | undefined): Refusal | undefined => {
  if (code === undefined) return undefined;
  if (CODE_FORMAT[kind]?.test(code) !== true) return reject('admin-unit-code-invalid', { pointer: '/adminUnitCode' });
  return takenBy === undefined
    ? undefined
    : reject('admin-unit-code-taken', { pointer: '/adminUnitCode', params: { code, unit: takenBy } });
};

/** A name that was misspelt is corrected for the day from which it holds; both stay in the log. */
const rename = ({ data }: RenameUnit, state: EstablishedUnit): UnitOutcome => {
  const name = tidy(data.name);
  const last = state.names.at(-1);
  if (name === '') return reject('name-empty', { pointer: '/name' });
  if (name === last?.value) return reject('name-unchanged', { pointer: '/name' });
  const tooEarly = data.from === last?.from ? undefined : notAfter(last?.from ?? state.from, data.from, '/from');
  return (
    tooEarly ??
    accept({ type: 'UnitRenamed', data: { ...cited(data), unitId: state.unitId, name }, effectiveOn: data.from })
  );
};

const move = ({ data, facts }: MoveUnit, state: EstablishedUnit): UnitOutcome => {
  const pointer = '/parentId';
  const last = state.parents.at(-1);
  if (last === undefined) return reject('root-stays');
  if (data.parentId === last.value) return reject('parent-unchanged', { pointer });
  const tooEarly = notAfter(last.from, data.from, '/from');
  if (tooEarly) return tooEarly;
  if (facts.parent === undefined) return reject('parent-missing', { pointer });
  if (data.parentId === state.unitId || facts.aboveParent.includes(state.unitId)) {
    return reject('parent-is-below', { pointer });
  }
  if (!contains(facts.parent, { from: data.from })) return outsideParent(facts.parent);
  return accept({ type: 'UnitMoved', data: { ...cited(data), unitId: state.unitId }, effectiveOn: data.from });
};

const close = ({ data, facts }: CloseUnit, state: EstablishedUnit): UnitOutcome => {
  const reason = tidy(data.reason);
  if (state.parents.length === 0) return reject('root-stays');
  if (reason === '') return reject('reason-missing', { pointer: '/reason' });
  if (!isLocalDate(data.on)) return reject('date-invalid', { pointer: '/on' });
  const lastChange = [...state.names, ...state.parents].reduce(
    (latest, { from }) => (from > latest ? from : latest),
    '',
  );
  if (data.on < lastChange) return reject('change-out-of-order', { pointer: '/on', params: { after: lastChange } });
  if (facts.childrenAfter.length > 0) return reject('has-open-children', { params: { units: facts.childrenAfter } });
  if (facts.holdersAfter.length > 0) {
    return reject('has-running-appointments', { params: { people: facts.holdersAfter } });
  }
  return accept({ type: 'UnitClosed', data: { ...cited(data), unitId: state.unitId, reason }, effectiveOn: data.on });
};

const cited = <Data extends { readonly document?: DocumentCitation }>(data: Data): Data =>
  data.document === undefined ? data : { ...data, document: citation(data.document) };

/** Changes of one kind follow each other in time: what is recorded for a day is not rewritten. */
const notAfter = (last: LocalDate, from: LocalDate, pointer: string): Refusal | undefined => {
  if (!isLocalDate(from)) return reject('date-invalid', { pointer });
  return from > last ? undefined : reject('change-out-of-order', { pointer, params: { after: last } });
};
